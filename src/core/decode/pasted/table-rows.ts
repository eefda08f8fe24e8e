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

/** The status cells of a row pushed together, with the component's id where it ends with one. */
function statusCells(words: string): readonly (readonly [string, string])[] {
  const id = DEVICE_ID.exec(words)?.[0] ?? ''
  const said = words.replace(id, ' ')
  const { word, rest } = leadingStatus(said) ?? { word: said, rest: '' }
  return [
    ['id', id],
    ...PRIMARY.map((property) => [property, word] as const),
    ...SECONDARY.map((property) => [property, rest] as const),
  ]
}

/** A row whose columns mail or a wiki has pushed together, by what stands in it. */
export function looseCells(text: string, header: Header): string[] | null {
  const has = (property: string): boolean => columnIndex(header, property) >= 0
  const cellsFrom = (values: readonly (readonly [string, string])[]): string[] => {
    const byProperty = new Map<string | null, string>(values)
    return header.columns.map(({ property }) => byProperty.get(property)?.trim() ?? '')
  }
  const enabled = has('enabled') ? /(?:^|\s)(true|false)(?=\s|$)/i.exec(text) : undefined
  if (enabled === null) return null
  const head = text.slice(0, enabled?.index)
  // A service's name in a table that has no place for its status is the name of something else.
  const names = [...PRIMARY.slice(0, 3), 'enabled'].some(has) ? servicesInText(head) : []
  const name = enabled === undefined ? names[0] : names.at(-1)
  const afterSwitch = enabled === undefined ? text.length : enabled.index + enabled[0].length
  if (name !== undefined) {
    return cellsFrom([
      ['vmname', text.slice(0, name.from)],
      ['name', text.slice(name.from, name.to)],
      ['enabled', enabled?.[1] ?? ''],
      // The switch can stand in front of the status or behind it.
      ...statusCells(`${text.slice(name.to, enabled?.index)} ${text.slice(afterSwitch)}`),
    ])
  }
  if (enabled !== undefined) {
    // A name in a language we do not know: the cmdlet's order may still tell which service it is.
    const words = runsOf(head).map(({ from, to }) => head.slice(from, to))
    const vmName = has('vmname') ? words.shift() : undefined
    if (words.length === 0) return null
    return cellsFrom([
      ['vmname', vmName ?? ''],
      ['name', words.join(' ')],
      ['enabled', enabled[1] ?? ''],
      ...statusCells(text.slice(afterSwitch)),
    ])
  }
  const state = runsOf(text).find(({ from, to }, index) => index > 0 && isStateWord(text.slice(from, to)))
  if (state === undefined) return null
  return has('state')
    ? cellsFrom([
        [has('name') ? 'name' : 'vmname', text.slice(0, state.from)],
        ['state', text.slice(state.from, state.to)],
      ])
    : null
}
