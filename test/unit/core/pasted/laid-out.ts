export type Row = readonly string[]

/** Rows below heads as a console lays them out: each column as wide as its longest cell, or as `widths` says. */
export function laidOut(heads: Row, rows: readonly Row[], widths: readonly (number | undefined)[] = []): string {
  const sizes = heads.map(
    (head, at) => widths[at] ?? Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map((cell) => cell.length)),
  )
  const line = (cells: Row): string =>
    cells
      .map((cell, at) => cell.padEnd(sizes[at] ?? 0))
      .join(' ')
      .trimEnd()
  return `${[heads, heads.map((head) => '-'.repeat(head.length)), ...rows].map(line).join('\n')}\n`
}

/** The columns of Get-VMIntegrationService and of Get-VM. */
export const SERVICES = ['VMName', 'Name', 'Enabled', 'PrimaryStatusDescription', 'SecondaryStatusDescription']
export const VMS = ['Name', 'State', 'Uptime', 'Generation']
