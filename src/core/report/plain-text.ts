import { say } from '../i18n/translate'
import type { Language } from '../model/text'
import { cutText } from './cut-text'
import type { ReportContent } from './content'
import { type Detail, FULL_DETAIL, internalLines, type PlainLine, publicLines, ticketText } from './plain-lines'
import { codesOf, decisiveFindings } from './vm-words'

/** What a text field of a ticket takes: ServiceNow's journal fields by default. */
export const TEXT_LIMIT = 4000
/** What a title of a ticket takes: `message` of ServiceNow's notifications. */
export const TITLE_LIMIT = 80

const INDENTS: Readonly<Record<PlainLine['kind'], string>> = {
  title: '',
  note: '',
  paragraph: '',
  heading: '',
  vm: '',
  text: '  ',
  step: '  ',
  command: '     ',
}

/** What has a blank line before it. */
const APART: readonly PlainLine['kind'][] = ['heading', 'note', 'paragraph']

/** Lines as text: no table, no drawing, a blank line before each heading and paragraph. */
export function linesAsText(lines: readonly PlainLine[]): string {
  return lines
    .map(({ kind, text }, index) => {
      const gap = index > 0 && APART.includes(kind) ? '\n' : ''
      return `${gap}${INDENTS[kind]}${kind === 'heading' ? text.toUpperCase() : text}`
    })
    .join('\n')
}

/** The title of a ticket: host and answer, or VM and verdict. The name is cut before the answer is. */
export function titleText(content: ReportContent, limit = TITLE_LIMIT): string {
  const { language, answer, isOneVm, hosts } = content
  const [only] = isOneVm ? (hosts[0]?.vms ?? []) : []
  const names = hosts.map(({ diagnosis }) => diagnosis.host.name ?? diagnosis.source)
  const { counts } = answer
  const said =
    only === undefined
      ? say(language, counts.total === 0 ? 'shape.title.none' : 'shape.title.counts', {
          total: counts.total,
          action: counts.action,
          ignore: counts.summary['safe-to-ignore'],
          open: counts.summary['cannot-tell'],
        })
      : `${say(language, `verdict.${only.verdict}`)} [${codesOf(decisiveFindings(only))}]`
  const name = ticketText(only?.name ?? names.join(', '))
  const room = limit - `Hyper-V : ${said}`.length
  return cutText(`Hyper-V ${cutText(name, Math.max(8, room))}: ${said}`, limit)
}

// What is dropped first is evidence, then ways and further steps, then the reasons of what is harmless, then whole VMs.
const LADDER: readonly Detail[] = [
  FULL_DETAIL,
  { ...FULL_DETAIL, evidence: false },
  { evidence: false, steps: 3, harmless: 'reasons', vms: Number.POSITIVE_INFINITY, lineLimit: 400 },
  { evidence: false, steps: 3, harmless: 'names', vms: Number.POSITIVE_INFINITY, lineLimit: 400 },
  { evidence: false, steps: 1, harmless: 'names', vms: Number.POSITIVE_INFINITY, lineLimit: 400 },
  ...[24, 12, 6, 3, 2].map((vms): Detail => ({ evidence: false, steps: 1, harmless: 'names', vms, lineLimit: 300 })),
  { evidence: false, steps: 0, harmless: 'names', vms: 1, lineLimit: 160 },
]

/** A text for a ticket that fits, with the lines it was made from. */
export interface FittedText {
  readonly lines: readonly PlainLine[]
  readonly text: string
}

function noteOf({ evidence, vms, steps }: Detail, limit: number, language: Language): readonly PlainLine[] {
  if (evidence) return []
  const isWhole = vms === Number.POSITIVE_INFINITY && steps === Number.POSITIVE_INFINITY
  const key = isWhole ? 'shape.text.without-evidence' : 'shape.text.shortened'
  return [{ kind: 'note', text: say(language, key, { limit }) }]
}

/** The first of the ladder's texts that fits, with a line that says what was left out; cut only where none does. */
function fitted(limit: number, language: Language, linesOf: (detail: Detail) => readonly PlainLine[]): FittedText {
  let shortest: FittedText = { lines: [], text: '' }
  for (const detail of LADDER) {
    const lines = [...linesOf(detail), ...noteOf(detail, limit, language)]
    const text = linesAsText(lines)
    if (text.length <= limit) return { lines, text }
    shortest = { lines, text }
  }
  return { ...shortest, text: cutText(shortest.text, limit) }
}

const titleLine = (content: ReportContent): PlainLine => ({ kind: 'title', text: titleText(content) })

/** A whole report as plain text for a ticket's field: title, result, what to do, what is harmless, what to tell. At most `limit` characters. */
export function plainText(content: ReportContent, limit = TEXT_LIMIT): string {
  const { language } = content
  return fitted(limit, language, (detail) => [
    titleLine(content),
    ...internalLines(content, detail),
    { kind: 'heading', text: say(language, 'report.heading.tell') },
    ...publicLines(content, detail),
  ]).text
}

/** What the team reads, at most `limit` characters. */
export function internalText(content: ReportContent, limit = TEXT_LIMIT): FittedText {
  return fitted(limit, content.language, (detail) => [titleLine(content), ...internalLines(content, detail)])
}

/** What the caller may read, at most `limit` characters: no codes, no raw values, no steps of others. */
export function publicText(content: ReportContent, limit = TEXT_LIMIT): FittedText {
  return fitted(limit, content.language, (detail) => publicLines(content, detail))
}
