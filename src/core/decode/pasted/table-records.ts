import { headingOf, propertyOf, rowRecord, type Stretch } from './field-record'
import { isPrompt } from './commands'
import { serviceNamed } from './service-names'
import { type Column, columnIndex, type Header, looseCells, type Run, runsOf } from './table-rows'
import { stateOf } from './vm-states'
import { statusWord } from './status-words'
import { cellsOf, isMailWidth, type Line, lineAt, widthOf } from './text-lines'

const HEADER_LINES = 6
const DASHES = /^[-–—─═=\s|+]+$/
const DASH_PAIR = /[-–—─═=]{2}/

/** A line that underlines the heads of a table. */
function isUnderline(text: string): boolean {
  return DASHES.test(text) && DASH_PAIR.test(text)
}

/** Index in a text of a console position; positions count two for East Asian characters where `wide` is true. */
function indexAt(text: string, position: number, wide: boolean): number {
  if (!wide) return Math.min(position, text.length)
  let cells = 0
  let index = 0
  for (const char of text) {
    if (cells >= position) break
    cells += cellsOf(char)
    index += char.length
  }
  return index
}

/** Cells of one line by the columns' positions, or null where a value stands across a border. */
function cellsAt(text: string, columns: readonly Run[], wide: boolean): string[] | null {
  const borders: number[] = []
  let least = 0
  for (const { from, to } of columns) {
    let border = borders.length === 0 ? 0 : indexAt(text, from, wide)
    // A value wider than a right-aligned head begins before it.
    while (border < text.length && border > least && text[border - 1] !== ' ') border -= 1
    if (border < text.length && border > 0 && text[border - 1] !== ' ') return null
    borders.push(border)
    least = indexAt(text, to, wide)
  }
  return borders.map((from, at) => text.slice(from, borders[at + 1]).trim())
}

/** The head above a line of dashes, in one line or several, and the line in which it begins. */
function headerAbove(lines: readonly Line[], dashes: number): { readonly top: number; readonly header: Header } | null {
  const runs = runsOf(lineAt(lines, dashes).text)
  let names = runs.map(() => '')
  let best: { top: number; columns: Column[]; known: number } = { top: dashes, columns: [], known: 1 }
  for (let top = dashes - 1; top >= dashes - HEADER_LINES; top -= 1) {
    const { text } = lineAt(lines, top)
    if (text === '' || isUnderline(text) || isPrompt(text)) break
    names = cellsAt(text, runs, false)?.map((cell, index) => `${cell}${names[index] ?? ''}`) ?? names
    const columns = runs.map((run, index) => ({ ...run, property: propertyOf(names[index] ?? '') }))
    const known = columns.filter(({ property }) => property !== null).length
    if (known > best.known) best = { top, columns, known }
  }
  const { top, columns } = best
  return top === dashes ? null : { top, header: { columns, rowsFrom: dashes + 1 } }
}

/** Whether a line can be a head: one of its first two words is a property. */
function beginsLikeHead(text: string): boolean {
  const words = text.trimStart().slice(0, 90).split(/\s+/, 2)
  return words.some((word) => headingOf(word) !== null)
}

/** A head without a line of dashes: wmic prints none, and mail programs lose them. */
function bareHeader(lines: readonly Line[], at: number): Header | null {
  const { text } = lineAt(lines, at)
  if (text.includes(':') || text.includes('"')) return null
  const words = runsOf(text)
  const columns = columnsOf(text, words) ?? columnsOf(text, widelyApart(words))
  const isSpaced = lineAt(lines, at + 1).text === '' && isUnderline(lineAt(lines, at + 2).text)
  return columns === null ? null : { columns, rowsFrom: at + (isSpaced ? 3 : 1) }
}

