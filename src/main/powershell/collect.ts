import { randomBytes } from 'node:crypto'
import { problemOf } from '../../core/decode/class-problem'
import { causeOfCode, type SessionCause } from '../../core/decode/failure-table'
import type { Capture } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import type { Transport } from '../../core/model/computer-name'
import { connectionProblem } from '../../core/remote/connection-problem'
import { EnvelopeReader, type EnvelopeEvent } from './envelopes'
import { Reading, type Interruption, type ReadingProgress } from './reading'
import type { CallEnd, PowerShellSession } from './session'
import { unpackBudget, unpackEnvelope } from './unpack'

/** How long a whole check may take, the start of PowerShell included. */
export const CHECK_LIMIT_MS = 120_000
const CLASS_LIMIT_SECONDS = 30
/** Data exchange is the largest class and the slowest on a busy host. */
const KVP_LIMIT_SECONDS = 60
/** All event logs together. A log that does not even answer is given up a little later, from here. */
const EVENTS_LIMIT_SECONDS = 20
const EVENTS_GRACE_MS = 5000
const EVENTS_MOST = 2000
const QUESTION_LIMIT_MS = 10_000
const DAY_MS = 86_400_000

/** Classes that say which virtual machines there are, what they are called, and what runs in them. */
const TELLING = new Set(['Msvm_ComputerSystem', 'Msvm_SummaryInformation', 'Msvm_KvpExchangeComponent'])

/** How far back the host's event logs are read, in days, where nobody says otherwise. */
export const DEFAULT_DAYS = 14

/** What a check may take, and who wants to know how far it is. */
export interface CheckOptions {
  readonly limitMs?: number | undefined
  /** How many days back the event logs are read. */
  readonly days?: number | undefined
  /** Reads this virtual machine alone. */
  readonly vmId?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined
  /**
   * Gets what has been read so far whenever a class that tells more about the virtual machines is through: enough to list
   * them, never to judge them.
   */
  readonly onMachines?: ((unfinished: Capture, progress: ReadingProgress) => void) | undefined
  /** Another computer; absent: this one. The session has to have the script for it. */
  readonly target?: RemoteTarget | undefined
}

/** Another computer as a request names it. `pipe` and `proof` lead to the password of another account. */
export interface RemoteTarget {
  readonly computerName: string
  readonly transport: Transport
  readonly what: 'host' | 'cluster'
  readonly openMilliseconds: number
  readonly userName?: string | undefined
  readonly pipe?: string | undefined
  readonly proof?: string | undefined
}

/** What was read, perhaps only a part (`complete`, `stopped`), or why nothing was. */
export type CheckResult =
  { readonly ok: true; readonly capture: Capture } | { readonly ok: false; readonly problem: Problem }

/** JSON in ASCII: the collector takes base64 apart by hand, byte by byte. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The line that starts a check. The request is data: base64 has no character that PowerShell gives a meaning in quotes. */
export function callOf(nonce: string, { days = DEFAULT_DAYS, vmId, target }: CheckOptions): string {
  const request = {
    nonce,
    vmId: vmId ?? null,
    classTimeoutSeconds: CLASS_LIMIT_SECONDS,
    kvpTimeoutSeconds: KVP_LIMIT_SECONDS,
    eventsTimeoutSeconds: EVENTS_LIMIT_SECONDS,
    eventsMilliseconds: Math.round(days * DAY_MS),
    eventsMost: EVENTS_MOST,
    ...(target === undefined ? {} : { target }),
  }
  const entry = target === undefined ? 'Invoke-IntegrationDoctor' : 'Invoke-RemoteIntegrationDoctor'
  return `${entry} -Request '${Buffer.from(asciiJson(request)).toString('base64')}'`
}

/** PowerShell's ids of errors stand in its error texts in every language, where it writes them at all. */
function causeInErrors(errors: string): SessionCause | null {
  for (const [id] of errors.matchAll(/\b[A-Z][A-Za-z]{20,60}\b/g)) {
    const cause = causeOfCode(id, null)
    if (cause === 'constrained-language' || cause === 'security-software' || cause === 'no-cim-command') return cause
  }
  return null
}

