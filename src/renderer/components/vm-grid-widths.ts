import type { SortColumn } from '../state/rows'

function widthOf(column: SortColumn): string {
  if (column === 'verdict' || column === 'name' || column === 'guest' || column === 'state')
    return `var(--width-${column})`
  return 'var(--width-service)'
}

/** The widths of columns for a grid of CSS; they follow the language and the room, in grid.css. */
export function widthsOf(columns: readonly SortColumn[]): string {
  return columns.map((column) => widthOf(column)).join(' ')
}
