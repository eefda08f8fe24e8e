import { compareHosts, type HostComparison } from '../../core/compare/compare-hosts'
import { comparisonAnswer } from '../../core/compare/comparison-answer'
import { say } from '../../core/i18n/translate'
import { countChanges, renderVmComparison, worstFirst } from '../../core/compare/render-comparison'
import type { JudgedHost } from '../../core/diagnosis/judge'
import type { ReadingChanges } from '../../core/ipc'
import type { Language } from '../../core/model/text'

/** Changed VMs that are told line by line. */
const TOLD = 50

/** Comparisons by their newer side, which is judged anew whenever anything about it changes. */
const compared = new WeakMap<JudgedHost, HostComparison>()

function comparisonOf(former: JudgedHost, judged: JudgedHost): HostComparison {
  let comparison = compared.get(judged)
  if (comparison?.older !== former) compared.set(judged, (comparison = compareHosts(former, judged)))
  return comparison
}

/** What changed from the former reading of a source to this one, in a language. */
export function readingChanges(former: JudgedHost, judged: JudgedHost, language: Language): ReadingChanges {
  const { vms } = comparisonOf(former, judged)
  const changed = worstFirst(vms.filter(({ change }) => change !== 'unchanged'))
  return {
    answer: comparisonAnswer({ summary: countChanges(vms), language }, say),
    vms: changed.slice(0, TOLD).map((vm) => renderVmComparison(vm, language)),
    more: Math.max(0, changed.length - TOLD),
  }
}
