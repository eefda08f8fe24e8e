import { ChevronDown, Save } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { TICKET_PARTS, type TicketPart } from '../../core/model/ticket-part'
import { useSay } from '../state/session-context'
import { Action } from './action'

interface SaveButtonProps {
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onSaveAs: () => void
  readonly onSaveCapture: () => void
  readonly onCopy: (part: TicketPart) => void
}

/** Saving with one click, and the other ways behind the arrow. */
export function SaveButton({ isSaving, onSave, onSaveAs, onSaveCapture, onCopy }: SaveButtonProps) {
  const say = useSay()
  return (
    <div className="split-button">
      <Action
        kind="primary"
        icon={<Save size="1.15rem" aria-hidden />}
        keys="Ctrl+S"
        onPress={onSave}
        isDisabled={isSaving}
      >
        {say('ui.action.save')}
      </Action>
      <MenuTrigger>
        <Button className="button primary icon-only" aria-label={say('ui.action.save-more')}>
          <ChevronDown size="1.15rem" aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="menu" aria-label={say('ui.action.save-more')}>
            <MenuItem className="menu-item" onAction={onSave}>
              <Text slot="label">{say('ui.action.save')}</Text>
            </MenuItem>
            <MenuItem className="menu-item" onAction={onSaveAs}>
              <Text slot="label">{say('ui.action.save-as')}</Text>
            </MenuItem>
            {TICKET_PARTS.map((part) => (
              <MenuItem key={part} className="menu-item" onAction={() => onCopy(part)}>
                <Text slot="label">{say(`shape.copy.${part}`)}</Text>
              </MenuItem>
            ))}
            <MenuItem className="menu-item" onAction={onSaveCapture}>
              <Text slot="label">{say('ui.action.save-capture')}</Text>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
