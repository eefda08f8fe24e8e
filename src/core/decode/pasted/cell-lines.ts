import { headingOf, type FieldRecord, type Stretch } from './field-record'
import { serviceNamed } from './service-names'
import { lineAt, type Line } from './text-lines'

const HEADS_LIMIT = 12
const SERVICE = ['name', 'service']
const STATUS = ['primarystatusdescription', 'primaryoperationalstatus', 'operationalstatus', 'status', 'enabled']

interface Cell {
  readonly text: string
  readonly at: number
}

/** The next lines that hold something, over no more than one empty line each; `limit` of them at most. */
function cellsFrom(lines: readonly Line[], at: number, limit: number): readonly Cell[] {
  const cells: Cell[] = []
  for (let next = at, blanks = 0; cells.length < limit && blanks <= 1; next += 1) {
    const text = lineAt(lines, next).text.trim()
    blanks = text === '' ? blanks + 1 : 0
    if (text !== '') cells.push({ text, at: next })
  }
  return cells
}

/** The heads of such a table: single properties, each on a line, with a service's name and a status among them. */
function headsOf(cells: readonly Cell[]): readonly string[] | null {
  const heads: string[] = []
  for (const { text } of cells) {
    const property = headingOf(text)
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
  // Most lines of a text are no head.
  if (headingOf(lineAt(lines, at).text.trim()) === null) return null
  const heads = headsOf(cellsFrom(lines, at, HEADS_LIMIT))
  if (heads === null) return null
  const before = heads.findIndex((head) => SERVICE.includes(head))
  const isService = ({ text }: Cell): boolean => serviceNamed(text)?.isConfirmed === true
  const first = heads.length + before
  if (
    !cellsFrom(lines, at, first + 1)
      .slice(first)
      .some(isService)
  )
    return null
  const isSpaced = lineAt(lines, at + 1).text === ''
  const cells = cellsFrom(lines, at, Number.POSITIVE_INFINITY).slice(heads.length)
  const starts = cells.flatMap((cell, index) => (index >= before && isService(cell) ? [index - before] : []))
  const records = starts.map((start, index): FieldRecord => {
    const row = cells.slice(start, starts[index + 1])
    const firstLine = row[0]?.at ?? at
    const fields = new Map<string, unknown>()
    let lastLine = firstLine
    for (const [column, head] of heads.entries()) {
      const cell = row[column]
      // Where cells stand line by line, an empty line ends the row: an empty cell, or the text that goes on below.
      if (cell === undefined || (!isSpaced && column > before && cell.at - lastLine > 1)) break
      fields.set(head, cell.text)
      lastLine = cell.at
    }
    return { fields, firstLine, lastLine, block, className: null, parent: null }
  })
  return { from: at, to: (records.at(-1)?.lastLine ?? at) + 1, records }
}