/** Why a shell that is well said nothing of a check: asked in a way that every language mode allows. */
async function causeOfSilence(session: PowerShellSession, end: CallEnd, noise: number): Promise<Interruption> {
  const known = causeInErrors(end.errors)
  if (known !== null && known !== 'constrained-language') return { cause: known, detail: '' }
  let mode = ''
  await session.run('"mode=$($ExecutionContext.SessionState.LanguageMode)"', {
    limitMs: QUESTION_LIMIT_MS,
    onLine: (line) => {
      mode = /^mode=(\w+)$/.exec(line.trim())?.[1] ?? mode
    },
  })
  if (mode !== '' && mode !== 'FullLanguage') return { cause: 'constrained-language', detail: mode }
  return { cause: noise > 0 ? 'powershell-noise' : 'powershell-silent', detail: '' }
}

/**
 * Checks one target through its session. What was read before a cancel, a time limit or a breakdown is kept and marked.
 * Only complete envelopes of this very call count; an answer without its last envelope is no answer, and the session
 * that gave it is ended. Never rejects.
 */
export async function collect(session: PowerShellSession, options: CheckOptions = {}): Promise<CheckResult> {
  const nonce = randomBytes(12).toString('hex')
  const reader = new EnvelopeReader(nonce)
  const reading = new Reading(options.target?.transport)
  const budget = unpackBudget()
  const givenUp = new AbortController()
  let damaged = false
  let eventsTimer: NodeJS.Timeout | undefined

  const take = (events: readonly EnvelopeEvent[]): void => {
    for (const event of events) {
      const content = event.kind === 'envelope' ? unpackEnvelope(event, budget) : undefined
      damaged ||= content === undefined
      reading.take(event.name, content)
    }
    if (reading.hasClasses && eventsTimer === undefined) {
      eventsTimer = setTimeout(() => givenUp.abort(), EVENTS_LIMIT_SECONDS * 1000 + EVENTS_GRACE_MS)
    }
    if (events.length > 0 && reading.started) options.onProgress?.(reading.progress)
    if (reading.started && reading.hasMachines && events.some(({ name }) => TELLING.has(name))) {
      options.onMachines?.(reading.capture(null), reading.progress)
    }
  }

  const end = await session.run(callOf(nonce, options), {
    limitMs: options.limitMs ?? CHECK_LIMIT_MS,
    signal: options.signal === undefined ? givenUp.signal : AbortSignal.any([options.signal, givenUp.signal]),
    onLine: (line) => take(reader.takeLine(line)),
  })
  clearTimeout(eventsTimer)
  take(reader.finish())

  if (reading.finished && reading.started) {
    if (damaged) await session.end()
    return { ok: true, capture: reading.capture(null) }
  }
  const lost = reading.connection
  if (lost !== null && !reading.started) return { ok: false, problem: connectionProblem(lost) }
  let interruption: Interruption
  if (givenUp.signal.aborted && options.signal?.aborted !== true) {
    interruption = { cause: 'time-limit', detail: String(EVENTS_LIMIT_SECONDS) }
  } else if (!end.ok) interruption = { cause: end.cause, detail: end.detail }
  else if (lost !== null) interruption = { cause: 'connection-lost', detail: lost.message }
  else if (damaged) interruption = { cause: 'answer-damaged', detail: '' }
  else if (reading.started) interruption = { cause: 'answer-missing', detail: '' }
  else interruption = await causeOfSilence(session, end, reader.noise)
  // A call that failed has ended its shell already; one that was cancelled in the queue must leave the other's alone.
  if (end.ok) await session.end()
  if (reading.started) return { ok: true, capture: reading.capture(interruption) }
  const { cause, detail } = interruption
  // A shell that is well and hears nothing waits for the other computer.
  const isSilent = options.target !== undefined && cause === 'time-limit'
  return { ok: false, problem: problemOf(isSilent ? 'host-silent' : cause, { words: detail }) }
}
