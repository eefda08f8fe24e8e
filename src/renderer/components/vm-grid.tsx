/* oxlint-disable jsx-a11y/prefer-tag-over-role -- elements of a table lose their roles when they are laid out as a grid of absolute rows */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { VmRow } from '../../core/ipc'
import type { SortColumn, TableView } from '../state/rows'
import { useSay } from '../state/session-context'
import { indexAfterKey } from './grid-keys'
import { useElementWidth, useRootFontSize } from './measure'
import { VmGridHead } from './vm-grid-head'
import { VmRowCells } from './vm-row'

/** Height of a row, in rem: it follows the text size. */
const ROW_REM = 2.75
/** Height of the column heads, in rem, as in grid.css. */
const HEAD_REM = 2.5
/** Under this width, in rem, the guest has no column; the panel beside the table tells it. */
const GUEST_FROM_REM = 50.5
const OVERSCAN = 8

interface VmGridProps {
  readonly rows: readonly VmRow[]
  readonly selectedId: string | null
  readonly sort: TableView['sort']
  readonly onSort: (column: SortColumn) => void
  readonly onSelect: (vmId: string) => void
  readonly onOpen: (vmId: string) => void
}

/**
 * The table of VMs: an ARIA grid that draws only the rows in sight and tells assistive technology about all of them.
 * One row takes the keyboard; Right goes into its cells, Left out again. The selection is the row with the keyboard.
 */
export function VmGrid({ rows, selectedId, sort, onSort, onSelect, onOpen }: VmGridProps) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const fontSize = useRootFontSize()
  const hasGuest = useElementWidth(scroller) >= GUEST_FROM_REM * fontSize
  const selectedIndex = Math.max(
    0,
    rows.findIndex(({ id }) => id === selectedId),
  )
  // The cell that has the keyboard after the next drawing: -1 the row itself, null nothing moves.
  const wantsFocus = useRef<number | null>(null)
  const isNew = useRef(true)
  // oxlint-disable-next-line react/incompatible-library -- concerns the React Compiler, which is not used
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * fontSize,
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The heads stand in the scrolled area and stick to its upper edge.
    scrollMargin: HEAD_REM * fontSize,
    scrollPaddingStart: HEAD_REM * fontSize,
    // The row with the keyboard stays in the page wherever the table is scrolled, so that focus is never lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), selectedIndex])].sort((a, b) => a - b),
  })

  useEffect(() => virtualizer.measure(), [virtualizer, fontSize])

  useLayoutEffect(() => {
    // Nothing has the keyboard: the program has just shown its first host, or a guided check was left.
    if (isNew.current && document.activeElement === document.body) wantsFocus.current = -1
    isNew.current = false
    if (wantsFocus.current === null) return
    if (focusCell(selectedIndex, wantsFocus.current)) wantsFocus.current = null
  })

  function focusCell(index: number, cell: number): boolean {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-vm-row][aria-rowindex="${index + 2}"]`)
    const target = cell < 0 ? row : row?.children[cell]
    if (!(target instanceof HTMLElement)) return false
    target.focus({ preventScroll: true })
    return true
  }

  function moveTo(index: number, cell: number): void {
    const row = rows[index]
    if (row === undefined) return
    // A row that is selected already is not drawn again.
    if (row.id === selectedId && focusCell(index, cell)) return
    wantsFocus.current = cell
    onSelect(row.id)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    // Alt+Enter opens details on Windows; with any other key Alt belongs to the menu.
    if ((event.altKey && event.key !== 'Enter') || !(event.target instanceof HTMLElement)) return
    const row = event.target.closest<HTMLElement>('[data-vm-row]')
    if (row === null) return
    const cell = Array.prototype.indexOf.call(row.children, event.target)
    const index = Number(row.getAttribute('aria-rowindex')) - 2
    if (event.key === 'Enter') {
      event.preventDefault()
      const opened = rows[index]
      if (opened !== undefined) onOpen(opened.id)
      return
    }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = Math.min(cell + (event.key === 'ArrowRight' ? 1 : -1), row.children.length - 1)
      const target = next < 0 ? row : row.children[next]
      if (target instanceof HTMLElement) target.focus()
      event.preventDefault()
      return
    }
    if (event.key === 'ArrowUp' && index === 0) {
      event.preventDefault()
      scroller.current?.querySelector<HTMLElement>('[role=columnheader] [tabindex="0"]')?.focus()
      return
    }
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (ROW_REM * fontSize)) - 2)
    const next = indexAfterKey(event.key, index, rows.length, perPage)
    if (next === null) return
    event.preventDefault()
    moveTo(next, cell)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }

  return (
    <div className={hasGuest ? 'grid-scroller' : 'grid-scroller without-guest'} ref={scroller}>
      {/* The rows carry the keyboard; this element only hears it. */}
      <div
        role="grid"
        aria-label={say('ui.table.label')}
        aria-rowcount={rows.length + 1}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <VmGridHead sort={sort} hasGuest={hasGuest} onSort={onSort} onLeave={() => moveTo(selectedIndex, -1)} />
        <div role="rowgroup" className="grid-body" style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const isSelected = row.id === selectedId
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid around it hears the keys
              <div
                key={item.key}
                role="row"
                data-vm-row=""
                className={isSelected ? 'grid-row selected' : 'grid-row'}
                aria-rowindex={item.index + 2}
                aria-selected={isSelected}
                tabIndex={item.index === selectedIndex ? 0 : -1}
                style={{
                  height: `${item.size}px`,
                  transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)`,
                }}
                onClick={() => moveTo(item.index, -1)}
                onDoubleClick={() => onOpen(row.id)}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && !isSelected) onSelect(row.id)
                }}
              >
                <VmRowCells row={row} hasGuest={hasGuest} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
