import { message } from '../../i18n/translate'
import type { ServiceId } from '../../model/service'
import type { TextParam, TextRef } from '../../model/text'
import { compareStatus } from '../service-status'
import { type VmDraft, VmDrafts, type VmRef } from './drafts'
import type { SaidEvent } from './event-texts'
import type { FieldRecord } from './field-record'
import type { PastedKind } from './reading'
import type { SaidStatus } from './status-words'
import { type Subject, subjectOf } from './subject'
import { lineAt, type Line } from './text-lines'
import type { GuestAnswer } from '../../model/snapshot'

interface Mark {
  readonly kind: PastedKind
  readonly meaning: TextRef | null
  readonly guessed: boolean
}

interface DraftSign {
  readonly kind: 'version-differs' | 'cannot-load'
  readonly subject: 'integration-services' | 'network-adapter' | 'storage' | 'device'
  readonly event?: number | null
  readonly device?: string | null
  readonly server?: string | null
  readonly client?: string | null
  readonly guessed?: boolean
  readonly line: number
}

/** Everything that has been found while the text was read, and what each line was taken for. */
export class Findings {
  readonly drafts = new VmDrafts()
  readonly marks: (Mark | undefined)[]
  signs: { readonly draft: VmDraft; readonly sign: DraftSign }[] = []
  versions: {
    readonly draft: VmDraft
    readonly service: ServiceId
    readonly negotiated: string
    readonly expected: string
    readonly line: number
  }[] = []
  hints: { readonly draft: VmDraft | null; readonly guest: GuestAnswer; readonly line: number }[] = []
  readonly openItems: { readonly items: ReadonlyMap<string, string>; readonly line: number }[] = []
  /** Guests that a labelled line names, with the VM that the lines before spoke of. */
  readonly saidGuest: {
    readonly context: string | null
    readonly answer: GuestAnswer
    readonly text: string
    readonly line: number
  }[] = []
  /** Whether anything in the text says that it is about Hyper-V: "Heartbeat: OK" alone can be any program's. */
  isAboutHyperV: boolean
  readonly subject: Subject
  /** WMI class that the last command asked for. */
  className: string | null = null
  /** What the last command asked for. */
  lastCommand: 'vm' | 'other' | null = null
  hostOs: string | null = null
  hostName: string | null = null

  private readonly lines: readonly Line[]
  /** The lines that were marked last as understood. */
  private lastFrom = -1
  private lastTo = -1

  constructor(lines: readonly Line[]) {
    this.lines = lines
    this.subject = subjectOf(lines)
    this.isAboutHyperV = this.subject.isHyperV
    this.marks = lines.map(() => undefined)
  }

  /** Everything that was said of one VM is said of another one instead. */
  replace(before: VmDraft, after: VmDraft): void {
    const of = (draft: VmDraft): VmDraft => (draft === before ? after : draft)
    this.signs = this.signs.map(({ draft, sign }) => ({ draft: of(draft), sign }))
    this.versions = this.versions.map((version) => ({ ...version, draft: of(version.draft) }))
    this.hints = this.hints.map((hint) => ({ ...hint, draft: hint.draft === null ? null : of(hint.draft) }))
    this.drafts.remove(before)
  }

  /** Number of the line, in the pasted text, at which a record begins. */
  numberOf(record: FieldRecord): number {
    return lineAt(this.lines, record.firstLine).number
  }

  /** Says what the lines of a record were taken for; the first one carries the meaning. */
  mark(record: FieldRecord, kind: PastedKind, meaning: TextRef, guessed: boolean): void {
    this.markLines(record.firstLine, record.lastLine + 1, kind, meaning, guessed)
  }

  /** Says what some lines were taken for; what is understood already stays. */
  markLines(from: number, to: number, kind: PastedKind, meaning: TextRef | null, guessed: boolean): void {
    if (!this.subject.isOther && (kind === 'service' || kind === 'event' || kind === 'vm')) this.isAboutHyperV = true
    // Every object of one JSON text stands in all of its lines.
    if (from === this.lastFrom && to === this.lastTo) return
    if (kind !== 'ignored') {
      this.lastFrom = from
      this.lastTo = to
    }
    for (let at = from; at < to; at += 1) {
      const before = this.marks[at]
      if (before === undefined || before.kind === 'ignored')
        this.marks[at] = { kind, meaning: at === from ? meaning : null, guessed }
    }
  }

  /** A VM's name as a sentence shows it. */
  nameOf(draft: VmDraft): TextParam {
    return draft.name ?? draft.id ?? this.drafts.context ?? message('pasted.unnamed')
  }

