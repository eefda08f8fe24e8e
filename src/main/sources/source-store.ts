import { lastingStatements } from '../../core/diagnosis/questions'
import { judge, type JudgedHost } from '../../core/diagnosis/judge'
import type { SourceKind } from '../../core/ipc'
import type { Capture } from '../../core/model/capture'
import type { KnownGuests } from '../../core/model/history'
import type { Problem } from '../../core/model/problem'
import type { Answers, GuestAnswer, Statements } from '../../core/model/snapshot'

/** A source as it was opened: a capture, or why there is none, or both. */
export interface OpenedSource {
  readonly kind: SourceKind
  /** What makes it the same source when it is opened again: a path, or the kind where there is only one. */
  readonly key: string
  /** Name for the list; the host's own name comes from the capture. Empty for a text without a file, which is called by its first VM. */
  readonly name: string
  /** File, host or `sample`, as reports name the source. Empty for a text without a file. */
  readonly origin: string
  readonly capture: Capture | null
  readonly problem: Problem | null
  /** Names of the VMs that are on it, by its cluster, where it could not be read itself. */
  readonly owned?: readonly string[]
}

/** A source in the list. */
export interface OpenSource extends OpenedSource {
  readonly id: string
  readonly answers: Answers
  /** What else was said about its VMs: what the caller sees, and the answers to other questions. */
  readonly statements: Statements
}

/** The open sources, in the order they were opened. Judging is done once per capture and answers. */
export class SourceStore {
  readonly #sources = new Map<string, OpenSource>()
  #judged = new WeakMap<OpenSource, JudgedHost>()
  /** What a source was judged to be before it was read again. */
  readonly #former = new WeakMap<OpenSource, JudgedHost>()
  #count = 0

  /** `known` gives the guests that earlier checks knew. */
  constructor(private readonly known: (capture: Capture) => KnownGuests = () => ({})) {}

  list(): readonly OpenSource[] {
    return [...this.#sources.values()]
  }

  get(id: string): OpenSource | undefined {
    return this.#sources.get(id)
  }

  find(key: string): OpenSource | undefined {
    return this.list().find((source) => source.key === key)
  }

  /** Adds a source, or replaces the one of the same key; that keeps its id, its place and the answers given for it. */
  put(opened: OpenedSource): OpenSource {
    const earlier = this.find(opened.key)
    const id = earlier?.id ?? `${opened.kind}-${(this.#count += 1)}`
    const source: OpenSource = {
      ...opened,
      id,
      answers: earlier?.answers ?? {},
      statements: lastingStatements(earlier?.statements ?? {}),
    }
    const former = earlier === undefined ? null : this.judged(earlier)
    if (former !== null) this.#former.set(source, former)
    this.#sources.set(id, source)
    return source
  }

  /** Gives an answer for a VM, or takes it back with null. Undefined where the source is not open. */
  answer(id: string, vmId: string, answer: GuestAnswer | null): OpenSource | undefined {
    const source = this.#sources.get(id)
    if (source === undefined) return undefined
    const others = Object.entries(source.answers).filter(([other]) => other !== vmId)
    const given = answer === null ? [] : [[vmId, answer] as const]
    const answered: OpenSource = { ...source, answers: Object.fromEntries([...others, ...given]) }
    this.#replace(source, answered)
    return answered
  }

  /** Says something about a VM (question id, answer id), or takes it back with null. Undefined where the source is not open. */
  tell(id: string, vmId: string, questionId: string, answer: string | null): OpenSource | undefined {
    const source = this.#sources.get(id)
    if (source === undefined) return undefined
    const { [questionId]: _former, ...others } = source.statements[vmId] ?? {}
    const own = answer === null ? others : { ...others, [questionId]: answer }
    const told: OpenSource = { ...source, statements: { ...source.statements, [vmId]: own } }
    this.#replace(source, told)
    return told
  }

  /** Keeps what somebody saw inside a VM with the worksheet in the source's capture, or takes it out with null. */
  see(id: string, vmId: string, text: string | null): OpenSource | undefined {
    const source = this.#sources.get(id)
    if (source === undefined || source.capture === null) return undefined
    const others = Object.entries(source.capture.worksheets ?? {}).filter(([other]) => other !== vmId)
    const worksheets = Object.fromEntries(text === null ? others : [...others, [vmId, { text }]])
    const seen: OpenSource = { ...source, capture: { ...source.capture, worksheets, sha256: null } }
    this.#replace(source, seen)
    return seen
  }

  #replace(source: OpenSource, next: OpenSource): void {
    const former = this.#former.get(source)
    if (former !== undefined) this.#former.set(next, former)
    this.#sources.set(source.id, next)
  }

  /** What a source was judged to be before it was read again; null where it was read once. */
  former(source: OpenSource): JudgedHost | null {
    return this.#former.get(source) ?? null
  }

  /** Judges all sources again when they are next asked for: what earlier checks knew has changed. */
  judgeAgain(): void {
    this.#judged = new WeakMap()
  }

  close(id: string): void {
    this.#sources.delete(id)
  }

  /** The judgement of a source; null where nothing was read. */
  judged(source: OpenSource): JudgedHost | null {
    if (source.capture === null) return null
    let judged = this.#judged.get(source)
    if (judged === undefined) {
      judged = judge(source.capture, source.answers, source.statements, this.known(source.capture))
      this.#judged.set(source, judged)
    }
    return judged
  }
}
