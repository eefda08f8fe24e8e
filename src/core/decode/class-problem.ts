import { message } from '../i18n/translate'
import type { CaptureProblem } from '../model/capture'
import type { Problem } from '../model/problem'
import type { Snapshot } from '../model/snapshot'
import type { TextParam } from '../model/text'
import { causeOfCode, isSessionCause, normalizedCode, type ReadingCause } from './failure-table'

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
  const code = oneLine(facts.code ?? cause)
  const params: Readonly<Record<string, TextParam>> = {
    class: className ?? message('problem.no-class'),
    code,
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
  return problemOf(causeOfCode(code, problem.class, problem.message), {
    class: problem.class,
    code,
    words: problem.message,
  })
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
  const own = snapshot.problems.find((problem) => isSessionCause(normalizedCode(problem.code ?? '')))
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
