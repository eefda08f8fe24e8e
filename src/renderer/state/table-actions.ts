import { say } from '../../core/i18n/translate'
import type { Verdict } from '../../core/model/verdict'
import { readGuide } from './guide-actions'
import { ALL_ROWS, selectionAmong, sortAfterClick, type SortColumn, type TableView } from './rows'
import type { Desk } from './desk'

/** Filtering, sorting and selecting in the table. */
export interface TableActions {
  readonly setVerdicts: (verdicts: readonly Verdict[]) => void
  readonly setSearch: (search: string) => void
  readonly sortBy: (column: SortColumn) => void
  readonly showAllRows: () => void
  readonly selectVm: (vmId: string) => void
}

/** Details of a VM are read when the selection has rested this long, so that a held arrow key asks for one VM and not for all. */
const REST_MS = 80

/** Actions on the table of a host. */
export function tableActions(desk: Desk): TableActions {
  const { store } = desk
  let resting: ReturnType<typeof setTimeout> | undefined

  function select(vmId: string | null): void {
    const { selectedVmId, guide } = store.get()
    if (vmId === selectedVmId) return
    store.set({ selectedVmId: vmId, guide: guide?.vm.id === vmId ? guide : null })
    clearTimeout(resting)
    resting = setTimeout(() => void readGuide(desk), REST_MS)
  }

  function show(change: Partial<TableView>): void {
    const state = store.get()
    const view = { ...state.view, ...change }
    store.set({ view })
    const rows = desk.rows(state.overview?.rows ?? [], view, desk.language())
    select(selectionAmong(rows, state.selectedVmId))
    if (change.sort === undefined) {
      store.set({ announcement: say(desk.language(), 'ui.overview.filtered', { shown: rows.length }) })
    }
  }

  return {
    setVerdicts: (verdicts) => show({ verdicts }),
    setSearch: (search) => show({ search }),
    sortBy: (column) => show({ sort: sortAfterClick(store.get().view.sort, column) }),
    showAllRows: () => show({ verdicts: ALL_ROWS.verdicts, search: ALL_ROWS.search }),
    selectVm: select,
  }
}
