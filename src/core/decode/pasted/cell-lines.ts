import { headingOf, type FieldRecord, type Stretch } from './field-record'
import { serviceNamed } from './service-names'
import type { Line } from './text-lines'

/** One head, or the empty line between two: most lines of a text are none. */
const CELL = /^[\p{L} ()%]{0,30}$/u
const HEADS_LIMIT = 12
const CELLS_LIMIT = 20_000
const SERVICE = ['name', 'service']
const STATUS = ['primarystatusdescription', 'primaryoperationalstatus', 'operationalstatus', 'status', 'enabled']

interface Cell {
  readonly text: string
  readonly at: number
}

/** The next lines that hold something, over no more than one empty line each; `limit` of them at most. */
function cellsFrom(lines: readonly Line[], at: number, limit: number): readonly Cell[] {
  const cells: Cell[] = []
  let blanks = 0
  for (let next = at; next < lines.length && cells.length < limit && blanks <= 1; next += 1) {
    const text = (lines[next]?.text ?? '').trim()
    blanks = text === '' ? blanks + 1 : 0
    if (text !== '') cells.push({ text, at: next })
  }
  return cells
}

/** The heads of such a table: single properties, each on a line, with a service's name and a status among them. */
function headsOf(cells: readonly Cell[]): readonly string[] | null {
  const heads: string[] = []
  for (const { text } of cells) {
    const property = text.includes(' ') && text.length > 30 ? null : headingOf(text)
    if (property === null || heads.includes(property)) break
    heads.push(property)
  }
  const isTable = heads.some((head) => SERVICE.includes(head)) && heads.some((head) => STATUS.includes(head))
  return isTable && heads.length >= 3 ? heads : null
}

/**
 * Reads a table that a mail program has turned into one line for each cell. Empty cells are gone there, so a row begins with
 * the line that stands as far before a service's name as its head says, and what is missing at its end was empty.
 */
export function readCellLines(lines: readonly Line[], at: number, block: number): Stretch | null {
  if (!CELL.test(lines[at]?.text ?? '') || !CELL.test(lines[at + 1]?.text ?? '')) return null
  const top = cellsFrom(lines, at, HEADS_LIMIT)
  const heads = headsOf(top)
  if (heads === null) return null
  const before = heads.findIndex((head) => SERVICE.includes(head))
  const isService = (cell: Cell | undefined): boolean => serviceNamed(cell?.text ?? '')?.isConfirmed === true
  const first = cellsFrom(lines, at, heads.length + before + 1).at(heads.length + before)
  if (!isService(first)) return null
  const isSpaced = (top[1]?.at ?? 0) - at > 1
  const cells = cellsFrom(lines, at, CELLS_LIMIT).slice(heads.length)
  const starts = cells.flatMap((cell, index) => (index >= before && isService(cell) ? [index - before] : []))
  const records = starts.map((start, index): FieldRecord => {
    const row = cells.slice(start, Math.min(starts[index + 1] ?? cells.length, start + heads.length))
    // Where cells stand line by line, an empty line ends the row: an empty cell, or the text that goes on below.
    const gap = row.findIndex((cell, column) => column > before && cell.at - (row[column - 1]?.at ?? cell.at) > 1)
    const whole = isSpaced || gap < 0 ? row : row.slice(0, gap)
    return {
      fields: new Map(whole.map(({ text }, column) => [heads[column] ?? '', text])),
      firstLine: whole[0]?.at ?? at,
      lastLine: whole.at(-1)?.at ?? at,
      block,
      className: null,
      parent: null,
    }
  })
  return { from: at, to: (records.at(-1)?.lastLine ?? at) + 1, records }
}
