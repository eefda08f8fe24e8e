import { randomBytes } from 'node:crypto'
import { causeOfCode, problemOf, type SessionCause } from '../../core/decode/class-problem'
import type { Capture } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import { EnvelopeReader, type EnvelopeEvent } from './envelopes'
import { Reading, type Interruption, type ReadingProgress } from './reading'
import type { CallEnd, PowerShellSession } from './session'
import { unpackBudget, unpackEnvelope } from './unpack'

/** How long a whole check may take, the start of PowerShell included. */
export const CHECK_LIMIT_MS = 120_000
const CLASS_LIMIT_SECONDS = 30
/** Data exchange is the largest class and the slowest on a busy host. */
const KVP_LIMIT_SECONDS = 60
const QUESTION_LIMIT_MS = 10_000

/** What a check may take, and who wants to know how far it is. */
export interface CheckOptions {
  readonly limitMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined
}

/** What was read, perhaps only a part (`complete`, `stopped`), or why nothing was. */
export type CheckResult =
  { readonly ok: true; readonly capture: Capture } | { readonly ok: false; readonly problem: Problem }

/** The line that starts a check. The request is data: base64 has no character that PowerShell gives a meaning in quotes. */
function callOf(nonce: string): string {
  const request = { nonce, classTimeoutSeconds: CLASS_LIMIT_SECONDS, kvpTimeoutSeconds: KVP_LIMIT_SECONDS }
  return `Invoke-IntegrationDoctor -Request '${Buffer.from(JSON.stringify(request)).toString('base64')}'`
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
  const reading = new Reading()
  const budget = unpackBudget()
  let damaged = false

  const take = (events: readonly EnvelopeEvent[]): void => {
    for (const event of events) {
      const content = event.kind === 'envelope' ? unpackEnvelope(event.content, budget) : undefined
      damaged ||= content === undefined
      reading.take(event.name, content)
    }
    if (events.length > 0 && reading.started) options.onProgress?.(reading.progress)
  }

  const end = await session.run(callOf(nonce), {
    limitMs: options.limitMs ?? CHECK_LIMIT_MS,
    signal: options.signal,
    onLine: (line) => take(reader.takeLine(line)),
  })
  take(reader.finish())

  if (reading.finished && reading.started) {
    if (damaged) await session.end()
    return { ok: true, capture: reading.capture(null) }
  }
  let interruption: Interruption
  if (!end.ok) interruption = { cause: end.cause, detail: end.detail }
  else if (damaged) interruption = { cause: 'answer-damaged', detail: '' }
  else if (reading.started) interruption = { cause: 'answer-missing', detail: '' }
  else interruption = await causeOfSilence(session, end, reader.noise)
  // A call that failed has ended its shell already; one that was cancelled in the queue must leave the other's alone.
  if (end.ok) await session.end()
  if (reading.started) return { ok: true, capture: reading.capture(interruption) }
  return { ok: false, problem: problemOf(interruption.cause, { words: interruption.detail }) }
}
