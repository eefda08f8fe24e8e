import { say } from '../../core/i18n/translate'
import type { Diagnosis, VmDiagnosis } from '../../core/model/diagnosis'
import { JUDGED_SERVICES } from '../../core/model/service'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import { answerOf, bySeverity, guestText, hostText } from '../../core/report/answer'
import { acceptedText } from '../../core/report/host-content'
import { MARK_SIGNS, markOf } from '../../core/report/marks'
import { codesOf, decisiveFindings, nextSteps, stepsOf } from '../../core/report/vm-words'
import { localTime, momentOf } from '../reports/report-time'
import { shownText } from '../../core/i18n/shown-text'
import { fit, widthOf, wrap } from './text-width'

const GAP = '  '
/** A column may be cut down to this before it is left out. */
const NARROWEST = 10
/** Width of running text where the terminal does not say. */
const TEXT_WIDTH = 110

interface Column {
  readonly head: string
  readonly cells: readonly string[]
  /** Whether it may be cut, and in which order it is left out where there is no room; null: always there. */
  readonly canShrink: boolean
  readonly dropOrder: number | null
}

function serviceMark(vm: VmDiagnosis, id: (typeof JUDGED_SERVICES)[number]): string {
  const service = vm.services.find((candidate) => candidate.service === id)
  const mark = service === undefined ? null : markOf(service.verdict, service.enabled)
  return mark === null ? '' : MARK_SIGNS[mark]
}

function columnsOf(vms: readonly VmDiagnosis[], language: Language): readonly Column[] {
  const column = (
    head: string,
    cell: (vm: VmDiagnosis) => string,
    dropOrder: number | null = null,
    canShrink = false,
  ): Column => ({ head, cells: vms.map((vm) => shownText(cell(vm))), canShrink, dropOrder })
  return [
    column(say(language, 'report.column.verdict'), (vm) => say(language, `verdict.${vm.verdict}`)),
    column(say(language, 'report.column.vm'), ({ name }) => name, null, true),
    column(say(language, 'report.column.guest'), (vm) => guestText(vm, language), 1, true),
    column(say(language, 'report.column.state'), ({ state }) => say(language, `term.state.${state}`), 0),
    ...JUDGED_SERVICES.map((id) => column(say(language, `term.service-short.${id}`), (vm) => serviceMark(vm, id), 2)),
  ]
}

const natural = ({ head, cells }: Column): number =>
  cells.reduce((most, cell) => Math.max(most, widthOf(cell)), widthOf(head))

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1)
}

/** Makes columns fit: the widest cut first, then whole columns left out. */
function fitted(
  columns: readonly Column[],
  limit: number,
): readonly { readonly column: Column; readonly width: number }[] {
  let kept = columns
  for (let dropped = 0; ; dropped += 1) {
    const widths = kept.map(natural)
    for (;;) {
      if (total(widths) <= limit) return kept.map((column, index) => ({ column, width: widths[index] ?? 0 }))
      const widest = Math.max(...widths.filter((_, index) => kept[index]?.canShrink === true))
      if (!(widest > NARROWEST)) break
      const at = widths.findIndex((width, index) => width === widest && kept[index]?.canShrink === true)
      widths[at] = Math.max(NARROWEST, widest - (total(widths) - limit))
    }
    if (dropped > 2) return kept.map((column, index) => ({ column, width: widths[index] ?? 0 }))
    kept = kept.filter(({ dropOrder }) => dropOrder === null || dropOrder > dropped)
  }
}

function vmTable(vms: readonly VmDiagnosis[], language: Language, limit: number): readonly string[] {
  const columns = fitted(columnsOf(vms, language), limit)
  const line = (cellOf: (column: Column) => string): string =>
    columns
      .map(({ column, width }) => fit(cellOf(column), width))
      .join(GAP)
      .trimEnd()
  return [
    line(({ head }) => head),
    columns.map(({ width }) => '-'.repeat(width)).join(GAP),
    ...vms.map((_, row) => line(({ cells }) => cells[row] ?? '')),
  ]
}

const WITH_STEPS: readonly Verdict[] = ['action-needed', 'cannot-tell', 'advice']

