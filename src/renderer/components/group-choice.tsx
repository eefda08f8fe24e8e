import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import type { Grouping } from '../state/rows'
import { useSay } from '../state/session-context'

interface GroupChoiceProps<Offered extends Grouping> {
  readonly offered: readonly Offered[]
  readonly chosen: Offered
  readonly onChange: (group: Offered) => void
}

/** What the rows of a table stand together by. */
export function GroupChoice<Offered extends Grouping>({ offered, chosen, onChange }: GroupChoiceProps<Offered>) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button className="button quiet">
        <span className="button-label">{say('overview.group.by', { what: say(`overview.group.${chosen}`) })}</span>
        <ChevronDown size="1rem" aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu
          className="menu"
          aria-label={say('overview.group.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => {
            const group = offered.find((one) => keys !== 'all' && keys.has(one))
            if (group !== undefined) onChange(group)
          }}
        >
          {offered.map((group) => (
            <MenuItem key={group} id={group} className="menu-item" textValue={say(`overview.group.${group}`)}>
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Check size="1rem" aria-hidden />}</span>
                  <Text slot="label">{say(`overview.group.${group}`)}</Text>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
