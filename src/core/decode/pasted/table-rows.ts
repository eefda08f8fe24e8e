import { servicesInText } from './service-names'
import { leadingStatus } from './status-words'
import { stateOf } from './vm-states'

/** The last column of a wide table: `Microsoft:GUID\\GUID`. */
const DEVICE_ID = /Microsoft:[0-9A-F\\-]{36,80}/i
const PRIMARY = ['primarystatusdescription', 'primaryoperationalstatus', 'operationalstatus', 'status']
const SECONDARY = ['secondarystatusdescription', 'secondaryoperationalstatus']

/** One column of a table by its place in the head. */
export interface Column {
  readonly property: string | null
  readonly from: number
  readonly to: number
}

/** The head of a table. */
export interface Header {
  readonly columns: readonly Column[]
  /** Index of the first row. */
  readonly rowsFrom: number
}

/** A piece of a line by its place. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** The words of a line with their places. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let from = -1
  for (let at = 0; at <= text.length; at += 1) {
    const isGap = at === text.length || text[at] === ' ' || text[at] === '\t'
    if (!isGap && from < 0) from = at
    if (isGap && from >= 0) {
      runs.push({ from, to: at })
      from = -1
    }
  }
  return runs
}

/** Index of the column with a property, or -1. */
export function columnIndex(header: Header, property: string): number {
  return header.columns.findIndex((column) => column.property === property)
}

function isStateWord(word: string): boolean {
  return !/^\d/.test(word) && stateOf(word) !== null
}

/** A row whose columns mail or a wiki has pushed together, by what stands in it. */
export function looseCells(text: string, header: Header): string[] | null {
  const cells = header.columns.map(() => '')
  const put = (property: string, value: string): void => {
    const index = columnIndex(header, property)
    if (index >= 0) cells[index] = value
  }
  const putStatus = (words: string): void => {
    const id = columnIndex(header, 'id') < 0 ? undefined : DEVICE_ID.exec(words)?.[0]
    put('id', id ?? '')
    const said = id === undefined ? words : words.replace(id, ' ')
    const primary = leadingStatus(said)
    for (const column of PRIMARY) put(column, primary?.word ?? said.trim())
    for (const column of SECONDARY) put(column, primary?.rest.trim() ?? '')
  }
  const enabledAt = /(?:^|\s)(true|false)(?=\s|$)/i.exec(text)
  const hasEnabled = columnIndex(header, 'enabled') >= 0
  if (hasEnabled && enabledAt === null) return null
  const head = hasEnabled && enabledAt !== null ? text.slice(0, enabledAt.index) : text
  // A service's name in a table that has no place for its status is the name of something else.
  const isOfServices = hasEnabled || PRIMARY.slice(0, 3).some((column) => columnIndex(header, column) >= 0)
  const names = isOfServices ? servicesInText(head) : []
  const name = hasEnabled ? names.at(-1) : names[0]
  if (name !== undefined) {
    put('vmname', text.slice(0, name.from).trim())
    put('name', text.slice(name.from, name.to).trim())
    put('enabled', enabledAt?.[1] ?? '')
    putStatus(
      hasEnabled && enabledAt !== null ? text.slice(enabledAt.index + enabledAt[0].length) : text.slice(name.to),
    )
    return cells
  }
  if (hasEnabled && enabledAt !== null) {
    // A name in a language we do not know: the cmdlet's order may still tell which service it is.
    const words = head.trim().split(/\s+/)
    const vmName = columnIndex(header, 'vmname') >= 0 ? (words.shift() ?? '') : ''
    putStatus(text.slice(enabledAt.index + enabledAt[0].length))
    put('vmname', vmName)
    put('name', words.join(' '))
    put('enabled', enabledAt[1] ?? '')
    return words.length === 0 ? null : cells
  }
  if (columnIndex(header, 'state') < 0) return null
  const words = runsOf(text)
  const state = words.find((word, index) => index > 0 && isStateWord(text.slice(word.from, word.to)))
  if (state === undefined) return null
  put(columnIndex(header, 'name') < 0 ? 'vmname' : 'name', text.slice(0, state.from).trim())
  put('state', text.slice(state.from, state.to))
  return cells
}
