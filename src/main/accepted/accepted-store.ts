import { dirname } from 'node:path'
import { ACCEPTED_SCHEMA, AcceptedFile, type AcceptedFinding } from '../../core/model/accepted'
import type { Problem } from '../../core/model/problem'
import { appProblem } from '../app-problem'
import { type KeptReading, readKeptFile } from '../files/kept-file'
import { replaceFile } from '../files/replace-file'
import { WriteQueue } from '../files/write-queue'

/** What makes an acceptance the same one: VM, service and rule. */
export type AcceptedKey = Pick<AcceptedFinding, 'vmId' | 'service' | 'rule'>

const keyOf = ({ vmId, service, rule }: AcceptedKey): string => [vmId.toUpperCase(), service ?? '', rule].join(' ')

/** The text of a file of accepted findings (`integration-doctor/accepted@1`). */
export function acceptedText(accepted: readonly AcceptedFinding[]): string {
  return `${JSON.stringify({ schema: ACCEPTED_SCHEMA, accepted }, null, 2)}\n`
}

function parsed(text: string): readonly AcceptedFinding[] | null {
  try {
    return AcceptedFile.safeParse(JSON.parse(text)).data?.accepted ?? null
  } catch {
    return null
  }
}

function problemOf(path: string, reading: KeptReading<unknown>): Problem | null {
  if (reading.kind === 'unreadable') return appProblem('accepted-unreadable', { path, code: reading.code })
  if (reading.kind === 'broken') return appProblem('accepted-broken', { path: reading.path })
  return null
}

/** The findings that people of this computer decided to live with. Kept as a file that the command line reads too. */
export class AcceptedStore {
  #accepted: readonly AcceptedFinding[]
  readonly #writes = new WriteQueue()

  private constructor(
    private readonly path: string,
    private readonly reading: KeptReading<readonly AcceptedFinding[]>,
  ) {
    this.#accepted = reading.kind === 'read' ? reading.value : []
  }

  /** Reads them from a file. A file that is none is set aside; `problem` then names it. */
  static async open(path: string): Promise<AcceptedStore> {
    return new AcceptedStore(path, await readKeptFile(path, parsed))
  }

  get current(): readonly AcceptedFinding[] {
    return this.#accepted
  }

  /** What was wrong with the file at the start, if anything was. */
  get problem(): Problem | null {
    return problemOf(this.path, this.reading)
  }

  /** Adds findings; one of the same VM, service and rule is replaced. Gives how many were new, and why they were not saved. */
  async put(
    findings: readonly AcceptedFinding[],
  ): Promise<{ readonly added: number; readonly problem: Problem | null }> {
    const byKey = new Map(this.#accepted.map((one) => [keyOf(one), one]))
    const before = byKey.size
    for (const finding of findings) byKey.set(keyOf(finding), finding)
    return { added: byKey.size - before, problem: await this.#replace([...byKey.values()]) }
  }

  /** Takes one back; nothing happens where there is none. */
  async takeBack(key: AcceptedKey): Promise<Problem | null> {
    return this.#replace(this.#accepted.filter((one) => keyOf(one) !== keyOf(key)))
  }

  async #replace(accepted: readonly AcceptedFinding[]): Promise<Problem | null> {
    this.#accepted = accepted
    const { kind } = this.reading
    if (kind === 'unreadable' || (kind === 'broken' && !this.reading.isAside)) return this.#notSaved('EEXIST')
    const failure = await this.#writes.run(() => replaceFile(this.path, acceptedText(this.#accepted)))
    return failure === null ? null : this.#notSaved(failure)
  }

  #notSaved(code: string): Problem {
    return appProblem('accepted-not-saved', { code, folder: dirname(this.path) })
  }
}
