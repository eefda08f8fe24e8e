import { SERVICES, type ServiceId } from '../../model/service'
import type { GuestAnswer } from '../../model/snapshot'
import type { Worksheet } from '../../model/worksheet'
import type { FieldRecord } from './field-record'
import type { SaidStatus } from './status-words'
import type { SaidState } from './vm-states'

/** What the text says about one service of one VM. */
export interface ServiceSaying {
  readonly status: SaidStatus
  readonly enabled: boolean | null
  /** The status or the row as it stood in the text. */
  readonly raw: unknown
  readonly line: number
  /** Where another line than that of the status says whether it is switched on. */
  readonly enabledLine?: number
  /** What an event tells of a moment: no proof that the VM runs now. */
  readonly ofThePast?: true
}

/** A VM as far as the text has described it. */
export interface VmDraft {
  id: string | null
  name: string | null
  state: SaidState | null
  stateLine: number
  /** True where something in the text only happens to a VM that runs. */
  runs: boolean
  healthState: number | null
  uptimeSeconds: number | null
  generation: 1 | 2 | null
  version: string | null
  replica: boolean
  readonly items: Map<string, string>
  guest: { readonly answer: GuestAnswer; readonly text: string; readonly line: number } | null
  readonly services: Map<ServiceId, ServiceSaying>
  /** What somebody saw inside the guest. */
  worksheet: Worksheet | null
  /** What each table or list has said already, so that a second row of one name is known as a second VM. */
  readonly saidIn: Map<number, Set<string>>
}

/** How a record names its VM. */
export interface VmRef {
  readonly id: string | null
  readonly name: string | null
}

const WORKING: ReadonlySet<number> = new Set([2, 3])

/** Once working, once not: a text with a "before" and an "after", and nobody knows which is now. */
function isContradiction(a: SaidStatus, b: SaidStatus): boolean {
  if (a.code === null || b.code === null || a.guessed || b.guessed) return false
  return WORKING.has(a.code) !== WORKING.has(b.code)
}

/** Which of two sayings about one service counts: what is no guess, then the severer one, then the first. */
function better(
  before: ServiceSaying,
  next: ServiceSaying,
  compare: (a: SaidStatus, b: SaidStatus) => number,
): ServiceSaying {
  const { enabled, enabledLine, line } = next.enabled === null ? before : next
  const power = { enabled, enabledLine: enabledLine ?? line }
  if (before.status.kind === 'none') return { ...next, ...power }
  if (next.status.kind === 'none') return { ...before, ...power }
  if (isContradiction(before.status, next.status)) {
    const severer = compare(next.status, before.status) < 0 ? next : before
    return { ...severer, status: { ...severer.status, guessed: true }, ...power }
  }
  if (before.status.guessed !== next.status.guessed) return { ...(before.status.guessed ? next : before), ...power }
  return { ...(compare(next.status, before.status) < 0 ? next : before), ...power }
}

function emptyDraft(ref: VmRef): VmDraft {
  return {
    id: ref.id,
    name: ref.name,
    state: null,
    stateLine: 0,
    runs: false,
    healthState: null,
    uptimeSeconds: null,
    generation: null,
    version: null,
    replica: false,
    items: new Map(),
    guest: null,
    services: new Map(),
    worksheet: null,
    saidIn: new Map(),
  }
}

const JUDGED: ReadonlySet<string> = new Set(SERVICES)
/** More VMs than any host or cluster has. What comes after is counted, so that a hostile text stays cheap. */
const VM_LIMIT = 10_000
/** More VMs of one name than anybody has. */
const SAME_NAME_LIMIT = 50
/** Names that a column cut are looked for among so many VMs. */
const CUT_SEARCH_LIMIT = 500
const CUT = /(?:\.{3}|…)$/
/** A shorter beginning of a name could become anything. */
const STEM = 3

/** All VMs of one text, in the order they appear. */
export class VmDrafts {
  readonly all: VmDraft[] = []
  private readonly byId = new Map<string, VmDraft>()
  private readonly byName = new Map<string, VmDraft[]>()
  private readonly byRecord = new Map<FieldRecord, VmDraft>()
  private readonly anonymous = new Map<number, VmDraft>()
  /** VM that headings and commands before this line speak of. */
  context: string | null = null
  /** Sayings about VMs beyond the limit. */
  left = 0
  /** What is said about those goes here and is forgotten. */
  private readonly beyond = emptyDraft({ id: null, name: null })

