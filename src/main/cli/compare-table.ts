import { comparisonAnswer, comparisonCautions } from '../../core/compare/comparison-answer'
import { shownText } from '../../core/i18n/shown-text'
import { say } from '../../core/i18n/translate'
import type { Comparison, VmComparisonText } from '../../core/model/comparison'
import type { Language } from '../../core/model/text'
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
    ...comparisonCautions(comparison),
  ]
}

function changeText({ change, before, after }: VmComparisonText, language: Language): string {
  const word = say(language, `compare.change.${change}`)
  const [was, is] = [before, after].map((then) => then && say(language, `verdict.${then.verdict}`))
  if (was && is && was !== is) return say(language, 'compare.verdict-now', { change: word, before: was, after: is })
  return say(language, 'compare.verdict-only', { change: word, verdict: is ?? was ?? '' })
}

function statusText({
  word,
  status,
  detail,
}: {
  readonly word: string
  readonly status: { readonly code: number } | null
  readonly detail: { readonly code: number } | null
}): string {
  const codes = [status?.code, detail?.code].filter((code) => code !== undefined)
  return codes.length === 0 ? word : `${word} [${codes.join(', ')}]`
}

function vmLines(vm: VmComparisonText, language: Language, width: number): readonly string[] {
  const indented = (text: string, indent: string): readonly string[] =>
    wrap(shownText(text), Math.max(20, width - indent.length)).map((line) => indent + line)
  const arrow = (label: string, before: string, after: string): string =>
    `${label}: ${say(language, 'compare.arrow', { before, after })}`
  const changed = vm.services.filter(({ change }) => change !== 'unchanged')
  return [
    '',
    `${shownText(vm.name)}  ${changeText(vm, language)}`,
    ...changed.flatMap(({ service, before, after }) =>
      indented(arrow(say(language, `term.service.${service}`), statusText(before), statusText(after)), '  '),
    ),
    ...vm.facts.flatMap(({ fact, before, after }) =>
      indented(arrow(say(language, `compare.fact.${fact}`), before, after), '  '),
    ),
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
    ...paragraph(comparisonAnswer(comparison)),
    ...cautionsOf(comparison).flatMap(paragraph),
    ...comparison.vms.filter(({ change }) => change !== 'unchanged').flatMap((vm) => vmLines(vm, language, width)),
  ]
  return `${lines.join('\n')}\n`
}
