import type { Grouping, ListedVm } from './rows'

/** A line of the table: a VM, or the head of the group whose VMs follow. */
export type GridLine<Row extends ListedVm = ListedVm> =
  | { readonly kind: 'vm'; readonly key: string; readonly row: Row }
  | { readonly kind: 'head'; readonly key: string; readonly rows: readonly Row[] }

function groupOf(row: ListedVm, grouping: Grouping): string {
  return grouping === 'host' ? (row.source?.id ?? '') : (row.verdict ?? '')
}

/** Rows that stand in the order of their groups, with a head before each group. */
export function linesOf<Row extends ListedVm>(rows: readonly Row[], grouping: Grouping): readonly GridLine<Row>[] {
  const lines: GridLine<Row>[] = []
  const line = (row: Row): GridLine<Row> => ({ kind: 'vm', key: row.id, row })
  if (grouping === 'none') return rows.map(line)
  for (let start = 0; start < rows.length;) {
    const first = rows[start]
    if (first === undefined) break
    const group = groupOf(first, grouping)
    let end = start + 1
    for (let next = rows[end]; next !== undefined && groupOf(next, grouping) === group; next = rows[end]) end += 1
    const members = rows.slice(start, end)
    // No id of a VM begins like this.
    lines.push({ kind: 'head', key: `group ${group}`, rows: members }, ...members.map(line))
    start = end
  }
  return lines
}

/** The line with a VM that a key meant to go to, from another one: heads are passed over. Null at either end. */
export function vmLineFrom(lines: readonly GridLine[], wanted: number, from: number): number | null {
  if (lines[wanted]?.kind !== 'head') return wanted
  const next = wanted < from && wanted > 0 ? wanted - 1 : wanted + 1
  return next in lines ? next : null
}