  /** Whether a VM is one too many, so that nothing is kept of it. */
  isBeyond(draft: VmDraft): boolean {
    return draft === this.beyond
  }

  /** The VM that was made for a record, for the objects inside it. */
  ofRecord(record: FieldRecord): VmDraft | null {
    return this.byRecord.get(record) ?? null
  }

  /** Every VM with this name, however many. */
  named(name: string): readonly VmDraft[] {
    return this.byName.get(name.toLowerCase()) ?? []
  }

  /**
   * The VM that `ref` names, made where it is new. `said` is what is about to be said: the same thing twice about one name
   * in one table is a second VM of that name.
   */
  find(ref: VmRef, block: number, said: string, record?: FieldRecord): VmDraft {
    const draft =
      ref.id === null
        ? this.findByName(ref.name ?? this.context, block, said)
        : this.findById(ref.id, ref.name, block, said)
    if (draft === this.beyond) return draft
    const inBlock = draft.saidIn.get(block) ?? new Set<string>()
    inBlock.add(said)
    draft.saidIn.set(block, inBlock)
    if (record !== undefined) this.byRecord.set(record, draft)
    return draft
  }

  private findById(id: string, name: string | null, block: number, said: string): VmDraft {
    const known = this.byId.get(id)
    if (known !== undefined) {
      if (known.name === null && name !== null) this.rename(known, name)
      return known
    }
    // The same VM, first named and then given with its id.
    const named =
      name === null
        ? undefined
        : this.named(name).find((draft) => draft.id === null && draft.saidIn.get(block)?.has(said) !== true)
    const draft = named ?? this.add({ id, name })
    if (draft === this.beyond) return draft
    draft.id = id
    this.byId.set(id, draft)
    return draft
  }

  private findByName(name: string | null, block: number, said: string): VmDraft {
    if (name === null) {
      const only = this.all.length === 1 ? this.all[0] : undefined
      const known = this.anonymous.get(block) ?? only
      // The same service again is the next VM of a table without names; any other repetition is the same VM.
      const isNext = JUDGED.has(said) && known?.saidIn.get(block)?.has(said) === true
      if (known !== undefined && !isNext) return known
      const draft = this.add({ id: null, name: null })
      this.anonymous.set(block, draft)
      return draft
    }
    const all = this.named(name)
    const last = all.findLast((draft) => draft.saidIn.get(block)?.has(said) !== true)
    if (last !== undefined) return last
    if (all.length >= SAME_NAME_LIMIT) {
      this.left += 1
      return this.beyond
    }
    const whole = all.length === 0 ? this.wholeOf(name) : undefined
    return whole ?? this.add({ id: null, name })
  }

  /** The only VM whose name goes on where a column cut this one. */
  private wholeOf(name: string): VmDraft | undefined {
    const stem = name.replace(CUT, '').toLowerCase()
    if (stem.length === name.length || stem.length < STEM || this.all.length > CUT_SEARCH_LIMIT) return undefined
    const fitting = this.all.filter((draft) => draft.name?.toLowerCase().startsWith(stem))
    return fitting.length === 1 ? fitting[0] : undefined
  }

  private add(ref: VmRef): VmDraft {
    if (this.all.length >= VM_LIMIT) {
      this.left += 1
      return this.beyond
    }
    const draft = emptyDraft({ id: ref.id, name: null })
    this.all.push(draft)
    if (ref.name !== null) this.rename(draft, ref.name)
    return draft
  }

  /** Gives a VM its name. */
  rename(draft: VmDraft, name: string): void {
    draft.name = name
    const key = name.toLowerCase()
    this.byName.set(key, [...(this.byName.get(key) ?? []), draft])
  }

  /** Forgets a VM that turned out to be another one. */
  remove(draft: VmDraft): void {
    this.all.splice(this.all.indexOf(draft), 1)
  }

  /** Adds what was said about a service; of two sayings the better one stays. */
  say(
    draft: VmDraft,
    service: ServiceId,
    saying: ServiceSaying,
    compare: (a: SaidStatus, b: SaidStatus) => number,
  ): void {
    const before = draft.services.get(service)
    draft.services.set(service, before === undefined ? saying : better(before, saying, compare))
  }
}
