import { existsSync, readFileSync } from 'node:fs'
import { translate } from '../../src/core/i18n/translate'
import type { Capture } from '../../src/core/model/capture'
import type { CheckResult } from '../../src/main/powershell/collect'
import { PowerShellSession } from '../../src/main/powershell/session'
import { type FakeHost, type Faults, makeFakeHost } from './collector'
import { COLLECTOR, ENGINE, fakeImport, sessionEnvironment } from './engine'
import { type HostRows, hostWith } from './hyper-v-host'

/** Whether a process runs. One that has ended and waits for its parent to notice (state Z) does not. */
export const isRunning = (pid: number): boolean => {
  const stat = `/proc/${pid}/stat`
  if (process.platform === 'linux') {
    if (!existsSync(stat)) return false
    const text = readFileSync(stat, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2, text.lastIndexOf(')') + 3) !== 'Z'
  }
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const undo: (() => Promise<void> | void)[] = []
/** Ends every session that a test opened, and removes its fake host. */
export const endSessions = async (): Promise<void> => {
  for (const step of undo.splice(0).toReversed()) await step()
}

/** A session of the app's own kind against a fake host. */
export interface Setup {
  readonly session: PowerShellSession
  readonly fake: FakeHost
}

/** Statements as a session takes them. */
export const paragraphs = (...statements: readonly string[]): string => `${statements.join('\n\n')}\n`

/** Opens a session that has the collector; it is ended by `endSessions`. */
export const setup = (
  host: HostRows = hostWith(['web-01', '웹-02']),
  faults: Faults = {},
  script = readFileSync(COLLECTOR, 'utf8'),
): Setup => {
  const fake = makeFakeHost(host, faults)
  const session = new PowerShellSession({
    executables: [ENGINE],
    env: sessionEnvironment(fake.variables),
    prelude: paragraphs(...fakeImport(fake.variables), script),
  })
  undo.push(fake.remove, () => session.end())
  return { session, fake }
}

/** What was read; throws with the sentence where nothing was. */
export const captureOf = (result: CheckResult): Capture => {
  if (!result.ok) throw new Error(`${result.problem.code}: ${translate('en', result.problem.message)}`)
  return result.capture
}
