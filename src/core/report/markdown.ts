import { shownText } from '../i18n/shown-text'
import { say } from '../i18n/translate'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import type { ReportContent } from './content'
import type { HarmlessRow, HostContent, VmBlock } from './host-content'
import type { Row } from './history-rows'
import { rawValueText } from './json-text'
import { titleText } from './plain-text'
import { wholeText } from './same-text'
import { articleName, decisiveFindings } from './vm-words'

/** Names in the table of what is safe to ignore; a page of GitLab is no place for ten thousand rows. */
const ROWS_LIMIT = 200

/**
 * A text from a host inside Markdown: what Markdown, its HTML or its tables take for their own is escaped; what is
 * invisible is shown. A mention (`@all`) would notify people whatever is escaped, so that sign becomes its wide form.
 */
export function markdownText(text: string): string {
  return shownText(text)
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/@(?=\w)/g, '＠')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, 'www\\.')
}

/** A command or raw value as code: the fence is longer than any run of backticks inside. */
function codeSpan(text: string): string {
  const shown = shownText(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

function codeBlock(text: string, indent: string): readonly string[] {
  const shown = shownText(text)
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${indent}${fence}`, `${indent}${shown}`, `${indent}${fence}`]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

function evidenceLines(vm: VmDiagnosis, language: Language): readonly string[] {
  const values = decisiveFindings(vm).flatMap(({ explanation, evidence }) => [
    `- ${markdownText(explanation)}`,
    ...evidence.map(({ source, value }) => `- ${markdownText(source)}: ${codeSpan(rawValueText(value))}`),
  ])
  if (values.length === 0) return []
  return [
    '<details>',
    `<summary>${say(language, 'report.heading.evidence')}</summary>`,
    '',
    ...values,
    '',
    '</details>',
    '',
  ]
}

function blockLines(block: VmBlock, language: Language): readonly string[] {
  const { vm, guest, state, codes, lost, proposed, question, steps, moreSteps } = block
  const verdict = say(language, `verdict.${vm.verdict}`)
  return [
    `#### ${markdownText(vm.name)} · ${verdict} · ${codes}`,
    '',
    `${markdownText(guest)} · ${state}`,
    '',
    markdownText(vm.headline),
    '',
    ...(lost.length === 0 ? [] : [markdownText(say(language, 'report.block.lost', { lost: lost.join('; ') })), '']),
    ...(proposed === null ? [] : [proposed, '']),
    ...(question === null
      ? []
      : [
          `**${markdownText(say(language, 'report.block.question', { question: question.text }))}**`,
          '',
          ...question.howToFind.map((way) => `- ${markdownText(way)}`),
          '',
        ]),
    ...steps.flatMap(({ text, where, command, risk }, index) => [
      `${index + 1}. **${say(language, `term.where.${where}`)}** ${markdownText(text)}${
        risk === 'none' ? '' : ` ${say(language, 'report.step.risk', { risk: say(language, `term.risk.${risk}`) })}`
      }`,
      ...(command === null ? [] : codeBlock(command, '   ')),
    ]),
    ...(moreSteps > 0 ? ['', say(language, 'report.block.more', { count: moreSteps })] : []),
    '',
    ...evidenceLines(vm, language),
  ]
}

function harmlessLines(rows: readonly HarmlessRow[], heading: string, language: Language): readonly string[] {
  if (rows.length === 0) return []
  const more = rows.length - ROWS_LIMIT
  return [
    `### ${heading}`,
    '',
    ...table(
      [
        say(language, 'report.column.vm'),
        say(language, 'report.column.guest'),
        say(language, 'report.column.reason'),
        say(language, 'report.column.seen'),
        say(language, 'report.column.support'),
      ],
      rows
        .slice(0, ROWS_LIMIT)
        .map(({ vm, guest, reason, codes, seen, support }) => [
          markdownText(vm.name),
          markdownText(guest),
          `${markdownText(reason)} (${codes})`,
          seen.map(markdownText).join('<br>'),
          markdownText(support),
        ]),
    ),
    ...(more > 0 ? [say(language, 'shape.text.more-vms', { count: more }), ''] : []),
  ]
}

function rowLines(heading: string, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return []
  return [
    `### ${heading}`,
    '',
    ...rows.map(({ vm, at, text }) => {
      const name = vm === null ? '' : `**${markdownText(vm)}**: `
      return `- ${name}${markdownText(text)}${at === null ? '' : ` (${markdownText(at)})`}`
    }),
    '',
  ]
}

function hostLines(host: HostContent, content: ReportContent): readonly string[] {
  const { language } = content
  return [
    ...(content.hosts.length > 1 ? [`## ${markdownText(host.line)}`, '', markdownText(host.answer.sentence), ''] : []),
    ...host.groups.flatMap(({ heading, blocks }) => [
      `### ${heading}`,
      '',
      ...blocks.slice(0, ROWS_LIMIT).flatMap((block) => blockLines(block, language)),
      ...(blocks.length > ROWS_LIMIT
        ? [say(language, 'shape.text.more-vms', { count: blocks.length - ROWS_LIMIT }), '']
        : []),
    ]),
    ...(host.tell.length === 0 ? [] : [`### ${say(language, 'report.heading.tell')}`, '']),
    ...host.tell.slice(0, ROWS_LIMIT).flatMap((group) => [`> ${markdownText(wholeText(group, language))}`, '']),
    ...(host.tell.length > ROWS_LIMIT
      ? [say(language, 'shape.text.more-tell', { count: host.tell.length - ROWS_LIMIT }), '']
      : []),
    ...harmlessLines(host.harmless, host.harmlessHeading, language),
    ...(host.accepted.length === 0 ? [] : [`### ${say(language, 'shape.heading.accepted')}`, '']),
    ...host.accepted.map(
      ({ vm, finding, text }) => `- **${markdownText(vm.name)}**: ${markdownText(`${finding.title}. ${text}`)}`,
    ),
    `### ${say(language, 'report.heading.not-checked')}`,
    '',
    ...(host.unread.length === 0 ? [say(language, 'shape.text.nothing-unread')] : []),
    ...host.unread.map(({ message, step, code }) => `- ${markdownText(`${message} ${step}`)} (${codeSpan(code)})`),
    '',
    ...rowLines(say(language, 'shape.heading.done'), host.done),
    ...rowLines(say(language, 'shape.heading.since'), host.since),
  ]
}

/** A report as Markdown for GitLab, GitHub, Teams and Confluence: parts 2 to 8, tables of at most five columns, evidence folded. */
export function markdown(content: ReportContent): string {
  const { language, answer, head, caller, hosts, knowledge, worksheets } = content
  const lines = [
    `# ${markdownText(titleText(content))}`,
    '',
    markdownText(head.line),
    '',
    `**${markdownText(answer.sentence)}**`,
    '',
    ...(answer.verdicts.length === 0
      ? []
      : table(
          [say(language, 'report.column.verdict'), say(language, 'report.column.vm')],
          answer.verdicts.map(({ word, count }) => [word, String(count)]),
        )),
    ...(answer.counts.accepted > 0
      ? [say(language, 'shape.text.accepted-sentence', { count: answer.counts.accepted }), '']
      : []),
    ...(caller === null ? [] : [markdownText(say(language, 'shape.done.caller', { text: caller })), '']),
    ...hosts.flatMap((host) => hostLines(host, content)),
    ...worksheets.flatMap(({ os, text }) => [
      `<details><summary>${say(language, 'report.worksheet.heading')}: ${say(language, `term.guest.${os}`)}</summary>`,
      '',
      '````',
      text,
      '````',
      '',
      '</details>',
      '',
    ]),
    say(language, 'shape.text.knowledge', {
      articles: knowledge.map(({ id, url }) => `[${markdownText(articleName(id, language))}](${url})`).join(', '),
    }),
  ]
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
