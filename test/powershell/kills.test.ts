import { afterEach, expect, test } from 'vitest'
import { collect } from '../../src/main/powershell/collect'
import { CHANNELS, hostWith, manyNames } from './hyper-v-host'
import { endSessions, isRunning, setup } from './sessions'

afterEach(endSessions)

const KILLS = 50
const AT_ONCE = 4
/** About as long as a start and a check take on a busy machine. */
const SPAN_MS = 2500

/** Evenly spread over the span, but not in step with what the check does. */
const moments = Array.from({ length: KILLS }, (_, index) => Math.floor(((index * 0.618_034) % 1) * SPAN_MS))

interface Outcome {
  readonly moment: number
  readonly wasKilled: boolean
  readonly isWhole: boolean
  /** Every class and log that was to be read has an answer. */
  readonly hasAll: boolean
  readonly isMarked: boolean
  readonly left: readonly number[]
}

const killedAfter = async (moment: number): Promise<Outcome> => {
  const { session } = setup(hostWith(manyNames(20)), { slow: { Msvm_KvpExchangeComponent: 200, [CHANNELS[1]]: 200 } })
  const pids = new Set<number>()
  let wasKilled = false
  const timer = setTimeout(() => {
    const { pid } = session
    if (pid === undefined) return
    wasKilled = true
    pids.add(pid)
    process.kill(pid, 'SIGKILL')
  }, moment)
  const result = await collect(session, { onProgress: () => session.pid !== undefined && pids.add(session.pid) })
  const wasInTime = wasKilled
  clearTimeout(timer)
  await session.end()
  return {
    moment,
    wasKilled: wasInTime,
    isWhole: result.ok && result.capture.complete,
    hasAll: result.ok && (result.capture.asked ?? []).every((name) => name in (result.capture.timings ?? {})),
    isMarked: result.ok ? result.capture.stopped === 'broken-off' : result.problem.code === 'powershell-ended',
    left: [...pids].filter(isRunning),
  }
}

test('PowerShell killed at 50 moments: no check hangs, none is called whole, no process stays', async () => {
  const outcomes: Outcome[] = []
  const waiting = [...moments]
  const worker = async (): Promise<void> => {
    for (let moment = waiting.shift(); moment !== undefined; moment = waiting.shift()) {
      outcomes.push(await killedAfter(moment))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  expect(outcomes).toHaveLength(KILLS)
  expect(outcomes.filter(({ left }) => left.length > 0)).toEqual([])
  const killed = outcomes.filter(({ wasKilled }) => wasKilled)
  expect(killed.filter(({ isWhole, hasAll, isMarked }) => (isWhole ? !hasAll : !isMarked))).toEqual([])
  // Those that were through before their moment came are whole, and there are not many of them.
  expect(outcomes.filter(({ wasKilled, isWhole }) => !wasKilled && !isWhole)).toEqual([])
  expect(killed.length).toBeGreaterThan(KILLS / 3)
}, 240_000)
