import { comparisonAnswer, comparisonCautions } from '../../core/compare/comparison-answer'
import { shownText } from '../../core/i18n/shown-text'
import { say } from '../../core/i18n/translate'
import type { Comparison, VmComparisonText } from '../../core/model/comparison'
import type { Language } from '../../core/model/text'
import { changedParts, changeText } from '../../core/report/change-words'
import { localTime, momentOf } from '../reports/report-time'
import { wrap } from './text-width'

/** Width of running text where the terminal does not say. */
const TEXT_WIDTH = 110

function sideText({ source, checkedAt, host }: Comparison['old']): string {
  const read = momentOf(checkedAt)
  const parts = [host.name ?? source, host.os, host.build, read === null ? null : localTime(read)]
  return parts.filter((part) => part !== null).join(' · ')
}

/** What has to be known before the numbers are believed. */
function cautionsOf(comparison: Comparison): readonly string[] {
  const { old, new: newer, language } = comparison
  const [read, readLater] = [momentOf(old.checkedAt), momentOf(newer.checkedAt)]
  const isTurned = read !== null && readLater !== null && read > readLater
  return [
    ...(isTurned ? [say(language, 'compare.order', { older: localTime(read), newer: localTime(readLater) })] : []),
    ...comparisonCautions(comparison, say),
  ]
}

function vmLines(vm: VmComparisonText, language: Language, width: number): readonly string[] {
  const indented = (text: string, indent: string): readonly string[] =>
    wrap(shownText(text), Math.max(20, width - indent.length)).map((line) => indent + line)
  return [
    '',
    `${shownText(vm.name)}  ${changeText(vm, language)}`,
    ...changedParts(vm, language).flatMap((part) => indented(part, '  ')),
    ...(vm.explanations.length === 0 ? [] : [`  ${say(language, 'compare.why')}`]),
    ...vm.explanations.flatMap(({ text }) => indented(text, '    ')),
  ]
}

/** A comparison as text for a terminal, `columns` wide; null: as wide as running text may be. VMs without a change are only counted. */
export function comparisonText(comparison: Comparison, columns: number | null): string {
  const { language, old, new: newer } = comparison
  const width = Math.min(columns ?? TEXT_WIDTH, TEXT_WIDTH)
  const paragraph = (text: string): readonly string[] => wrap(shownText(text), width)
  const lines = [
    ...paragraph(say(language, 'compare.arrow', { before: sideText(old), after: sideText(newer) })),
    ...paragraph(comparisonAnswer(comparison, say)),
    ...cautionsOf(comparison).flatMap(paragraph),
    ...comparison.vms.filter(({ change }) => change !== 'unchanged').flatMap((vm) => vmLines(vm, language, width)),
  ]
  return `${lines.join('\n')}\n`
}
