import { message } from '../i18n/translate'
import type { CaptureProblem } from '../model/capture'
import type { Problem } from '../model/problem'
import type { Snapshot } from '../model/snapshot'
import type { TextParam } from '../model/text'

/** What can go wrong with PowerShell itself; these are also the codes under which a capture keeps them. */
export const SESSION_CAUSES = [
  'powershell-missing',
  'powershell-blocked',
  'powershell-ended',
  'powershell-silent',
  'powershell-noise',
  'time-limit',
  'cancelled',
  'answer-damaged',
  'answer-missing',
  'constrained-language',
  'security-software',
  'no-cim-command',
] as const
export type SessionCause = (typeof SESSION_CAUSES)[number]

/** Every cause of a failed reading. One without its two sentences in `problem.cause` does not compile. */
export type ReadingCause =
  | SessionCause
  | 'namespace-missing'
  | 'refused'
  | 'class-missing'
  | 'vmms-stopped'
  | 'vmms-silent'
  | 'wmi-silent'
  | 'wmi-damaged'
  | 'class-timed-out'
  | 'quota'
  | 'query-refused'
  | 'unknown'

// Where a service does not answer, Hyper-V's classes point to vmms and the others to WMI itself.
type CodeMeaning = ReadingCause | 'service-silent'

/**
 * Windows error codes by their meaning here. The messages beside them are in the host's language, so nothing is read
 * from those. The names are PowerShell's own ids of errors that have no number.
 */
const CODES: Readonly<Record<string, CodeMeaning>> = {
  '0x8004100e': 'namespace-missing',
  '0x80041003': 'refused',
  '0x80070005': 'refused',
  '0x80041010': 'class-missing',
  '0x80041002': 'service-silent',
  '0x80041013': 'service-silent',
  '0x800706ba': 'service-silent',
  '0x800706be': 'service-silent',
  '0x80070422': 'service-silent',
  '0x80080005': 'service-silent',
  '0x8007045b': 'service-silent',
  '0x80041014': 'wmi-damaged',
  '0x00040004': 'class-timed-out',
  '0x8004106c': 'quota',
  '0x80041006': 'quota',
  '0x80041017': 'query-refused',
  methodinvocationnotsupportedinconstrainedlanguage: 'constrained-language',
  scriptcontainedmaliciouscontent: 'security-software',
  commandnotfoundexception: 'no-cim-command',
}

/** A hexadecimal code in one form, so that `0x40004` and `0x00040004` are the same; other codes in lower case. */
function normalized(code: string): string {
  const hex = /^0x([0-9a-f]{1,8})$/i.exec(code.trim())?.[1]
  return hex === undefined ? code.trim().toLowerCase() : `0x${hex.padStart(8, '0').toLowerCase()}`
}

/** Whether a code of a capture tells of PowerShell itself. */
export function isSessionCause(code: string): code is SessionCause {
  return (SESSION_CAUSES as readonly string[]).includes(code)
}

/** The cause behind a code of a capture: a Windows error, an error id of PowerShell, or one of our own. */
export function causeOfCode(code: string, className: string | null): ReadingCause {
  const known = normalized(code)
  if (isSessionCause(known)) return known
  const meaning = Object.hasOwn(CODES, known) ? CODES[known] : undefined
  if (meaning === undefined) return 'unknown'
  const ofWindows = className?.startsWith('Win32_') === true
  if (meaning === 'service-silent') return ofWindows ? 'wmi-silent' : 'vmms-silent'
  // The namespace root\cimv2 exists on every Windows.
  return meaning === 'namespace-missing' && ofWindows ? 'wmi-damaged' : meaning
}

const WINDOWS_POWERSHELL = '%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'
const WORDS_LENGTH = 300

/** Words of another program as one line that is safe to show. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > WORDS_LENGTH ? `${line.slice(0, WORDS_LENGTH)}…` : line
}

/** What the sentences of a cause can name. */
export interface CauseFacts {
  readonly class?: string | null
  /** The code to search for; the cause's own name where there is none. */
  readonly code?: string | null
  /** What the other program said in its own language; for a session's own cause its exit code, system error or seconds. */
  readonly words?: string
}

/** The sentence and the next step for a cause. */
export function problemOf(cause: ReadingCause, facts: CauseFacts = {}): Problem {
  const words = oneLine(facts.words ?? '')
  const className = facts.class ?? null
  const code = facts.code ?? cause
  const params: Readonly<Record<string, TextParam>> = {
    class: className ?? message('problem.no-class'),
    code: oneLine(code),
    words: words === '' ? message('problem.no-words') : words,
    seconds: Number(words) || 0,
    path: WINDOWS_POWERSHELL,
  }
  return {
    code,
    class: className,
    message: message(`problem.cause.${cause}.message`, params),
    step: message(`problem.cause.${cause}.step`, params),
  }
}

/** The sentence for one class of a capture that was refused, broke off or was not answered. */
export function problemOfClass(problem: CaptureProblem): Problem {
  const code = problem.code ?? 'unknown'
  return problemOf(causeOfCode(code, problem.class), { class: problem.class, code, words: problem.message })
}

/**
 * Why a reading has no virtual machine to show, as the one cause behind all its problems; null where it has some, or
 * where it is proved that the host has none. Hyper-V answers an account without rights with an empty list and no error.
 */
export function problemOfReading(snapshot: Snapshot): Problem | null {
  if (snapshot.vms.length > 0 || snapshot.emptyIsProved) return null
  const access = snapshot.host.access
  const systems = snapshot.problems.find((problem) => problem.class === 'Msvm_ComputerSystem')
  if (access?.namespace === 'missing') return problemOf('namespace-missing', { code: '0x8004100E' })
  if ((access?.vmms ?? 'running') !== 'running') return problemOf('vmms-stopped')
  if (systems !== undefined) return problemOfClass(systems)
  const own = snapshot.problems.find((problem) => isSessionCause(normalized(problem.code ?? '')))
  if (own !== undefined) return problemOfClass(own)
  if (snapshot.stopped !== null) {
    return {
      code: snapshot.stopped,
      class: null,
      message: message(`note.stopped.${snapshot.stopped}`),
      step: message('note.stopped.step'),
    }
  }
  return {
    code: 'no-vm-proved',
    class: null,
    message: message('note.nothing-seen.message'),
    step: message('note.nothing-seen.step'),
  }
}
