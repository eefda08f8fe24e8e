import { compareHosts } from '../../core/compare/compare-hosts'
import { renderComparison } from '../../core/compare/render-comparison'
import { judge, type JudgedHost } from '../../core/diagnosis/judge'
import { renderProblem } from '../../core/diagnosis/render'
import { message } from '../../core/i18n/translate'
import type { CompareRef, Handlers, HistoryOverview } from '../../core/ipc'
import type { Capture } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import { unreadableProblem } from '../history/history-problems'
import { type CheckRef, knownGuests, previousCheck } from '../history/history-lookup'
import { localTime, momentOf } from '../reports/report-time'
import { type Desk, judgedSource, summaryOf } from './desk'
import type { Call } from './dispatch'
import { Refusal } from './refusal'

type HistoryHandlers = Pick<Handlers<Call>, 'history.get' | 'history.open' | 'history.delete' | 'compare.get'>

function refuseWith(code: string, what: 'gone' | 'no-earlier'): never {
  const problem: Problem = {
    code,
    class: null,
    message: message(`history.${what}.message`),
    step: message(`history.${what}.step`),
  }
  throw new Refusal(problem)
}

/** What is kept, as the window shows it: hosts by name, their checks newest first. */
function overviewOf({ history, settings, language }: Desk): HistoryOverview {
  const { history: isOn, historyDays: days, historyMebibytes: limitMebibytes } = settings.current
  const hosts = [...history.hosts].map(([id, { host, checks }]) => ({
    id,
    name: host.name,
    domain: host.domain,
    os: host.os,
    checks: checks.toReversed().map(({ file, checkedAt, summary }) => ({ file, checkedAt, summary })),
  }))
  const bytes = [...history.hosts.values()].flatMap(({ checks }) => checks).reduce((sum, check) => sum + check.bytes, 0)
  const text = (problem: Problem) => renderProblem(problem, language())
  return {
    isOn,
    days,
    limitMebibytes,
    bytes,
    hosts: hosts.toSorted((a, b) => a.name.localeCompare(b.name, language())),
    problems: history.problems.map(text),
    writeProblem: history.writeProblem === null ? null : text(history.writeProblem),
  }
}

async function keptCapture({ history }: Desk, ref: CheckRef): Promise<Capture> {
  const result = (await history.read(ref)) ?? refuseWith('history-gone', 'gone')
  if (!result.ok) throw new Refusal(result.problem)
  return result.capture
}

function nameOf({ history }: Desk, { hostId }: CheckRef, { collectedAt }: Capture): string {
  const read = momentOf(collectedAt)
  const host = history.hosts.get(hostId)?.host.name ?? hostId
  return read === null ? host : `${host} ${localTime(read)}`
}

/** One side of a comparison: an open source, or a kept check. */
async function sideOf(desk: Desk, ref: CompareRef): Promise<{ readonly name: string; readonly judged: JudgedHost }> {
  if ('sourceId' in ref) {
    const { source, judged } = judgedSource(desk, ref.sourceId)
    return { name: summaryOf(desk, source).name, judged }
  }
  const capture = await keptCapture(desk, ref)
  const judged = judge(capture, {}, {}, knownGuests(desk.history.hosts, capture))
  return { name: nameOf(desk, ref, capture), judged }
}

/** The kept check before the newer side, where the person did not choose one. */
async function earlierOf(desk: Desk, newer: CompareRef): Promise<CompareRef> {
  const capture =
    'sourceId' in newer ? judgedSource(desk, newer.sourceId).source.capture : await keptCapture(desk, newer)
  const earlier = capture === null ? null : previousCheck(desk.history.hosts, capture)
  return earlier ?? refuseWith('history-no-earlier', 'no-earlier')
}

/** Handlers of the history and of comparisons. */
export function historyHandlers(desk: Desk): HistoryHandlers {
  return {
    'history.get': async () => overviewOf(desk),
    'history.open': async (ref) => {
      const capture = await keptCapture(desk, ref)
      const name = nameOf(desk, ref, capture)
      const key = `history:${ref.hostId}/${ref.file}`
      return summaryOf(desk, desk.sources.put({ kind: 'capture', key, name, origin: name, capture, problem: null }))
    },
    'history.delete': async (what) => {
      try {
        await desk.history.remove(what)
      } catch (cause) {
        throw new Refusal(unreadableProblem(cause, desk.history.folder))
      }
      return overviewOf(desk)
    },
    'compare.get': async ({ older: asked, newer }) => {
      const older = asked ?? (await earlierOf(desk, newer))
      const [before, after] = [await sideOf(desk, older), await sideOf(desk, newer)]
      const comparison = renderComparison(compareHosts(before.judged, after.judged), {
        language: desk.language(),
        programVersion: desk.version,
        sources: [before.name, after.name],
      })
      // The others are counted; ten thousand of them say nothing.
      const vms = comparison.vms.filter(({ change }) => change !== 'unchanged')
      return { older, newer, comparison: { ...comparison, vms } }
    },
  }
}
