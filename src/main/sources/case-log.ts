import type { Verdict } from '../../core/model/verdict'

/** What was done about one VM since the program started; times are ISO 8601. */
export interface VmCase {
  readonly note: { readonly text: string; readonly at: string } | null
  readonly ticket: string | null
  /** When each question was answered last, by its id; the answers themselves lie with the source. */
  readonly answeredAt: Readonly<Record<string, string>>
  /** Oldest first. */
  readonly rechecks: readonly { readonly at: string; readonly before: Verdict; readonly after: Verdict }[]
}

const NOTHING_DONE: VmCase = { note: null, ticket: null, answeredAt: {}, rechecks: [] }

/** What was done about each VM, by the key of its source: it outlives the source being closed and opened again. */
export class CaseLog {
  readonly #cases = new Map<string, VmCase>()

  /** `now` gives the moment, ISO 8601. */
  constructor(private readonly now: () => string) {}

  of(sourceKey: string, vmId: string): VmCase {
    return this.#cases.get(JSON.stringify([sourceKey, vmId])) ?? NOTHING_DONE
  }

  /** Writes a VM's note; an empty one takes it away. The same text again keeps its time. */
  note(sourceKey: string, vmId: string, text: string): void {
    const { note } = this.of(sourceKey, vmId)
    if (text !== (note?.text ?? '')) {
      this.#change(sourceKey, vmId, { note: text.trim() === '' ? null : { text, at: this.now() } })
    }
  }

  /** Keeps the ticket that a VM is looked at for; null: none. */
  ticket(sourceKey: string, vmId: string, ticket: string | null): void {
    this.#change(sourceKey, vmId, { ticket })
  }

  answered(sourceKey: string, vmId: string, questionId: string): void {
    const { answeredAt } = this.of(sourceKey, vmId)
    this.#change(sourceKey, vmId, { answeredAt: { ...answeredAt, [questionId]: this.now() } })
  }

  rechecked(sourceKey: string, vmId: string, before: Verdict, after: Verdict): void {
    this.readAgain(sourceKey, [{ vmId, before, after }])
  }

  /** A whole source was read again: what each of its VMs was and is, all at one moment. */
  readAgain(
    sourceKey: string,
    verdicts: readonly { readonly vmId: string; readonly before: Verdict; readonly after: Verdict }[],
  ): void {
    const at = this.now()
    for (const { vmId, before, after } of verdicts) {
      const { rechecks } = this.of(sourceKey, vmId)
      this.#change(sourceKey, vmId, { rechecks: [...rechecks, { at, before, after }] })
    }
  }

  #change(sourceKey: string, vmId: string, change: Partial<VmCase>): void {
    this.#cases.set(JSON.stringify([sourceKey, vmId]), { ...this.of(sourceKey, vmId), ...change })
  }
}
