import { useMemo } from 'react'
import type { RollUpSource } from '../../core/ipc'
import { ALL_GROUPINGS } from '../../core/model/settings-choices'
import { idAmongSources } from '../state/roll-up-actions'
import { ALL_ROWS, type ListedVm, selectionAmong, sortAfterClick, visibleRows } from '../state/rows'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { GroupChoice } from './group-choice'
import { SearchBox } from './search-box'
import { VmGrid } from './vm-grid'

/** A VM of one of several sources: a VM that moved stands in two of them, so its id alone does not name it. */
interface VmOfSource extends ListedVm {
  readonly vmId: string
  readonly source: { readonly id: string; readonly name: string }
}

function rowsOf({ source, rows }: RollUpSource): readonly VmOfSource[] {
  const { id, name } = source
  return rows.map((row) => ({ ...row, id: idAmongSources(id, row.id), vmId: row.id, source: { id, name } }))
}

/** The VMs of all open sources in one table, grouped by host or by verdict. */
export function AllMachines({ sources }: { readonly sources: readonly RollUpSource[] }) {
  const say = useSay()
  const language = useLanguage()
  const { changeSettings, openFound, setRollUpView } = useSession()
  const group = useApp(({ info }) => info?.settings.groupAllBy ?? 'host')
  const { search, sort, selectedId } = useApp(({ rollUpView }) => rollUpView)
  const setSearch = (text: string) => setRollUpView({ search: text })
  const all = useMemo(() => sources.flatMap(rowsOf), [sources])
  const rows = useMemo(
    () => visibleRows(all, { ...ALL_ROWS, search, sort, group }, language),
    [all, search, sort, group, language],
  )
  const open = (id: string) => {
    const row = rows.find((one) => one.id === id)
    if (row !== undefined) void openFound({ from: { sourceId: row.source.id }, vmId: row.vmId })
  }
  return (
    <section className="all-machines" aria-label={say('rollup.part.all')}>
      <div className="tools">
        <SearchBox value={search} onSearch={setSearch} />
        <GroupChoice
          offered={ALL_GROUPINGS}
          chosen={group}
          onChange={(groupAllBy) => void changeSettings({ groupAllBy })}
        />
        <span className="spacer" />
        <output className="muted small">
          {rows.length === all.length
            ? say('ui.overview.machines', { count: all.length })
            : say('ui.overview.machines-of', { shown: rows.length, count: all.length })}
        </output>
      </div>
      {rows.length === 0 ? (
        <div className="nothing-matches">
          <p>{say('ui.overview.nothing-matches')}</p>
          <Action onPress={() => setSearch('')}>{say('ui.overview.show-all')}</Action>
        </div>
      ) : (
        <VmGrid
          rows={rows}
          selectedId={selectionAmong(rows, selectedId)}
          hidden={[]}
          sort={sort}
          group={group}
          onSort={(column) => setRollUpView({ sort: sortAfterClick(sort, column) })}
          onSelect={(id) => setRollUpView({ selectedId: id })}
          onOpen={open}
        />
      )}
    </section>
  )
}
