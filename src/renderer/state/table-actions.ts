import { say } from '../say'
import type { Verdict } from '../../core/model/verdict'
import { listedVms } from './app-state'
import { readGuide } from './read-guide'
import {
  ALL_ROWS,
  idsBetween,
  selectionAmong,
  sortAfterClick,
  type Grouping,
  type SortColumn,
  type TableView,
  visibleRows,
} from './rows'
import type { Desk } from './desk'

/** Filtering, sorting and selecting in the table. */
export interface TableActions {
  readonly setVerdicts: (verdicts: readonly Verdict[]) => void
  readonly setSearch: (search: string) => void
  readonly sortBy: (column: SortColumn) => void
  readonly setGroup: (group: Grouping) => void
  readonly showAllRows: () => void
  /** Moves the selection; what was marked stays with `keep` and grows up to the VM with `extend`, else it is gone. */
  readonly selectVm: (vmId: string, marks?: 'drop' | 'keep' | 'extend') => void
  /** Marks a VM, or takes its mark away. The first mark takes the selected VM with it, as lists in Windows do. */
  readonly toggleMark: (vmId: string) => void
  readonly markAll: () => void
  readonly clearMarks: () => void
}

/** Details of a VM are read when the selection has rested this long, so that a held arrow key asks for one VM and not for all. */
const REST_MS = 80

/** Actions on the table of a host. */
export function tableActions(desk: Desk): TableActions {
  const { store } = desk
  let resting: ReturnType<typeof setTimeout> | undefined
  /** Where a range of marks begins. */
  let anchor: string | null = null

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
    const rows = visibleRows(listedVms(state), view, desk.language())
    const shown = new Set(rows.map(({ id }) => id))
    // What is not in sight is not meant.
    store.set({ markedIds: state.markedIds.filter((id) => shown.has(id)) })
    select(selectionAmong(rows, state.selectedVmId))
    if (change.verdicts !== undefined || change.search !== undefined) {
      store.set({ announcement: say(desk.language(), 'ui.overview.filtered', { shown: rows.length }) })
    }
  }

  const idsInView = (): readonly string[] => {
    const state = store.get()
    return visibleRows(listedVms(state), state.view, desk.language()).map(({ id }) => id)
  }

  function mark(markedIds: readonly string[]): void {
    store.set({ markedIds, announcement: say(desk.language(), 'overview.marked', { count: markedIds.length }) })
  }

  return {
    setVerdicts: (verdicts) => show({ verdicts }),
    setSearch: (search) => show({ search }),
    sortBy: (column) => show({ sort: sortAfterClick(store.get().view.sort, column) }),
    setGroup: (group) => show({ group }),
    showAllRows: () => show({ verdicts: ALL_ROWS.verdicts, search: ALL_ROWS.search }),
    selectVm(vmId, marks = 'drop') {
      if (marks === 'extend') {
        anchor ??= store.get().selectedVmId
        mark(idsBetween(idsInView(), anchor, vmId))
      } else {
        anchor = null
        if (marks === 'drop' && store.get().markedIds.length > 0) store.set({ markedIds: [] })
      }
      select(vmId)
    },
    toggleMark(vmId) {
      const { markedIds, selectedVmId } = store.get()
      const before = markedIds.length > 0 || selectedVmId === null ? markedIds : [selectedVmId]
      const isOnlySelected = markedIds.length === 0 && vmId === selectedVmId
      const marked = isOnlySelected || !before.includes(vmId)
      mark(marked ? [...new Set([...before, vmId])] : before.filter((id) => id !== vmId))
      anchor = vmId
      select(vmId)
    },
    markAll: () => mark(idsInView()),
    clearMarks: () => mark([]),
  }
}
