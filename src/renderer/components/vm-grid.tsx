/* oxlint-disable jsx-a11y/prefer-tag-over-role -- elements of a table lose their roles when they are laid out as a grid of absolute rows */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { linesOf, vmLineFrom } from '../state/row-groups'
import { SORT_COLUMNS, type ListedVm, type SortColumn, type TableView } from '../state/rows'
import { useSay } from '../state/session-context'
import { indexAfterKey } from './grid-keys'
import { GroupHead } from './group-head'
import { useElementWidth, useRootFontSize } from './measure'
import { VmGridHead } from './vm-grid-head'
import { widthsOf } from './vm-grid-widths'
import { VmGridRow } from './vm-grid-row'

/** Height of a row, in rem: it follows the text size. */
const ROW_REM = 2.75
/** Height of the column heads, in rem, as in grid.css. */
const HEAD_REM = 2.5
/** Under this width, in rem, the guest has no column; the panel beside the table tells it. */
const GUEST_FROM_REM = 50.5
const OVERSCAN = 8

/** What can be marked in a table, where something can be done with several VMs. */
interface Marking {
  readonly markedIds: ReadonlySet<string>
  readonly onToggleMark: (vmId: string) => void
  readonly onMarkAll: () => void
}

const NO_MARKING: Marking = { markedIds: new Set(), onToggleMark: () => undefined, onMarkAll: () => undefined }

interface VmGridProps {
  readonly rows: readonly ListedVm[]
  /** What the table is called, where it is not the verdicts of a host. */
  readonly label?: string
  readonly selectedId: string | null
  readonly marking?: Marking
  /** Columns that are not drawn. */
  readonly hidden: readonly SortColumn[]
  readonly sort: TableView['sort']
  readonly group: TableView['group']
  readonly onSort: (column: SortColumn) => void
  readonly onSelect: (vmId: string, marks?: 'drop' | 'keep' | 'extend') => void
  readonly onMenu?: (vmId: string, at: { readonly x: number; readonly y: number }) => void
  readonly onOpen?: (vmId: string) => void
}

/**
 * The table of VMs: an ARIA grid that draws only the rows in sight and tells assistive technology about all of them, heads
 * of groups included. One row takes the keyboard; Right goes into its cells, Left out again. The selection is the row
 * with the keyboard.
 */
