import { headingOf, propertyOf, type FieldRecord, type Stretch } from './field-record'
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
function cellsAt(text: string, columns: readonly Column[], wide: boolean): string[] | null {
  const borders: number[] = [0]
  for (let at = 1; at < columns.length; at += 1) {
    const column = columns[at]
    const before = columns[at - 1]
    if (column === undefined || before === undefined) return null
    let border = indexAt(text, column.from, wide)
    const least = indexAt(text, before.to, wide)
    // A value wider than a right-aligned head begins before it.
    while (border < text.length && border > least && text[border - 1] !== ' ') border -= 1
    if (border < text.length && border > 0 && text[border - 1] !== ' ') return null
    borders.push(border)
  }
  return borders.map((from, at) => text.slice(from, borders[at + 1] ?? text.length).trim())
}

function headerAbove(lines: readonly Line[], dashes: number): Header | null {
  const runs = runsOf(lineAt(lines, dashes).text)
  if (runs.length < 2) return null
  let best: { columns: Column[]; known: number } | null = null
  for (let count = 1; count <= HEADER_LINES; count += 1) {
    const top = lineAt(lines, dashes - count).text
    if (top.trim() === '' || isUnderline(top) || isPrompt(top)) break
    const names = runs.map(() => '')
    const plainColumns = runs.map((run) => ({ property: null, ...run }))
    for (let at = dashes - count; at < dashes; at += 1) {
      cellsAt(lineAt(lines, at).text, plainColumns, false)?.forEach((cell, index) => {
        names[index] += cell
      })
    }
    const columns = runs.map((run, index) => ({ ...run, property: propertyOf(names[index] ?? '') }))
    const known = columns.filter(({ property }) => property !== null).length
    if (known > (best?.known ?? 0)) best = { columns, known }
  }
  return best === null || best.known < 2 ? null : { columns: best.columns, rowsFrom: dashes + 1 }
}

/** Whether a line can be a head: one of its first two words is a property. */
function beginsLikeHead(text: string): boolean {
  const words = text.trimStart().slice(0, 90).split(/\s+/, 2)
  return words.some((word) => headingOf(word) !== null)
}

/** A head without a line of dashes: wmic prints none, and mail programs lose them. */
function bareHeader(lines: readonly Line[], at: number): Header | null {
  const text = lineAt(lines, at).text
  if (text.length > 1000 || text.includes(':') || text.includes('"')) return null
  let rowsFrom = at + 1
  if (lineAt(lines, rowsFrom).text.trim() === '' && isUnderline(lineAt(lines, rowsFrom + 1).text)) rowsFrom += 2
  const words = runsOf(text)
  const columns = columnsOf(text, words) ?? columnsOf(text, widelyApart(words))
  return columns === null ? null : { columns, rowsFrom }
}

