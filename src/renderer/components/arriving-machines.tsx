import { useMemo } from 'react'
import type { RunningCheck } from '../state/running-check'
import { OPTIONAL_COLUMNS, selectionAmong, visibleRows } from '../state/rows'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { CheckProgress } from './check-progress'
import { SearchBox } from './search-box'
import { VmGrid } from './vm-grid'

/** A status of a service tells nothing before all of them are there. */
const SERVICE_COLUMNS = OPTIONAL_COLUMNS.filter((column) => column !== 'guest' && column !== 'state')

/** The VMs of this computer as they come in, while it is being read: who they are, and no verdict. */
export function ArrivingMachines({ check }: { readonly check: RunningCheck }) {
  const say = useSay()
  const language = useLanguage()
  const { cancelCheck, setSearch, sortBy, selectVm, showAllRows } = useSession()
  const view = useApp((state) => state.view)
  const selectedId = useApp((state) => state.selectedVmId)
  const { arrived } = check
  const rows = useMemo(() => visibleRows(arrived, view, language), [arrived, view, language])
  return (
    <main className="overview" aria-label={say('ui.pane.overview')} data-pane="">
      <section className="answer arriving">
        <h1>{say('ui.checking.title')}</h1>
        <p className="muted">{say('ui.checking.arrived', { count: arrived.length })}</p>
        <CheckProgress check={check} onCancel={cancelCheck} />
      </section>
      <div className="tools">
        <SearchBox value={view.search} onSearch={setSearch} />
        <span className="spacer" />
        <span className="muted small">
          {rows.length === arrived.length
            ? say('ui.overview.machines', { count: arrived.length })
            : say('ui.overview.machines-of', { shown: rows.length, count: arrived.length })}
        </span>
      </div>
      <div className="split alone">
        <div className="machines">
          {rows.length === 0 ? (
            <div className="nothing-matches">
              <p>{say('ui.overview.nothing-matches')}</p>
              <Action onPress={showAllRows}>{say('ui.overview.show-all')}</Action>
            </div>
          ) : (
            <VmGrid
              rows={rows}
              label={say('ui.checking.table')}
              selectedId={selectionAmong(rows, selectedId)}
              hidden={SERVICE_COLUMNS}
              sort={view.sort}
              group="none"
              onSort={sortBy}
              onSelect={selectVm}
            />
          )}
        </div>
      </div>
    </main>
  )
}
