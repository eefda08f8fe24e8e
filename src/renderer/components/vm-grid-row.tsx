/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see vm-grid.tsx */
import type { CSSProperties } from 'react'
import type { ListedVm, SortColumn } from '../state/rows'
import { VmRowCells } from './vm-row'

interface VmGridRowProps {
  readonly row: ListedVm
  readonly columns: readonly SortColumn[]
  /** Its place among the lines of the table, heads of groups included. */
  readonly index: number
  readonly isSelected: boolean
  readonly isMarked: boolean
  /** Whether the Tab key stops here. */
  readonly isStop: boolean
  readonly style: CSSProperties
  readonly onPress: (marks: 'toggle' | 'extend' | undefined) => void
  readonly onOpen: () => void
  /** The row that was not selected got the keyboard. */
  readonly onFocus: () => void
}

/** A VM in the table: a click selects it, with Ctrl or Shift it marks, a double click opens it. */
export function VmGridRow(props: VmGridRowProps) {
  const { row, columns, index, isSelected, isMarked, isStop, style, onPress, onOpen, onFocus } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid around it hears the keys
    <div
      role="row"
      data-vm-row=""
      className={`grid-row ${isSelected ? 'selected' : ''} ${isMarked ? 'marked' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={isMarked}
      tabIndex={isStop ? 0 : -1}
      style={style}
      onClick={({ ctrlKey, shiftKey }) => onPress(ctrlKey ? 'toggle' : shiftKey ? 'extend' : undefined)}
      onDoubleClick={onOpen}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isSelected) onFocus()
      }}
    >
      <VmRowCells row={row} columns={columns} />
    </div>
  )
}
