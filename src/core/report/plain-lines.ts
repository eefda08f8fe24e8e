import { shownText } from '../i18n/shown-text'
import { say } from '../i18n/translate'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Language } from '../model/text'
import type { Verdict } from '../model/verdict'
import { cutText } from './cut-text'
import type { ReportContent } from './content'
import type { AcceptedRow, HostContent, VmBlock } from './host-content'
import { rawValueText } from './json-text'
import { wholeText } from './same-text'
import { articleName, decisiveFindings } from './vm-words'

/** A line of a report in plain text. Indents and signs come in when it is written out, as text or as HTML. */
export interface PlainLine {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'vm' | 'text' | 'step' | 'command' | 'note'
  readonly text: string
}

/** How much of a report stands in a text; less where it would not fit. */
export interface Detail {
  /** Raw values, and what was seen working. */
  readonly evidence: boolean
  /** Steps of each VM. */
  readonly steps: number
  /** VMs that are safe to ignore: each with its reason, or only their names. */
  readonly harmless: 'reasons' | 'names'
  /** Blocks of VMs, and causes to tell about, before the rest is only counted. */
  readonly vms: number
  /** Longest line. */
  readonly lineLimit: number
}

export const FULL_DETAIL: Detail = {
  evidence: true,
  steps: Number.POSITIVE_INFINITY,
  harmless: 'reasons',
  vms: Number.POSITIVE_INFINITY,
  lineLimit: Number.POSITIVE_INFINITY,
}