/** The pieces of a line as heads, three at least and no more than a quarter of them unknown; null where prose is no head. */
function columnsOf(text: string, pieces: readonly Run[]): readonly Column[] | null {
  const columns = pieces.map((piece) => ({ ...piece, property: headingOf(text.slice(piece.from, piece.to)) }))
  const unknown = columns.filter(({ property }) => property === null).length
  return columns.length - unknown >= 3 && unknown * 4 <= columns.length ? columns : null
}

/** Runs of words that stand at least two spaces apart: heads of Hyper-V Manager's list have spaces inside. */
function widelyApart(words: readonly Run[]): readonly Run[] {
  const pieces: { from: number; to: number }[] = []
  for (const run of words) {
    const last = pieces.at(-1)
    if (last !== undefined && run.from - last.to < 2) last.to = run.to
    else pieces.push({ ...run })
  }
  return pieces
}

function cellOf(cells: readonly string[], header: Header, property: string): string {
  return cells[columnIndex(header, property)] ?? ''
}

function looksRight(cells: readonly string[], header: Header): boolean {
  const state = cellOf(cells, header, 'state')
  return /^(?:|true|false)$/i.test(cellOf(cells, header, 'enabled')) && (state === '' || stateOf(state) !== null)
}

/** How many cells of a row hold what their heads say; a service's name counts twice. */
function fits(cells: readonly string[], header: Header): number {
  const ofName = serviceNamed(cellOf(cells, header, 'name')) === null ? 0 : 2
  return ofName + ['enabled', 'state'].filter((property) => cellOf(cells, header, property) !== '').length
}

function alignedCells(text: string, header: Header): string[] | null {
  const candidates = (widthOf(text) === text.length ? [false] : [true, false])
    .map((wide) => cellsAt(text, header.columns, wide))
    .filter((cells) => cells !== null && looksRight(cells, header)) as string[][]
  candidates.sort((a, b) => fits(b, header) - fits(a, header))
  return candidates[0] ?? null
}

/** Whether a line goes on with cells of the row above. */
function isContinuation(cells: readonly string[], header: Header): boolean {
  const enabled = columnIndex(header, 'enabled')
  if (enabled >= 0) return cells[enabled] === ''
  return cells[0] === '' && cells.some((cell) => cell !== '')
}

function columnWidth(header: Header, index: number): number {
  const column = header.columns[index]
  return column === undefined ? 0 : (header.columns[index + 1]?.from ?? Number.POSITIVE_INFINITY) - column.from - 1
}

/** Shorter columns do not break a name that fits them. */
const BROKEN_NAME = 10

/** Whether a line with a first cell alone goes on with a name that its column broke. A line of text below a table does not. */
function isRestOfName(cell: string, before: string, rows: readonly Row[]): boolean {
  const isWhole = rows.filter((row) => row.cells[0] === before).length > 1
  return before.length >= BROKEN_NAME && !cell.includes(' ') && !isWhole
}

/** Whether cells can be the rest of the row above: each one stands below a cell that filled its column. */
function goesOnWith(cells: readonly string[], last: Row, rows: readonly Row[], header: Header): boolean {
  const [first = '', ...others] = cells
  const isAlone = first !== '' && others.every((cell) => cell === '')
  if (isAlone && !isRestOfName(first, last.cells[0] ?? '', rows)) return false
  return cells.every((cell, index) => {
    if (cell === '') return true
    const width = columnWidth(header, index)
    const before = widthOf(last.cells[index] ?? '')
    return before > 0 && (width === Number.POSITIVE_INFINITY || before >= width * (index === 0 ? 0.7 : 0.4))
  })
}

function joined(before: string, next: string, width: number): string {
  if (before === '' || next === '') return before + next
  return widthOf(before) >= width || before.endsWith('-') ? before + next : `${before} ${next}`
}

/** Whether a cell is a sentence that mail can have broken: no status by itself, at the end of a line of mail's width. */
function isOpenSentence(cell: string, line: string): boolean {
  return cell !== '' && !/(?:\.{3}|…)$/.test(cell) && statusWord(cell) === null && isMailWidth(line)
}

interface Row {
  cells: string[]
  readonly first: number
  last: number
}

