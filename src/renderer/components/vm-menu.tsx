import { useRef } from 'react'
import { Menu, MenuItem, Popover, Text } from 'react-aria-components'
import type { VmRow } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import { useSay } from '../state/session-context'

/** What can be done with a VM of the table. */
export interface VmMenuActions {
  readonly onOpen: () => void
  /** Null where the source cannot be read again. */
  readonly onCheckAgain: (() => void) | null
  readonly onSave: () => void
  readonly onCopy: (text: string) => void
  readonly onToggleMark: () => void
}

interface VmMenuProps extends VmMenuActions {
  readonly row: VmRow
  readonly isMarked: boolean
  /** How many VMs a report would be about. */
  readonly count: number
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

/** The menu of a VM, where the pointer is or at its row. */
export function VmMenu(props: VmMenuProps) {
  const { row, isMarked, count, at, onClose, onOpen, onCheckAgain, onSave, onCopy, onToggleMark } = props
  const say = useSay()
  const anchor = useRef<HTMLSpanElement>(null)
  const item = (id: string, label: string, onAction: () => void) => (
    <MenuItem className="menu-item" id={id} onAction={onAction}>
      <Text slot="label">{label}</Text>
    </MenuItem>
  )
  const isOne = count < 2 || !isMarked
  const label = say('overview.menu.label', { name: shownText(row.name) })
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={0}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <Menu
          className="menu"
          aria-label={label}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that was opened by a key is used by keys
          autoFocus="first"
          onClose={onClose}
        >
          {item('open', say('overview.menu.open'), onOpen)}
          {onCheckAgain !== null && item('check-again', say('overview.menu.check-again'), onCheckAgain)}
          {item('save', isOne ? say('overview.menu.save') : say('overview.menu.save-marked', { count }), onSave)}
          {item('mark', say(isMarked ? 'overview.menu.unmark' : 'overview.menu.mark'), onToggleMark)}
          {item('copy-name', say('overview.menu.copy-name'), () => onCopy(row.name))}
          {item('copy-id', say('overview.menu.copy-id'), () => onCopy(row.id))}
          {row.addresses.length > 0 &&
            item('copy-addresses', say('overview.menu.copy-addresses'), () => onCopy(row.addresses.join('\n')))}
        </Menu>
      </Popover>
    </>
  )
}
