/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see vm-grid.tsx */
import { memo } from 'react'
import { JUDGED_SERVICES } from '../../core/model/service'
import type { ListedVm, SortColumn } from '../state/rows'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { ServiceMark } from './service-mark'
import { VerdictLabel } from './verdict'

interface VmRowCellsProps {
  readonly row: ListedVm
  readonly columns: readonly SortColumn[]
}

/** The guest as the table says it: its name, or why there is none. */
function GuestName({ row }: { readonly row: Pick<ListedVm, 'guest' | 'verdict'> }) {
  const say = useSay()
  if (row.guest !== null) return <HostText text={row.guest} />
  // What has not been read yet is not unknown.
  if (row.verdict === null) return null
  return (
    <span className="muted">
      {say(row.verdict === 'not-running' ? 'ui.table.guest-off' : 'ui.table.guest-unknown')}
    </span>
  )
}

/** The cells of one VM, in the order of the columns; drawn again only for another VM or other columns. */
export const VmRowCells = memo(function VmRowCells({ row, columns }: VmRowCellsProps) {
  const say = useSay()
  // While a VM is off, what its services are set to is no status of theirs.
  const isRunning = row.verdict !== 'not-running'
  return (
    <>
      <div role="gridcell" className="cell" tabIndex={-1}>
        {row.verdict === null ? (
          <span className="muted">{say('overview.being-checked')}</span>
        ) : (
          <VerdictLabel verdict={row.verdict} />
        )}
      </div>
      <div role="gridcell" className="cell vm-name" tabIndex={-1}>
        <HostText text={row.name} />
        {row.source !== undefined && <HostText text={row.source.name} className="muted small vm-source" />}
        {row.verdict === 'action-needed' && !row.needsAction && (
          <span className="muted small accepted-mark">{say('accepted.mark')}</span>
        )}
      </div>
      {columns.includes('guest') && (
        <div role="gridcell" className="cell" tabIndex={-1}>
          <GuestName row={row} />
        </div>
      )}
      {columns.includes('state') && (
        <div role="gridcell" className="cell muted" tabIndex={-1}>
          {say(`term.state.${row.state}`)}
        </div>
      )}
      {JUDGED_SERVICES.filter((id) => columns.includes(id)).map((id) => {
        const mark = row.services.find(({ service }) => service === id)
        return (
          <div key={id} role="gridcell" className="cell mark" tabIndex={-1}>
            {mark !== undefined && isRunning && <ServiceMark mark={mark} />}
          </div>
        )
      })}
    </>
  )
})