/** Takes a line as the end of the row above that mail broke at its own width; false where it is none. */
function takesRest(last: Row, text: string, before: string, header: Header): boolean {
  const index = Math.max(
    columnIndex(header, 'secondarystatusdescription'),
    columnIndex(header, 'secondaryoperationalstatus'),
  )
  const cell = last.cells[index] ?? ''
  if (text.includes(' : ') || columnIndex(header, 'enabled') < 0 || !isOpenSentence(cell, before)) return false
  last.cells[index] = `${cell} ${text.trim()}`
  return true
}

function readRows(lines: readonly Line[], header: Header): readonly Row[] {
  const rows: Row[] = []
  let blanks = 0
  for (let at = header.rowsFrom; blanks <= 1; at += 1) {
    const { text } = lineAt(lines, at)
    if (text === '') {
      blanks += 1
      continue
    }
    if (isPrompt(text) || isUnderline(text)) break
    const aligned = alignedCells(text, header)
    const isMore = aligned !== null && isContinuation(aligned, header)
    const last = blanks === 0 ? rows.at(-1) : undefined
    if (last !== undefined && isMore && goesOnWith(aligned, last, rows, header)) {
      last.cells = aligned.map((cell, index) => joined(last.cells[index] ?? '', cell, columnWidth(header, index)))
      last.last = at
      continue
    }
    const whole = isMore ? null : aligned
    const cells = whole !== null && fits(whole, header) > 0 ? whole : (looseCells(text, header) ?? whole)
    if (cells === null) {
      if (last === undefined || !takesRest(last, text, lineAt(lines, at - 1).text, header)) break
      last.last = at
      continue
    }
    // After a blank line only what is clearly a row still belongs to the table.
    if (blanks > 0 && rows.length > 0 && fits(cells, header) === 0) break
    blanks = 0
    rows.push({ cells, first: at, last: at })
  }
  return rows
}

/** A table of names and values is one object; null where it is none. */
function dictionaryOf(rows: readonly Row[], header: Header): ReadonlyMap<string, unknown> | null {
  const names = new Set(header.columns.map(({ property }) => property))
  if (names.size !== 2 || !names.has('name') || !(names.has('value') || names.has('data'))) return null
  const fields = new Map<string, unknown>()
  for (const { cells } of rows) {
    const property = propertyOf(cellOf(cells, header, 'name'))
    if (property !== null) fields.set(property, cellOf(cells, header, 'value') || cellOf(cells, header, 'data'))
  }
  return fields
}

/** Lines at which the head of a table with a line of dashes begins, to its header. Found once for the whole text. */
export function tableHeads(lines: readonly Line[]): ReadonlyMap<number, Header> {
  const heads = new Map<number, Header>()
  lines.forEach(({ text }, at) => {
    const found = isUnderline(text) ? headerAbove(lines, at) : null
    if (found !== null) heads.set(found.top, found.header)
  })
  return heads
}

/**
 * Reads a table that begins at a line: as PowerShell prints it in any width, cut off, wrapped, with East Asian names, or
 * pushed together by mail; with or without the line of dashes. Null where no table begins.
 */
export function readTable(
  lines: readonly Line[],
  at: number,
  heads: ReadonlyMap<number, Header>,
  block: number,
): Stretch | null {
  const header = heads.get(at) ?? (beginsLikeHead(lineAt(lines, at).text) ? bareHeader(lines, at) : null)
  if (header === null) return null
  const rows = readRows(lines, header)
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return null
  const to = last.last + 1
  const fields = dictionaryOf(rows, header)
  if (fields !== null) {
    const dictionary = { fields, firstLine: first.first, lastLine: last.last, block, className: null, parent: null }
    return { from: at, to, records: [dictionary] }
  }
  const properties = header.columns.map(({ property }) => property)
  return {
    from: at,
    to,
    records: rows.map((row) => rowRecord(properties, row.cells, { first: row.first, last: row.last, block })),
  }
}