// What stands between [code] tags is HTML to ServiceNow; Jira's wiki markup has {code} and its like, [text|address] and [~person].
const MARKUP = /([[{])(?=\/?(?:code|html|noformat|quote|panel|color|anchor|toc|include|macro)\b|~|[^[\]{}|]{0,200}\|)/gi

/** A text for a ticket's field: nothing invisible, and nothing that a ticket system takes for its own markup. */
export function ticketText(text: string): string {
  return shownText(text).replace(MARKUP, '$1 ')
}

/** How a verdict is called in running text: ACTION NEEDED. */
function loudWord(verdict: Verdict, language: Language): string {
  return say(language, `verdict.${verdict}`).toUpperCase()
}

/** Lines of one report, made text by text. */
class Lines {
  readonly lines: PlainLine[] = []

  constructor(private readonly detail: Detail) {}

  add(kind: PlainLine['kind'], text: string | null | undefined): void {
    if (text === null || text === undefined || text === '') return
    // A command that is cut does something else, so it stays whole or goes.
    const shown = kind === 'command' ? shownText(text) : cutText(ticketText(text), this.detail.lineLimit)
    if (kind !== 'command' || shown.length <= this.detail.lineLimit * 2) this.lines.push({ kind, text: shown })
  }
}

function evidenceText(vm: VmDiagnosis, language: Language): string {
  const parts = decisiveFindings(vm).flatMap(({ evidence }) =>
    evidence.map(({ source, value }) => `${source} ${rawValueText(value)}`),
  )
  return parts.length === 0 ? '' : say(language, 'shape.text.evidence', { evidence: parts.join('; ') })
}

function addBlock(into: Lines, block: VmBlock, detail: Detail, language: Language): void {
  const { vm, guest, state, codes, lost, proposed, question, steps } = block
  into.add('vm', `${vm.name}: ${loudWord(vm.verdict, language)} [${codes}], ${guest}, ${state}`)
  into.add('text', vm.headline)
  into.add('text', vm.symptom?.meaning)
  if (lost.length > 0) into.add('text', say(language, 'report.block.lost', { lost: lost.join('; ') }))
  into.add('text', proposed)
  if (question !== null) {
    into.add('text', say(language, 'report.block.question', { question: question.text }))
    for (const way of question.howToFind.slice(0, detail.steps)) into.add('text', `- ${way}`)
  }
  steps.slice(0, detail.steps).forEach(({ text, where, command, rights, risk }, index) => {
    const caution = [
      ...(rights === 'none'
        ? []
        : [say(language, 'report.step.needs', { rights: say(language, `term.rights.${rights}`) })]),
      ...(risk === 'none' ? [] : [say(language, 'report.step.risk', { risk: say(language, `term.risk.${risk}`) })]),
    ]
    into.add('step', [`${index + 1}. [${say(language, `term.where.${where}`)}] ${text}`, ...caution].join(' '))
    into.add('command', command)
  })
  const more = block.moreSteps + Math.max(0, steps.length - detail.steps)
  if (more > 0) into.add('step', say(language, 'report.block.more', { count: more }))
  if (detail.evidence) into.add('text', evidenceText(vm, language))
}

function acceptedLine({ vm, finding, text }: AcceptedRow): string {
  return `${vm.name}: ${finding.title}. ${text}`
}

function addHarmless(into: Lines, host: HostContent, detail: Detail, language: Language): void {
  if (host.harmless.length === 0) return
  into.add('heading', host.harmlessHeading)
  if (detail.harmless === 'names') {
    const names = host.harmless.map(({ vm }) => vm.name)
    into.add('text', say(language, 'shape.text.names', { count: names.length, names: names.join(', ') }))
    return
  }
  for (const { vm, guest, reason, codes, seen, support } of host.harmless) {
    into.add('vm', `${vm.name}: ${loudWord(vm.verdict, language)} [${codes}], ${guest}`)
    into.add('text', reason)
    into.add('text', vm.symptom?.meaning)
    if (detail.evidence) into.add('text', say(language, 'shape.text.seen', { seen: seen.join('; ') }))
    if (detail.evidence) into.add('text', say(language, 'shape.text.support', { support }))
  }
}

/** What one host adds to a text: what to do, what is harmless, what was accepted, not checked and done. */
function addHost(into: Lines, host: HostContent, content: ReportContent, detail: Detail): void {
  const { language } = content
  if (content.hosts.length > 1) into.add('heading', `${host.line}: ${host.answer.sentence}`)
  for (const { heading, blocks } of host.groups) {
    into.add('heading', heading)
    for (const block of blocks.slice(0, detail.vms)) addBlock(into, block, detail, language)
    const more = blocks.length - detail.vms
    if (more > 0) into.add('text', say(language, 'shape.text.more-vms', { count: more }))
  }
  addHarmless(into, host, detail, language)
  if (host.accepted.length > 0) into.add('heading', say(language, 'shape.heading.accepted'))
  for (const row of host.accepted.slice(0, detail.vms)) into.add('text', acceptedLine(row))
  into.add('heading', say(language, 'report.heading.not-checked'))
  if (host.unread.length === 0) into.add('text', say(language, 'shape.text.nothing-unread'))
  for (const { message, step, code } of host.unread.slice(0, detail.vms))
    into.add('text', `${message} ${step} (${code})`)
  const unread = host.unread.length - detail.vms
  if (unread > 0) into.add('text', say(language, 'shape.text.more-unread', { count: unread }))
}

/** The lines of what a caller may read: the answer, and what to tell about each cause. */
export function publicLines(content: ReportContent, detail: Detail = FULL_DETAIL): readonly PlainLine[] {
  const into = new Lines(detail)
  const tell = content.hosts.flatMap((host) => host.tell)
  for (const group of tell.slice(0, detail.vms)) into.add('paragraph', wholeText(group, content.language))
  const more = tell.length - detail.vms
  if (more > 0) into.add('paragraph', say(content.language, 'shape.text.more-tell', { count: more }))
  if (tell.length === 0) into.add('paragraph', content.answer.sentence)
  return into.lines
}

function resultLine({ answer, head, language }: ReportContent): string {
  const { verdicts, counts } = answer
  const numbers = [
    ...verdicts.map(({ word, count }) => `${word} ${count}`),
    ...(counts.accepted > 0 ? [say(language, 'shape.text.accepted-count', { count: counts.accepted })] : []),
  ]
  return say(language, 'shape.text.result', {
    numbers: numbers.length === 0 ? answer.sentence : `${numbers.join(', ')}.`,
    line: head.line,
  })
}

/** The lines of what the team reads: parts 2 to 6 without what to tell, and what the result rests on. */
export function internalLines(content: ReportContent, detail: Detail = FULL_DETAIL): readonly PlainLine[] {
  const { language, caller, hosts, knowledge, ticket } = content
  const into = new Lines(detail)
  into.add('paragraph', resultLine(content))
  if (caller !== null) into.add('text', say(language, 'shape.done.caller', { text: caller }))
  for (const host of hosts) addHost(into, host, content, detail)
  const articles = knowledge
    .filter(({ id }) => detail.evidence || id.startsWith('KB'))
    .map(({ id }) => articleName(id, language))
    .join(', ')
  into.add('paragraph', say(language, 'shape.text.knowledge', { articles }))
  if (ticket !== null) into.add('text', say(language, 'shape.text.ticket', { ticket }))
  const hashes = hosts.flatMap(({ source }) => source.captureSha256 ?? [])
  if (detail.evidence) for (const hash of hashes) into.add('text', say(language, 'shape.text.sha256', { hash }))
  return into.lines
}