  serviceMeaning(draft: VmDraft, service: ServiceId, status: SaidStatus, enabled: boolean | null): TextRef {
    const params = {
      vm: this.nameOf(draft),
      service: message(`term.service.${service}`),
      status: message(`term.status.${enabled === false ? 'disabled' : status.kind}`),
    }
    return message(status.guessed ? 'pasted.line.service-guessed' : 'pasted.line.service', params)
  }

  vmMeaning(draft: VmDraft): TextRef {
    return message('pasted.line.vm', {
      vm: this.nameOf(draft),
      state: message(`term.state.${draft.state?.state ?? 'unknown'}`),
    })
  }

  sign(draft: VmDraft, sign: DraftSign): void {
    draft.runs = true
    this.signs.push({ draft, sign })
  }

  /** Data exchange items: of the VM that is named with them, else of the one the lines before speak of. */
  guestItems(ref: VmRef, items: ReadonlyMap<string, string>, line: number): void {
    const named = ref.id !== null || ref.name !== null || this.drafts.context !== null
    if (!named) {
      this.openItems.push({ items, line })
      return
    }
    const draft = this.drafts.find(ref, -1, `items ${line}`)
    for (const [name, value] of items) draft.items.set(name, value)
  }

  event(event: SaidEvent, line: number, record: FieldRecord): void {
    const { id } = event
    const params = { id: id === null ? '' : String(id), vm: event.vmName ?? event.vmId ?? message('pasted.unnamed') }
    if (id === 4096) {
      this.notRunningEvent(event, line, record)
      return
    }
    const draft = this.drafts.find({ id: event.vmId, name: event.vmName }, record.block, `event ${line}`)
    draft.runs = true
    if (id === 4010) {
      this.mismatchEvent(draft, event, line, record)
      return
    }
    const isBroken = id === 23012 || id === 5
    const subject = id === 5 || id === 6 ? 'storage' : 'device'
    const { device, server, client } = event
    this.sign(draft, {
      kind: isBroken ? 'cannot-load' : 'version-differs',
      subject,
      event: id,
      device,
      server,
      client,
      line,
    })
    this.mark(
      record,
      'event',
      message(isBroken ? 'pasted.line.event-cannot-load' : 'pasted.line.event-device', params),
      false,
    )
  }

  /** A service did not run when somebody read it: as usual while a VM starts or is off as for a guest whose part is missing. */
  private notRunningEvent({ vmId, vmName, service }: SaidEvent, line: number, record: FieldRecord): void {
    const draft = this.drafts.find({ id: vmId, name: vmName }, record.block, `event ${line}`)
    const status: SaidStatus = { kind: 'no-contact', code: null, detailCode: null, guessed: true }
    const saying = { status, enabled: null, raw: { event: 4096 }, line, ofThePast: true } as const
    // Data exchange is the service whose event this is known to be.
    const asked = service ?? 'kvp'
    this.drafts.say(draft, asked, saying, compareStatus)
    const params = { id: '4096', vm: this.nameOf(draft), service: message(`term.service.${asked}`) }
    this.mark(record, 'event', message('pasted.line.event-4096', params), true)
  }

  private mismatchEvent(draft: VmDraft, event: SaidEvent, line: number, record: FieldRecord): void {
    const { service, negotiated, expected, isServiceGuessed } = event
    const isSaidAlready =
      negotiated === null && [...draft.services.values()].some(({ status }) => status.kind === 'mismatch')
    if (service === null && isSaidAlready) {
      this.mark(record, 'ignored', message('pasted.line.layout'), false)
      return
    }
    if (service === null) {
      this.sign(draft, {
        kind: 'version-differs',
        subject: 'integration-services',
        event: 4010,
        server: expected,
        client: negotiated,
        line,
      })
    } else {
      // Connected, so not without any compatible version: the difference is the harmless kind for a guest that may have it.
      const status: SaidStatus = { kind: 'mismatch', code: null, detailCode: 32775, guessed: isServiceGuessed }
      this.drafts.say(
        draft,
        service,
        { status, enabled: null, raw: { event: 4010, negotiated, expected }, line },
        compareStatus,
      )
      if (negotiated !== null && expected !== null) this.versions.push({ draft, service, negotiated, expected, line })
    }
    const params = {
      vm: this.nameOf(draft),
      service: message(service === null ? 'pasted.some-service' : `term.service.${service}`),
      negotiated: negotiated ?? '?',
      expected: expected ?? '?',
    }
    this.mark(record, 'event', message('pasted.line.event-4010', params), isServiceGuessed)
  }
}
