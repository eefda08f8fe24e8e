import { Check, Columns3 } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { OPTIONAL_COLUMNS, type SortColumn } from '../state/rows'
import { useSay } from '../state/session-context'

interface ColumnChoiceProps {
  readonly hidden: readonly SortColumn[]
  readonly onChange: (hidden: readonly SortColumn[]) => void
}

/** Which columns the table has; verdict and name always stay. */
export function ColumnChoice({ hidden, onChange }: ColumnChoiceProps) {
  const say = useSay()
  const nameOf = (column: SortColumn): string =>
    column === 'guest' || column === 'state' || column === 'verdict' || column === 'name'
      ? say(`ui.table.${column}`)
      : say(`term.service.${column}`)
  return (
    <MenuTrigger>
      <Button className="button quiet">
        <Columns3 size="1.15rem" aria-hidden />
        <span className="button-label">{say('overview.columns')}</span>
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="menu"
          aria-label={say('overview.columns')}
          selectionMode="multiple"
          selectedKeys={OPTIONAL_COLUMNS.filter((column) => !hidden.includes(column))}
          onSelectionChange={(keys) =>
            onChange(keys === 'all' ? [] : OPTIONAL_COLUMNS.filter((column) => !keys.has(column)))
          }
        >
          {OPTIONAL_COLUMNS.map((column) => (
            <MenuItem key={column} id={column} className="menu-item" textValue={nameOf(column)}>
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Check size="1rem" aria-hidden />}</span>
                  <Text slot="label">{nameOf(column)}</Text>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