export function VmGrid(props: VmGridProps) {
  const { rows, label, selectedId, marking, hidden, sort, group, onSort, onSelect, onMenu, onOpen } = props
  const { markedIds, onToggleMark, onMarkAll } = marking ?? NO_MARKING
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const fontSize = useRootFontSize()
  const isWide = useElementWidth(scroller) >= GUEST_FROM_REM * fontSize
  const columns = useMemo(
    () => SORT_COLUMNS.filter((column) => !hidden.includes(column) && (isWide || column !== 'guest')),
    [hidden, isWide],
  )
  const lines = useMemo(() => linesOf(rows, group), [rows, group])
  const vmAt = (index: number): ListedVm | undefined => {
    const line = lines[index]
    return line?.kind === 'vm' ? line.row : undefined
  }
  const firstVm = lines.findIndex(({ kind }) => kind === 'vm')
  const selectedLine = lines.findIndex((line) => line.kind === 'vm' && line.row.id === selectedId)
  const selectedIndex = selectedLine < 0 ? Math.max(0, firstVm) : selectedLine
  // The cell that has the keyboard after the next drawing: -1 the row itself, null nothing moves.
  const wantsFocus = useRef<number | null>(null)
  const isNew = useRef(true)
  const hasKeyboard = useRef(false)
  // oxlint-disable-next-line react/incompatible-library -- concerns the React Compiler, which is not used
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * fontSize,
    overscan: OVERSCAN,
    getItemKey: (index) => lines[index]?.key ?? index,
    // The heads stand in the scrolled area and stick to its upper edge.
    scrollMargin: HEAD_REM * fontSize,
    scrollPaddingStart: HEAD_REM * fontSize,
    // The row with the keyboard stays in the page wherever the table is scrolled, so that focus is never lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), selectedIndex])].sort((a, b) => a - b),
  })

  useEffect(() => virtualizer.measure(), [virtualizer, fontSize])

  useLayoutEffect(() => {
    // Nothing has the keyboard: the program has just shown its first host, a guided check was left, or the VM that had it
    // is not there any more.
    if ((isNew.current || hasKeyboard.current) && document.activeElement === document.body) {
      wantsFocus.current = -1
      virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
    }
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

  function moveTo(index: number, cell: number, marks?: 'keep' | 'extend'): void {
    const row = vmAt(index)
    if (row === undefined) return
    // A row that is selected already is not drawn again.
    if (row.id === selectedId && marks === undefined && markedIds.size === 0 && focusCell(index, cell)) {
      return onSelect(row.id)
    }
    wantsFocus.current = cell
    onSelect(row.id, marks)
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
      const opened = vmAt(index)
      if (opened !== undefined) onOpen?.(opened.id)
      return
    }
    if (event.key === ' ') {
      event.preventDefault()
      const marked = vmAt(index)
      if (marked !== undefined) onToggleMark(marked.id)
      return
    }
    if (event.key.toLowerCase() === 'a' && event.ctrlKey) {
      event.preventDefault()
      onMarkAll()
      return
    }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = Math.min(cell + (event.key === 'ArrowRight' ? 1 : -1), row.children.length - 1)
      const target = next < 0 ? row : row.children[next]
      if (target instanceof HTMLElement) target.focus()
      event.preventDefault()
      return
    }
    if (event.key === 'ArrowUp' && index === firstVm) {
      event.preventDefault()
      scroller.current?.querySelector<HTMLElement>('[role=columnheader] [tabindex="0"]')?.focus()
      return
    }
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (ROW_REM * fontSize)) - 2)
    const wanted = indexAfterKey(event.key, index, lines.length, perPage)
    if (wanted === null) return
    event.preventDefault()
    const next = vmLineFrom(lines, wanted, index)
    if (next === null) return
    moveTo(next, cell, event.shiftKey ? 'extend' : event.ctrlKey ? 'keep' : undefined)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }

  function onContextMenu(event: MouseEvent<HTMLDivElement>): void {
    if (!(event.target instanceof Element)) return
    const element = event.target.closest<HTMLElement>('[data-vm-row]')
    const index = Number(element?.getAttribute('aria-rowindex')) - 2
    const row = vmAt(index)
    if (element === null || row === undefined || onMenu === undefined) return
    event.preventDefault()
    // The key has no place of its own: its menu opens at the row.
    const box = element.getBoundingClientRect()
    const isInside = event.clientY >= box.top && event.clientY <= box.bottom && event.clientX >= box.left
    if (!markedIds.has(row.id)) moveTo(index, -1)
    onMenu(row.id, isInside ? { x: event.clientX, y: event.clientY } : { x: box.left + fontSize * 2, y: box.bottom })
  }

  return (
    <div
      className={`grid-scroller by-${group} ${isWide ? '' : 'without-guest'}`}
      ref={scroller}
      style={{ '--columns': widthsOf(columns) } as CSSProperties}
    >
      {/* The rows carry the keyboard; this element only hears it. */}
      <div
        role="grid"
        aria-label={label ?? say('ui.table.label')}
        aria-rowcount={lines.length + 1}
        aria-multiselectable={marking !== undefined}
        tabIndex={-1}
        onFocus={() => (hasKeyboard.current = true)}
        onBlur={() => (hasKeyboard.current = false)}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <VmGridHead sort={sort} columns={columns} onSort={onSort} onLeave={() => moveTo(selectedIndex, -1)} />
        <div role="rowgroup" className="grid-body" style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map((item) => {
            const line = lines[item.index]
            if (line === undefined) return null
            const style = {
              height: `${item.size}px`,
              transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)`,
            }
            if (line.kind === 'head') {
              return (
                <GroupHead
                  key={item.key}
                  rows={line.rows}
                  group={group}
                  columns={columns.length}
                  index={item.index}
                  style={style}
                />
              )
            }
            const { row } = line
            const isSelected = row.id === selectedId
            return (
              <VmGridRow
                key={item.key}
                row={row}
                columns={columns}
                index={item.index}
                isSelected={isSelected}
                isMarked={markedIds.size === 0 ? isSelected : markedIds.has(row.id)}
                isStop={item.index === selectedIndex}
                style={style}
                onPress={(marks) => (marks === 'toggle' ? onToggleMark(row.id) : moveTo(item.index, -1, marks))}
                onOpen={() => onOpen?.(row.id)}
                onFocus={() => onSelect(row.id, 'keep')}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
