import { headingOf, rowRecord, type FieldRecord, type Stretch } from './field-record'
import { lineAt, type Line } from './text-lines'

const DELIMITERS = [',', ';', '\t'] as const
const CELL_LINES = 30

/** Cells of one row of CSV, or null where a quotation is still open at its end. */
function cellsOfCsv(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim())
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (char === delimiter) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  if (quoted) return null
  cells.push(cell.trim())
  return cells
}

/** Most columns that a table has. */
const COLUMNS = 200

function headings(cells: readonly string[] | null): (string | null)[] | null {
  if (cells === null || cells.length > COLUMNS) return null
  const properties = cells.map(headingOf)
  // Hyper-V Manager in Korean heads both its State and its Status with one word, State first.
  const first = properties.indexOf('status')
  if (first !== properties.lastIndexOf('status') && !properties.includes('state')) properties[first] = 'state'
  const known = properties.filter((property) => property !== null)
  const names = known.some((property) =>
    ['name', 'vmname', 'service', 'elementname', 'systemname', 'id', 'vmid'].includes(property),
  )
  return known.length >= 2 && names ? properties : null
}

/** Reads CSV that begins at a line (comma, semicolon, tab; quoted or not; cells over several lines). */
export function readCsv(lines: readonly Line[], at: number, block: number): Stretch | null {
  for (const delimiter of DELIMITERS) {
    const { text } = lineAt(lines, at)
    const properties = text.includes(delimiter) ? headings(cellsOfCsv(text, delimiter)) : null
    if (properties !== null) return rowsOfCsv(lines, at, properties, delimiter, block)
  }
  return null
}

function rowsOfCsv(
  lines: readonly Line[],
  at: number,
  properties: readonly (string | null)[],
  delimiter: string,
  block: number,
): Stretch {
  const records: FieldRecord[] = []
  let next = at + 1
  for (;;) {
    let { text } = lineAt(lines, next)
    // Mail puts an empty line between rows.
    if (text === '' && cellsOfCsv(lineAt(lines, next + 1).text, delimiter)?.length === properties.length) {
      next += 1
      continue
    }
    let last = next
    let cells = cellsOfCsv(text, delimiter)
    while (cells === null && last - next < CELL_LINES) {
      last += 1
      text += `\n${lineAt(lines, last).text}`
      cells = cellsOfCsv(text, delimiter)
    }
    if (cells === null || cells.length < 2 || cells.length > properties.length + 2) break
    records.push(rowRecord(properties, cells, { first: next, last, block }))
    next = last + 1
  }
  return { from: at, to: next, records }
}

function barCells(text: string): string[] | null {
  const trimmed = text.trim()
  if (!/^[|│┃║]/.test(trimmed)) return null
  const line = trimmed.replace(/[│┃║]/g, '|').replaceAll('||', '|')
  if (line.length > 4000) return null
  const cells = line
    .slice(1, line.endsWith('|') ? -1 : undefined)
    .split('|')
    .map((cell) => cell.trim().replace(/^[*`]{1,3}|[*`]{1,3}$/g, ''))
  return cells.length < 2 ? null : cells
}

/** A line that only draws the frame of a table. */
export function isFrame(text: string): boolean {
  return text.length < 2000 && /^[\s|+:=─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬│┃║-]{3,}$/.test(text)
}

/** Reads a table with bars between its cells: Markdown, Jira, drawn frames, HTML. */
export function readBars(lines: readonly Line[], at: number, block: number): Stretch | null {
  const properties = headings(barCells(lineAt(lines, at).text))
  if (properties === null) return null
  const records: FieldRecord[] = []
  let next = at
  for (;;) {
    next += 1
    const { text } = lineAt(lines, next)
    if (isFrame(text)) continue
    const cells = barCells(text)
    if (cells !== null) {
      records.push(rowRecord(properties, cells, { first: next, last: next, block }))
      continue
    }
    const below = lineAt(lines, next + 1).text
    if (text !== '' || isFrame(below) || barCells(below) === null) break
  }
  return { from: at, to: next, records }
}
