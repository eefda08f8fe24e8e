import { compareHosts } from '../../core/compare/compare-hosts'
import { comparisonAnswer, comparisonCautions } from '../../core/compare/comparison-answer'
import { say } from '../../core/i18n/translate'
import { renderComparison } from '../../core/compare/render-comparison'
import { judge, type JudgedHost } from '../../core/diagnosis/judge'
import type { Capture } from '../../core/model/capture'
import type { Language } from '../../core/model/text'
import type { LastCheck } from '../../core/report/source'
import { version } from '../../../package.json'
import { knownGuests, previousCheck } from './history-lookup'
import type { HistoryStore } from './history-store'

/** The check before another of the same host, with the evidence it rests on. */
export interface EarlierCheck {
  readonly capture: Capture
  readonly judged: JudgedHost
}

/** The kept check before a capture; null where there is none that can be read. */
export async function earlierCheck(history: HistoryStore, capture: Capture): Promise<EarlierCheck | null> {
  const ref = previousCheck(history.hosts, capture)
  const read = ref === null ? null : await history.read(ref)
  if (read?.ok !== true) return null
  const { capture: earlier } = read
  return { capture: earlier, judged: judge(earlier, {}, {}, knownGuests(history.hosts, earlier)) }
}

/** What became of some VMs (by their ids) since the check before; all of them, and those that are gone, where `vmIds` is null. */
export function lastCheckOf(
  older: JudgedHost,
  newer: JudgedHost,
  vmIds: ReadonlySet<string> | null,
  language: Language,
): LastCheck {
  const compared = compareHosts(older, newer)
  const vms = compared.vms.filter(({ after }) => vmIds === null || (after !== null && vmIds.has(after.vm.id)))
  const options = { language, programVersion: version, sources: ['', ''] } as const
  const comparison = renderComparison({ ...compared, vms }, options)
  return {
    checkedAt: older.snapshot.collectedAt,
    answer: [comparisonAnswer(comparison, say), ...comparisonCautions(comparison, say)].join(' '),
    changed: comparison.vms.filter(({ change }) => change !== 'unchanged'),
  }
}
