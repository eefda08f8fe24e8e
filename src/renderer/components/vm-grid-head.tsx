/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see vm-grid.tsx */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../core/model/service'
import type { SortColumn, TableView } from '../state/rows'
import { useSay } from '../state/session-context'

interface VmGridHeadProps {
  readonly sort: TableView['sort']
  readonly columns: readonly SortColumn[]
  readonly onSort: (column: SortColumn) => void
  /** Down from a head goes into the rows. */
  readonly onLeave: () => void
}

function isService(column: SortColumn): column is JudgedServiceId {
  return (JUDGED_SERVICES as readonly string[]).includes(column)
}

/** The heads of the columns: one stop of the Tab key, Left and Right between them, Enter sorts. */
export function VmGridHead({ sort, columns, onSort, onLeave }: VmGridHeadProps) {
  const say = useSay()
  const row = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<SortColumn>('verdict')
  const stopAt = columns.includes(stop) ? stop : 'verdict'

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const at = columns.indexOf(stopAt)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: columns.length - 1 }[event.key]
    if (event.key === 'ArrowDown') onLeave()
    else if (next === undefined) return
    else {
      const column = columns[next]
      if (column !== undefined) {
        setStop(column)
        row.current?.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus()
      }
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" className="grid-row" aria-rowindex={1} ref={row} onKeyDown={onKeyDown} tabIndex={-1}>
        {columns.map((column) => {
          const name = isService(column) ? say(`term.service.${column}`) : say(`ui.table.${column}`)
          const short = isService(column) ? say(`term.service-short.${column}`) : name
          const sorted = sort.column === column
          const Arrow = sort.descending ? ArrowDown : ArrowUp
          return (
            <div
              key={column}
              role="columnheader"
              className={isService(column) ? 'cell mark' : 'cell'}
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className="head-button"
                data-column={column}
                tabIndex={column === stopAt ? 0 : -1}
                title={name}
                aria-label={short === name ? name : `${short}, ${name}`}
                onFocus={() => setStop(column)}
                onClick={() => onSort(column)}
              >
                <span>{short}</span>
                {sorted && <Arrow size="0.9rem" aria-hidden />}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}
