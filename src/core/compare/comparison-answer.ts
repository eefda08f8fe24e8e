import type { Say } from '../i18n/translator'
import type { WindowTextKey } from '../i18n/window-texts'
import type { Comparison } from '../model/comparison'
import { VM_CHANGES } from '../model/vm-change'

/** The answer of a comparison in a sentence: how many VMs changed in which way. VMs that are only counted are counted too. */
export function comparisonAnswer(
  { summary, language }: Pick<Comparison, 'summary' | 'language'>,
  say: Say<WindowTextKey>,
): string {
  const total = Object.values(summary).reduce((sum, count) => sum + count, 0)
  if (total === 0) return say(language, 'compare.answer.no-vm')
  if (summary.unchanged === total) return say(language, 'compare.answer.same', { total })
  const counts = VM_CHANGES.filter((change) => summary[change] > 0)
    .map((change) => say(language, 'compare.answer.count', { change, count: summary[change] }))
    .join(', ')
  return say(language, 'compare.answer.counts', { total, counts })
}

/** What has to be known before the numbers are believed: a reading that was not complete. */
export function comparisonCautions(
  { old, new: newer, summary, language }: Pick<Comparison, 'old' | 'new' | 'summary' | 'language'>,
  say: Say<WindowTextKey>,
): readonly string[] {
  return [
    ...(!newer.complete && summary.gone > 0 ? [say(language, 'compare.not-complete')] : []),
    ...(!old.complete && summary.new > 0 ? [say(language, 'compare.old-not-complete')] : []),
  ]
}
