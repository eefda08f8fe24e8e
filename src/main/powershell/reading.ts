import { z } from 'zod'
import type { SessionCause } from '../../core/decode/failure-table'
import { Access, CAPTURE_SCHEMA, Capture, CaptureProblem, type Row, type VIA } from '../../core/model/capture'

const Start = z.looseObject({
  collectedAt: Capture.shape.collectedAt,
  collector: z.looseObject({
    name: z.string(),
    version: z.string(),
    psVersion: z.string().nullable().default(null),
    psEdition: z.string().nullable().default(null),
  }),
  asked: z.array(z.string()),
  target: z.looseObject({ computerName: z.string().nullable().default(null) }),
})

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const ClassAnswer = z.looseObject({
  class: z.string(),
  namespace: z.string(),
  ms: z.number(),
  problem: CaptureProblem.nullable(),
  // Not z.array: rows are many, and zod would copy each.
  rows: z.custom<readonly Row[]>((value) => Array.isArray(value) && value.every(isRow)),
})
type ClassAnswer = z.infer<typeof ClassAnswer>

const AccessAnswer = z.looseObject({ access: Access })
const ConnectionAnswer = z.looseObject({ problem: CaptureProblem })

/** How far a check has come. */
export interface ReadingProgress {
  readonly done: number
  readonly of: number
  /** Class or event log that is being read now; null after the last. */
  readonly current: string | null
}

/** Why a reading did not come to its end, and what is known of it (exit code, seconds). */
export interface Interruption {
  readonly cause: SessionCause
  readonly detail: string
}

/** Classes of which the host has one row; the capture holds them apart. */
const HOST_CLASSES = new Set(['Win32_OperatingSystem', 'Win32_ComputerSystem', 'StdRegProv'])
const isEventLog = (answer: ClassAnswer): boolean => answer.namespace === 'eventlog'

function stoppedBy(cause: SessionCause): Capture['stopped'] {
  return cause === 'cancelled' ? 'cancelled' : cause === 'time-limit' ? 'timed-out' : 'broken-off'
}

/** Collects the envelopes of one check into a capture. What does not have the shape of its envelope counts as damaged. */
export class Reading {
  #start: z.infer<typeof Start> | null = null
  #access: Access | null = null
  #finished = false
  #connection: CaptureProblem | null = null
  readonly #answers = new Map<string, ClassAnswer | 'damaged'>()

  /** `via`: how the rows come here. */
  constructor(private readonly via: (typeof VIA)[number] = 'local') {}

  /** Why another computer could not be reached, or was lost in the middle; null where that was not said. */
  get connection(): CaptureProblem | null {
    return this.#connection
  }

  /** Whether the collector said what it would read; without that there is nothing to show. */
  get started(): boolean {
    return this.#start !== null
  }

  /** Whether the collector said that it was through. */
  get finished(): boolean {
    return this.#finished && this.#access !== null
  }

  /**
   * Whether all classes and the access were read, so that only event logs are left. What is in those is evidence
   * beside the rows: a log that hangs does not undo a reading.
   */
  get hasClasses(): boolean {
    return this.#access !== null
  }

  /** Whether the list of virtual machines was read; until then there is nobody to show. */
  get hasMachines(): boolean {
    const answer = this.#answers.get('Msvm_ComputerSystem')
    return answer !== undefined && answer !== 'damaged'
  }

  get progress(): ReadingProgress {
    const asked = this.#start?.asked ?? []
    const open = asked.filter((name) => !this.#answers.has(name))
    return { done: asked.length - open.length, of: asked.length, current: open[0] ?? null }
  }

  /** Takes the content of an envelope; `undefined` for one that could not be unpacked. The first of a name counts. */
  take(name: string, content: unknown): void {
    if (name === 'start') this.#start ??= Start.safeParse(content).data ?? null
    else if (name === 'access') this.#access ??= AccessAnswer.safeParse(content).data?.access ?? null
    else if (name === 'connection') this.#connection ??= ConnectionAnswer.safeParse(content).data?.problem ?? null
    else if (name === 'finish') this.#finished ||= content !== undefined
    else if (!this.#answers.has(name)) {
      const answer = ClassAnswer.safeParse(content).data
      this.#answers.set(name, answer?.class === name ? answer : 'damaged')
    }
  }

  /**
   * What was read, as a capture. With an interruption it is marked as stopped, and the class that was being read gets
   * the cause as its problem; classes after it were never asked for. Event logs that take too long are a problem of their
   * own, and the reading is whole without them. Throws before `started`.
   */
  capture(interruption: Interruption | null): Capture {
    const start = this.#start
    if (start === null) throw new Error('A reading that never started is no capture.')
    const host: Record<string, Row | null> = {}
    const classes: Record<string, readonly Row[]> = {}
    const timings: Record<string, number> = {}
    let events: Row[] | null = null
    const isLateLog = this.hasClasses && interruption?.cause === 'time-limit'
    const stopped = interruption === null || isLateLog ? null : interruption.cause
    for (const [name, answer] of this.#answers) {
      if (answer === 'damaged') continue
      timings[name] = answer.ms
      if (isEventLog(answer)) (events ??= []).push(...answer.rows)
      else if (HOST_CLASSES.has(name)) host[name] = answer.rows[0] ?? null
      else if (answer.rows.length > 0 || answer.problem === null) classes[name] = answer.rows
    }
    return {
      schema: CAPTURE_SCHEMA,
      collectedAt: start.collectedAt,
      complete: stopped === null,
      stopped: stopped === null ? null : stoppedBy(stopped),
      collector: start.collector,
      target: { ...start.target, via: this.via },
      host,
      asked: start.asked,
      classes,
      events,
      access: this.#access,
      problems: this.#problems(start.asked, interruption),
      timings,
      pasted: null,
      sha256: null,
    }
  }

  #problems(asked: readonly string[], interruption: Interruption | null): CaptureProblem[] {
    const current = this.progress.current
    return [...new Set([...asked, ...this.#answers.keys()])].flatMap((name) => {
      const answer = this.#answers.get(name)
      if (answer === 'damaged') return [{ class: name, code: 'answer-damaged', message: '' }]
      if (answer !== undefined) return answer.problem === null ? [] : [answer.problem]
      if (interruption === null) return [{ class: name, code: 'answer-missing', message: '' }]
      const isConcerned = name === current || (this.hasClasses && interruption.cause === 'time-limit')
      return isConcerned && interruption.cause !== 'cancelled'
        ? [{ class: name, code: interruption.cause, message: interruption.detail }]
        : []
    })
  }
}
