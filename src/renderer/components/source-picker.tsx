import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'
import type { SourceSummary } from '../../core/ipc'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { SourceIcon } from './source-icon'

interface SourcePickerProps {
  readonly sources: readonly SourceSummary[]
  readonly shown: SourceSummary
  readonly onShow: (sourceId: string) => void
}

/** The host that is shown, and the way to another one that was read. */
export function SourcePicker({ sources, shown, onShow }: SourcePickerProps) {
  const say = useSay()
  return (
    <Select
      className="source-picker"
      aria-label={say('ui.source.pick')}
      value={shown.id}
      onChange={(key) => {
        if (key !== null) onShow(String(key))
      }}
    >
      <Button className="button plain">
        <SourceIcon kind={shown.kind} />
        <SelectValue className="source-value">
          <HostText text={shown.name} className="source-name" />
          {shown.os !== null && <HostText text={shown.os} className="muted source-os" />}
        </SelectValue>
        <ChevronDown size="1rem" aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={sources}>
          {(source) => (
            <ListBoxItem className="menu-item" textValue={source.name}>
              <SourceIcon kind={source.kind} />
              <Text slot="label">
                <HostText text={source.name} />
              </Text>
              <Text slot="description" className="muted">
                {source.problem === null ? <HostText text={source.os ?? ''} /> : say('ui.source.unreadable')}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
