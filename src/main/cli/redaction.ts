import { basename, extname } from 'node:path'
import type { AcceptedFinding } from '../../core/model/accepted'
import type { Problem } from '../../core/model/problem'
import { learnCapture } from '../../core/redaction/redact-capture'
import { type CheckParts, learnAccepted, redactCheck, redactProblem } from '../../core/redaction/redact-check'
import { Redactor, type RedactionLevel } from '../../core/redaction/redactor'
import { LeakGuard } from '../redaction/leak-guard'
import { readRedactionMap, writeRedactionMap } from '../redaction/redaction-map'
import { savingProblem } from '../files/new-file'
import type { Source } from './sources'

/** A problem of the redaction itself: nothing is written then. */
export type RedactionResult =
  { readonly ok: true; readonly redaction: Redaction } | { readonly ok: false; readonly problem: Problem }

/** Sources that name nobody: the words that stand for them stay. */
const NAMELESS = ['sample', 'local', '-']

/** The redaction of one call: one set of placeholders for all its sources, and the guard over everything it writes. */
export class Redaction {
  readonly guard: LeakGuard
  readonly #redactor: Redactor

  private constructor(
    redactor: Redactor,
    private readonly mapPath: string | null,
  ) {
    this.#redactor = redactor
    this.guard = new LeakGuard(redactor)
  }

  /** Learns the names of every source before anything of any is written. Captures are read again when their turn comes. */
  static async over(
    sources: readonly Source[],
    level: RedactionLevel,
    mapPath: string | null,
    accepted: readonly AcceptedFinding[],
  ): Promise<RedactionResult> {
    const map = mapPath === null ? ({ ok: true, hidden: [] } as const) : await readRedactionMap(mapPath)
    if (!map.ok) return map
    const redactor = new Redactor(level, map.hidden)
    for (const source of sources) {
      const loaded = await source.load()
      if (loaded.ok) learnCapture(redactor, loaded.capture)
      if (NAMELESS.includes(source.name)) continue
      redactor.learn({ kind: 'source', name: source.name }, { kind: 'source', name: basename(source.name) })
    }
    learnAccepted(redactor, accepted)
    redactor.settle()
    return { ok: true, redaction: new Redaction(redactor, mapPath) }
  }

  /** A check without its names; null where it would come to another result. */
  check(parts: CheckParts): ReturnType<typeof redactCheck> {
    return redactCheck(this.#redactor, parts)
  }

  problem(problem: Problem): Problem {
    return redactProblem(this.#redactor, problem)
  }

  /** What a source is called in a result: its placeholder, with the ending that says what it was. */
  sourceName(name: string): string {
    if (NAMELESS.includes(name)) return name
    return `${this.#redactor.named(name)?.placeholder ?? 'SOURCE'}${extname(name).toLowerCase()}`
  }

  /** Keeps the placeholders for the next report of the ticket; the problem where they could not be kept. */
  async keepMap(): Promise<Problem | null> {
    const { mapPath } = this
    if (mapPath === null) return null
    try {
      await writeRedactionMap(mapPath, this.#redactor.hidden)
      return null
    } catch (cause) {
      return savingProblem(cause, mapPath, basename(mapPath))
    }
  }
}
