/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see vm-grid.tsx */
import type { CSSProperties } from 'react'
import type { Grouping, ListedVm } from '../state/rows'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { VerdictLabel } from './verdict'

interface GroupHeadProps {
  /** The VMs of the group. */
  readonly rows: readonly ListedVm[]
  readonly group: Grouping
  /** How many columns it stands over. */
  readonly columns: number
  readonly index: number
  readonly style: CSSProperties
}

/** What the VMs of a group have in common, and how many they are. Keys pass over it: each row says the same of itself. */
export function GroupHead({ rows, group, columns, index, style }: GroupHeadProps) {
  const say = useSay()
  const [first] = rows
  const action = rows.filter(({ needsAction }) => needsAction).length
  if (first === undefined) return null
  return (
    <div role="row" className="grid-row group-head" aria-rowindex={index + 2} style={style} tabIndex={-1}>
      <div role="rowheader" className="cell" aria-colspan={columns} tabIndex={-1}>
        {group === 'host' ? (
          <HostText text={first.source?.name ?? ''} className="group-name" />
        ) : (
          first.verdict !== null && <VerdictLabel verdict={first.verdict} />
        )}
        <span className="muted small">{say('ui.overview.machines', { count: rows.length })}</span>
        {group === 'host' && action > 0 && (
          <span className="act small">{say('overview.group.action', { count: action })}</span>
        )}
      </div>
    </div>
  )
}
