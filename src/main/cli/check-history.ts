import { renderProblem } from '../../core/diagnosis/render'
import type { Capture } from '../../core/model/capture'
import { DEFAULT_BYTES, DEFAULT_DAYS } from '../history/history-limits'
import { HistoryStore } from '../history/history-store'
import { JUDGED_BY } from '../history/window-history'
import type { Check } from './check'
import type { Surroundings } from './surroundings'

/** The kept checks. What is damaged there is told and does not make this check less whole. */
export async function openHistory({ historyFolder, now }: Surroundings): Promise<HistoryStore> {
  const history = new HistoryStore({
    folder: historyFolder,
    isOn: () => true,
    limits: () => ({ days: DEFAULT_DAYS, bytes: DEFAULT_BYTES }),
    judgedBy: JUDGED_BY,
    now,
    delayMs: 0,
    onChanged: () => undefined,
  })
  await history.load()
  return history
}

/** Keeps a check after its result was given. One that could not be kept is told. */
export async function keep(check: Check, history: HistoryStore | null, capture: Capture): Promise<void> {
  if (history === null) return
  history.keep(capture)
  await history.settle()
  for (const problem of [...history.problems, ...(history.writeProblem === null ? [] : [history.writeProblem])]) {
    const { message, step } = renderProblem(problem, check.language)
    await check.tell(`${message} ${step}`)
  }
}