/** The pieces of a line as heads, three at least and no more than a quarter of them unknown; null where prose is no head. */
function columnsOf(text: string, pieces: readonly Run[]): readonly Column[] | null {
  if (pieces.length < 3) return null
  const columns: Column[] = []
  let unknown = 0
  for (const piece of pieces) {
    const property = headingOf(text.slice(piece.from, piece.to))
    if (property === null) unknown += 1
    if (unknown * 4 > pieces.length) return null
    columns.push({ ...piece, property })
  }
  return columns.length - unknown >= 3 ? columns : null
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

function looksRight(cells: readonly string[], header: Header): boolean {
  const enabled = cells[columnIndex(header, 'enabled')] ?? ''
  const state = cells[columnIndex(header, 'state')] ?? ''
  return /^(?:|true|false)$/i.test(enabled) && (state === '' || stateOf(state) !== null)
}

function fits(cells: readonly string[], header: Header): number {
  const name = cells[columnIndex(header, 'name')] ?? ''
  const enabled = cells[columnIndex(header, 'enabled')] ?? ''
  const state = cells[columnIndex(header, 'state')] ?? ''
  return (serviceNamed(name) === null ? 0 : 2) + (enabled === '' ? 0 : 1) + (state === '' ? 0 : 1)
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
function goesOnWith(cells: readonly string[], rows: readonly Row[], header: Header): boolean {
  const last = rows.at(-1)?.cells ?? []
  const [first = '', ...others] = cells
  if (first !== '' && others.every((cell) => cell === '') && !isRestOfName(first, last[0] ?? '', rows)) return false
  return cells.every((cell, index) => {
    if (cell === '') return true
    const width = columnWidth(header, index)
    const before = widthOf(last[index] ?? '')
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

function readRows(lines: readonly Line[], header: Header): { rows: Row[]; to: number } {
  const rows: Row[] = []
  let at = header.rowsFrom
  let blanks = 0
  for (; at < lines.length; at += 1) {
    const text = lineAt(lines, at).text
    if (text.trim() === '') {
      blanks += 1
      if (blanks > 1) break
      continue
    }
    if (isPrompt(text) || isUnderline(text)) break
    const aligned = alignedCells(text, header)
    const last = rows.at(-1)
    if (
      aligned !== null &&
      last !== undefined &&
      blanks === 0 &&
      isContinuation(aligned, header) &&
      goesOnWith(aligned, rows, header)
    ) {
      aligned.forEach((cell, index) => {
        last.cells[index] = joined(last.cells[index] ?? '', cell, columnWidth(header, index))
      })
      last.last = at
      continue
    }
    const isSure = aligned !== null && !isContinuation(aligned, header) && fits(aligned, header) > 0
    const loose = isSure ? null : looseCells(text, header)
    const cells = loose ?? (aligned !== null && !isContinuation(aligned, header) ? aligned : null)
    if (cells === null) {
      // The end of a row that mail broke at its own width.
      if (last === undefined || blanks > 0 || runsOf(text).length === 0 || text.includes(' : ')) break
      const index = Math.max(
        columnIndex(header, 'secondarystatusdescription'),
        columnIndex(header, 'secondaryoperationalstatus'),
      )
      if (
        index < 0 ||
        columnIndex(header, 'enabled') < 0 ||
        !isOpenSentence(last.cells[index] ?? '', lineAt(lines, at - 1).text)
      )
        break
      last.cells[index] = `${last.cells[index]} ${text.trim()}`
      last.last = at
      continue
    }
    // After a blank line only what is clearly a row still belongs to the table.
    if (blanks > 0 && rows.length > 0 && fits(cells, header) === 0) break
    blanks = 0
    rows.push({ cells, first: at, last: at })
  }
  return { rows, to: (rows.at(-1)?.last ?? header.rowsFrom - 1) + 1 }
}

/** A head that mail broke into two lines, its dashes too: the words alone, without positions. */
function brokenHeader(lines: readonly Line[], at: number): Header | null {
  const words = (index: number): string[] =>
    lineAt(lines, index)
      .text.trim()
      .split(/\s+/)
      .filter((word) => word !== '')
  const first = words(at)
  const second = words(at + 1)
  if (first.length < 2 || first.length > 12 || second.length < 1 || second.length > 4) return null
  const properties: string[] = []
  for (const word of [...first, ...second]) {
    const property = propertyOf(word)
    if (property === null) return null
    properties.push(property)
  }
  let rowsFrom = at + 2
  while (isUnderline(lineAt(lines, rowsFrom).text)) rowsFrom += 1
  return { columns: properties.map((property) => ({ property, from: 0, to: 0 })), rowsFrom }
}

function dictionaryOf(rows: readonly Row[], header: Header, block: number): FieldRecord | null {
  const key = columnIndex(header, 'name')
  const value = Math.max(columnIndex(header, 'value'), columnIndex(header, 'data'))
  if (header.columns.length !== 2 || key < 0 || value < 0) return null
  const fields = new Map<string, unknown>()
  for (const { cells } of rows)
    fields.set(propertyOf(cells[key] ?? '') ?? (cells[key] ?? '').toLowerCase(), cells[value] ?? '')
  return {
    fields,
    block,
    firstLine: rows[0]?.first ?? 0,
    lastLine: rows.at(-1)?.last ?? 0,
    className: null,
    parent: null,
  }
}

/** Lines at which the head of a table with a line of dashes begins, to its header. Found once for the whole text. */
export function tableHeads(lines: readonly Line[]): ReadonlyMap<number, Header> {
  const heads = new Map<number, Header>()
  lines.forEach((line, at) => {
    if (line.text.length > 2000 || !isUnderline(line.text)) return
    const header = headerAbove(lines, at)
    if (header === null) return
    let top = at - 1
    while (
      top > 0 &&
      at - top < HEADER_LINES &&
      lineAt(lines, top - 1).text.trim() !== '' &&
      !isPrompt(lineAt(lines, top - 1).text)
    ) {
      const tokens = runsOf(lineAt(lines, top).text).map((run) => lineAt(lines, top).text.slice(run.from, run.to))
      if (tokens.some((token) => propertyOf(token) !== null)) break
      top -= 1
    }
    heads.set(top, header)
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
  const isLikely = heads.has(at) || beginsLikeHead(lineAt(lines, at).text)
  const header = isLikely ? (heads.get(at) ?? bareHeader(lines, at) ?? brokenHeader(lines, at)) : null
  if (header === null) return null
  const { rows, to } = readRows(lines, header)
  if (rows.length === 0) return null
  const dictionary = dictionaryOf(rows, header, block)
  if (dictionary !== null) return { from: at, to, records: [dictionary] }
  const records = rows.map(({ cells, first, last }): FieldRecord => {
    const fields = new Map<string, unknown>()
    header.columns.forEach(({ property }, index) => {
      if (property !== null) fields.set(property, cells[index] ?? '')
    })
    return { fields, firstLine: first, lastLine: last, block, className: null, parent: null }
  })
  return { from: at, to, records }
}
