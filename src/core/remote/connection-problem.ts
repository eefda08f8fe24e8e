import { problemOf } from '../decode/class-problem'
import { causeOfCode, type ReadingCause } from '../decode/failure-table'
import type { CaptureProblem } from '../model/capture'
import type { Problem } from '../model/problem'

/** Codes that mean something else of a connection than of a class: there it is WinRM or DCOM that refuses or keeps silent. */
const OF_CONNECTION: Partial<Record<ReadingCause, ReadingCause>> = {
  refused: 'remote-refused',
  'vmms-silent': 'rpc-unreachable',
}

/** The cause behind the code of a failed connection. */
export function connectionCause(code: string, words = ''): ReadingCause {
  const cause = causeOfCode(code, null, words)
  return OF_CONNECTION[cause] ?? cause
}

/** The sentence for a computer that could not be reached, or whose connection was refused. */
export function connectionProblem({ code, message }: CaptureProblem): Problem {
  const known = code ?? 'unknown'
  return problemOf(connectionCause(known, message), { code: known, words: message })
}
