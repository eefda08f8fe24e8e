import { problemOf, problemOfClass, problemOfReading } from '../../core/decode/class-problem'
import { isSessionCause } from '../../core/decode/failure-table'
import { decodeCapture } from '../../core/decode/snapshot'
import type { Handlers, SourceSummary } from '../../core/ipc'
import type { Capture } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import { seeInOpenVm } from '../sources/join-worksheet'
import { openFile, openText } from '../sources/opened-source'
import { arrivingVms } from '../sources/arriving-vms'
import { previousCheck } from '../history/history-lookup'
import { readingChanges } from '../sources/reading-changes'
import { overviewOf } from '../sources/overview'
import { sampleCapture } from '../sources/sample-capture'
import type { OpenSource } from '../sources/source-store'
import type { CheckResult } from '../powershell/collect'
import { type Desk, judgedSource, openSource, putReading, summaryOf } from './desk'
import type { Call } from './dispatch'
import { readVmAgain } from './read-vm-again'
import { Refusal, refuse } from './refusal'

type SourceHandlers = Pick<
  Handlers<Call>,
  | 'source.list'
  | 'source.check-local'
  | 'source.check-vm'
  | 'source.open-sample'
  | 'source.open-capture'
  | 'source.paste'
  | 'source.close'
  | 'overview.get'
>

const LOCAL = 'local'
/** Opens captures, and files with a text, in the order given; one that cannot be read stands in the list with its problem. */
export async function openCaptures(
  desk: Pick<Desk, 'sources' | 'history'>,
  paths: readonly string[],
): Promise<OpenSource[]> {
  const opened: OpenSource[] = []
  // One after the other: captures can be large, and the list keeps the order.
  for (const path of paths) {
    const file = await openFile(path, new Date())
    const source = seeInOpenVm(desk.sources, file) ?? desk.sources.put(file)
    if (file.kind === 'capture' && source.capture !== null) desk.history.keep(source.capture)
    opened.push(source)
  }
  return opened
}

function interruptionOf(capture: Capture): Problem {
  const interruption = capture.problems?.find(({ code }) => isSessionCause(code ?? ''))
  return interruption === undefined ? problemOf('answer-missing') : problemOfClass(interruption)
}

/** What a check of this computer leaves behind. An earlier whole reading is never replaced by less than a whole one. */
function keepLocal(desk: Desk, result: CheckResult): OpenSource {
  const earlier = desk.sources.find(LOCAL)
  const hasEarlier = earlier !== undefined && earlier.problem === null
  const opened = { kind: LOCAL, key: LOCAL, name: desk.computerName, origin: desk.computerName } as const
  if (!result.ok) {
    // A cancelled check leaves nothing to look at, and is no fault of the computer.
    if (hasEarlier || result.problem.code === 'cancelled') throw new Refusal(result.problem)
    return desk.sources.put({ ...opened, capture: null, problem: result.problem })
  }
  const { capture } = result
  const problem = problemOfReading(decodeCapture(capture))
  if (capture.stopped === 'cancelled' && (hasEarlier || problem !== null)) throw new Refusal(problemOf('cancelled'))
  if (hasEarlier && problem !== null) throw new Refusal(problem)
  if (hasEarlier && capture.stopped !== null && earlier.capture?.stopped === null) {
    throw new Refusal(interruptionOf(capture))
  }
  return putReading(desk, { ...opened, capture, problem })
}

/** Handlers of everything that opens, reads, lists and closes sources. */
export function sourceHandlers(desk: Desk): SourceHandlers {
  let isChecking = false
  const list = (): readonly SourceSummary[] => desk.sources.list().map((source) => summaryOf(desk, source))
  return {
    'source.list': async () => list(),
    'source.check-local': async (_, { signal, sendProgress }) => {
      if (isChecking) refuse('busy')
      isChecking = true
      const started = performance.now()
      const elapsed = (): number => Math.round(performance.now() - started)
      try {
        const { timeLimitSeconds, eventDays } = desk.settings.current
        const result = await desk.local.check({
          limitMs: timeLimitSeconds * 1000,
          days: eventDays,
          signal,
          onProgress: (progress) => sendProgress({ ...progress, elapsedMs: elapsed() }),
          onMachines: (unfinished, progress) =>
            sendProgress({ ...progress, elapsedMs: elapsed(), arrived: arrivingVms(unfinished, desk.language()) }),
        })
        const source = keepLocal(desk, result)
        if (source.capture !== null) desk.history.keep(source.capture)
        return summaryOf(desk, source)
      } finally {
        isChecking = false
      }
    },
    'source.check-vm': async (vm, call) => {
      const source = openSource(desk, vm.sourceId)
      if (source.kind !== 'local') refuse('not-read-here', { name: source.name })
      if (isChecking) refuse('busy')
      isChecking = true
      try {
        return await readVmAgain(desk, vm, call, desk.local.check)
      } finally {
        isChecking = false
      }
    },
    'source.open-sample': async () => {
      const capture = sampleCapture()
      const name = capture.target.computerName ?? 'sample'
      return summaryOf(
        desk,
        desk.sources.put({ kind: 'sample', key: 'sample', name, origin: 'sample', capture, problem: null }),
      )
    },
    'source.open-capture': async ({ paths }) => {
      const chosen = paths ?? (await desk.desktop.chooseCaptures())
      if (chosen === null) return null
      return (await openCaptures(desk, chosen)).map((source) => summaryOf(desk, source))
    },
    'source.paste': async ({ text, name = null }) => {
      const opened = openText(text, name, new Date())
      if (opened.problem !== null) throw new Refusal(opened.problem)
      return summaryOf(desk, seeInOpenVm(desk.sources, opened) ?? desk.sources.put(opened))
    },
    'source.close': async ({ sourceId }) => {
      desk.sources.close(sourceId)
      return list()
    },
    'overview.get': async ({ sourceId }) => {
      const { source, judged } = judgedSource(desk, sourceId)
      const former = ['local', 'remote'].includes(source.kind) ? desk.sources.former(source) : null
      return {
        ...overviewOf(source, judged, desk.language(), desk.accepted.current),
        hasEarlier: source.capture !== null && previousCheck(desk.history.hosts, source.capture) !== null,
        changes: former === null ? null : readingChanges(former, judged, desk.language()),
      }
    },
  }
}