/** What stands below the table for a VM that is neither well nor off: why, and what to do. */
function explained(vm: VmDiagnosis, language: Language, width: number): readonly string[] {
  const decisive = decisiveFindings(vm)
  const indented = (text: string, first: string): readonly string[] =>
    wrap(shownText(text), Math.max(20, width - first.length)).map(
      (line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line,
    )
  const lines = [
    `${shownText(vm.name)}: ${say(language, `verdict.${vm.verdict}`)} [${codesOf(decisive)}]`,
    ...indented(vm.headline, '  '),
    ...(vm.symptom === null ? [] : indented(`${vm.symptom.label}: ${vm.symptom.meaning}`, '  ')),
  ]
  for (const { code, accepted } of vm.findings) {
    if (accepted === null) continue
    lines.push(...indented(acceptedText(code, accepted, language), '  '))
  }
  if (!WITH_STEPS.includes(vm.verdict)) return lines
  const question = decisive.find((finding) => finding.question !== null)?.question ?? null
  if (question !== null) {
    lines.push(...indented(question.text, '  ? '), ...question.howToFind.flatMap((way) => indented(way, '    - ')))
  }
  const { shown, more } = nextSteps(stepsOf(decisive))
  shown.forEach(({ text, where, command }, index) => {
    lines.push(...indented(`[${say(language, `term.where.${where}`)}] ${text}`, `  ${index + 1}. `))
    // A command is never broken: it is there to be copied.
    if (command !== null) lines.push(`     ${shownText(command)}`)
  })
  if (more > 0) lines.push(...indented(say(language, 'cli.more-steps', { count: more }), '     '))
  return lines
}

/** What was understood of a pasted text, line by line, and which lines were not. */
function understood({ pasted, language }: Diagnosis, width: number): readonly string[] {
  if (pasted === null) return []
  const open = pasted.filter(({ kind }) => kind === 'not-understood').map(({ line }) => String(line))
  const told = pasted.filter(({ kind, meaning }) => meaning !== null && kind !== 'ignored')
  return [
    '',
    say(language, 'cli.pasted.title'),
    ...told.flatMap(({ line, meaning, guessed }) =>
      wrap(
        shownText(
          `${say(language, 'cli.pasted.line', { line, meaning: meaning ?? '' })}${guessed ? ` ${say(language, 'cli.pasted.guess')}` : ''}`,
        ),
        width,
      ),
    ),
    ...(open.length === 0
      ? []
      : wrap(say(language, 'cli.pasted.not-understood', { count: open.length, lines: open.join(', ') }), width)),
  ]
}

/** A diagnosis as text for a terminal, `columns` wide; null: as wide as it needs to be. Ends with a line break. */
export function tableText(diagnosis: Diagnosis, columns: number | null): string {
  const { language, vms, problems, source, checkedAt } = diagnosis
  const textWidth = Math.min(columns ?? TEXT_WIDTH, TEXT_WIDTH)
  const read = momentOf(checkedAt)
  const head = [
    hostText(diagnosis),
    read === null ? null : localTime(read),
    diagnosis.host.name === null ? null : source,
  ]
  const sorted = bySeverity(vms)
  const told = sorted.filter(({ verdict }) => verdict !== 'healthy' && verdict !== 'not-running')
  const lines = [
    ...wrap(shownText(head.filter((part) => part !== null).join(' · ')), textWidth),
    ...wrap(shownText(answerOf(diagnosis)), textWidth),
  ]
  if (vms.length > 0) lines.push('', ...vmTable(sorted, language, columns ?? Number.POSITIVE_INFINITY))
  if (vms.length > 0) lines.push(...wrap(say(language, 'cli.legend'), textWidth))
  for (const vm of told) lines.push('', ...explained(vm, language, textWidth))
  if (problems.length > 0) lines.push('', say(language, 'report.heading.not-checked'))
  for (const { message, step, code } of problems) {
    lines.push(...wrap(shownText(`- ${message} ${step} (${code})`), textWidth))
  }
  for (const { text, code } of diagnosis.notes) lines.push('', ...wrap(shownText(`${text} (${code})`), textWidth))
  lines.push(...understood(diagnosis, textWidth))
  return `${lines.join('\n')}\n`
}
