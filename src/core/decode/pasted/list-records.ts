import { isPrompt } from './commands'
import { propertyOf, type FieldRecord, type Stretch } from './field-record'
import { labelled } from './guest-words'
import { serviceNamed } from './service-names'
import { isMailWidth, lineAt, stripped, type Line } from './text-lines'

const VALUE_LINES = 60
/** Properties that are worth a record of their own even where nothing else stands beside them. */
const ALONE = new Set([
  'operationalstatus',
  'primarystatusdescription',
  'integrationservicesstate',
  'integrationservicesversion',
  'state',
  'status',
  'heartbeat',
  'osname',
  'osversion',
  'guestoperatingsystem',
])

/** Labels of alerts and tickets that say the same as a property. */
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    service: 'service',
    'service name': 'service',
    'integration service': 'service',
    component: 'service',
    서비스: 'service',
    '통합 서비스 이름': 'service',
    'primary status': 'primarystatusdescription',
    'secondary status': 'secondarystatusdescription',
    'primary operational status': 'primaryoperationalstatus',
    'secondary operational status': 'secondaryoperationalstatus',
    'operational status': 'operationalstatus',
    'vm state': 'state',
    상태: 'status',
  }),
)

interface Entry {
  readonly property: string
  readonly value: string
  /** Column of the value, to know lines that go on with it. */
  readonly column: number
}

/** A line of the form `Key : value`, `Key=value` or `"Key": value,`, its key being a property we know. */
export function entryOf(text: string): Entry | null {
  const at = text.slice(0, 80).search(/[:=]/)
  if (at < 0) return null
  const key = stripped(text.slice(0, at), '-*•"\'{[')
  const property = LABELS.get(key.toLowerCase()) ?? (key.includes(' ') ? null : propertyOf(key))
  if (property === null) return null
  const value = text.slice(at + 1).trim()
  return {
    property,
    value: value.replace(/^"(.*?)",?$/s, '$1'),
    column: text.length - text.slice(at + 1).trimStart().length,
  }
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}

function isOpen(value: string): boolean {
  return value.startsWith('{') && !value.includes('}')
}

const DESCRIPTIONS = new Set([
  'secondarystatusdescription',
  'statusdescription',
  'statusdescriptions',
  'primarystatusdescription',
  'message',
  'description',
])

/** Lines of a list that go on with the value of the line before: indented to it, or what mail broke. */
function goesOn(text: string, last: Entry, value: string, before: string): boolean {
  if (text === '' || isPrompt(text)) return false
  const indent = indentOf(text)
  if (indent >= Math.max(2, Math.min(last.column, 12)) && (entryOf(text) === null || indent >= last.column)) return true
  if (entryOf(text) !== null) return false
  return (
    isOpen(value) ||
    (DESCRIPTIONS.has(last.property) &&
      value !== '' &&
      indent === 0 &&
      isMailWidth(before) &&
      /^[\p{L}\p{N}]/u.test(text))
  )
}

/** The elements of `[`, one a line, `]`, as Format-Custom prints them. */
function bracketed(lines: readonly Line[], at: number): { readonly value: string; readonly to: number } | null {
  const open = lineAt(lines, at).text.trim()
  if (open !== '[' && open !== '{') return null
  const parts: string[] = []
  for (let next = at + 1; next - at < VALUE_LINES; next += 1) {
    const text = lineAt(lines, next).text.trim()
    if (text === ']' || text === '}') return { value: `{${parts.join(', ')}}`, to: next + 1 }
    parts.push(text)
  }
  return null
}

/** A line `Key : value` of a property that has no meaning here. A service's name is no property. */
function isForeignKey(text: string): boolean {
  const key = /^"?([\w-]{1,60})"?\s{0,40}[:=]/.exec(text.trim())?.[1]
  return key !== undefined && serviceNamed(key) === null && labelled(text) === null
}

function isBreak(text: string): boolean {
  const trimmed = text.trim()
  return trimmed === '' || /^[{}[\],]+$/.test(trimmed) || /^class \w+$/.test(trimmed) || /^-{3,}$/.test(trimmed)
}

/**
 * Reads a list that begins at a line: Format-List, Format-Custom, wmic /format:list, lines of JSON that is cut off.
 * An empty line, a bracket or a key that comes again begins the next object. No records where single keys say too little.
 */
export function readList(lines: readonly Line[], at: number, block: number): Stretch | null {
  if (entryOf(lineAt(lines, at).text) === null) return null
  const records: FieldRecord[] = []
  let fields = new Map<string, unknown>()
  let first = at
  let next = at
  let end = at
  const close = (): void => {
    if (fields.size > 0)
      records.push({ fields, firstLine: first, lastLine: end - 1, block, className: null, parent: null })
    fields = new Map()
  }
  for (;;) {
    const text = lineAt(lines, next).text
    if (isBreak(text)) {
      close()
      next += 1
      // Records stand one empty line apart; wmic prints more.
      if (next - end > 6) break
      continue
    }
    const entry = entryOf(text)
    if (entry === null || isPrompt(text)) {
      if (fields.size === 0 || !isForeignKey(text)) break
      next += 1
      end = next
      continue
    }
    if (fields.has(entry.property)) close()
    if (fields.size === 0) first = next
    let value = entry.value
    next += 1
    const list = value === '' ? bracketed(lines, next) : null
    if (list !== null) {
      value = list.value
      next = list.to
      // Format-Custom leaves a line empty after a list.
      if (lines[next]?.text === '') next += 1
    } else {
      for (
        let count = 0;
        count < VALUE_LINES && goesOn(lineAt(lines, next).text, entry, value, lineAt(lines, next - 1).text);
        count += 1
      ) {
        value = `${value} ${lineAt(lines, next).text.trim()}`.trim()
        next += 1
      }
    }
    const said = value.replace(/,$/, '')
    fields.set(entry.property, said === 'null' ? null : said)
    end = next
  }
  close()
  const isWorth = records.some(
    (record) => record.fields.size > 1 || [...record.fields.keys()].some((key) => ALONE.has(key)),
  )
  return { from: at, to: end, records: isWorth ? records : [] }
}

/** Properties of an object that PowerShell turned into text: `@{VMName=web-01; Name=Heartbeat; Enabled=True}`. */
export function dumpFields(text: string): ReadonlyMap<string, unknown> | null {
  const from = text.indexOf('@{')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from || to - from > 8000) return null
  const fields = new Map<string, unknown>()
  for (const part of text.slice(from + 2, to).split(';')) {
    const at = part.indexOf('=')
    const property = at < 0 ? null : propertyOf(part.slice(0, at))
    if (property !== null) fields.set(property, part.slice(at + 1).trim())
  }
  return fields.size < 2 ? null : fields
}
