import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { Input, Label, ListBox, ListBoxItem, Text, TextField } from 'react-aria-components'
import type { FoundVm } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import { momentText } from '../format-time'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { useComposedText } from './composed-text'
import { HostText } from './host-text'
import { Sheet } from './sheet'
import { VerdictLabel } from './verdict'

const keyOf = ({ from, vmId }: FoundVm): string =>
  `${'sourceId' in from ? from.sourceId : `${from.hostId}/${from.file}`} ${vmId}`

function Found({ vm }: { readonly vm: FoundVm }) {
  const say = useSay()
  const { openFound } = useSession()
  const language = useLanguage()
  const [now] = useState(Date.now)
  const place =
    'sourceId' in vm.from || vm.checkedAt === null
      ? vm.sourceName
      : say('find.kept', { host: vm.sourceName, time: momentText(vm.checkedAt, now, language) })
  const guest = vm.guest ?? say(vm.verdict === 'not-running' ? 'ui.table.guest-off' : 'ui.table.guest-unknown')
  return (
    <ListBoxItem
      id={keyOf(vm)}
      className="found-vm"
      textValue={say('find.option', {
        name: shownText(vm.name),
        verdict: say(`verdict.${vm.verdict}`),
        guest: shownText(guest),
        source: shownText(place),
      })}
      onAction={() => void openFound(vm)}
    >
      <HostText text={vm.name} className="found-name" />
      <VerdictLabel verdict={vm.verdict} />
      <span className="muted small found-place">
        <HostText text={[guest, ...vm.addresses.slice(0, 2)].join(' · ')} />
        <HostText text={place} />
      </span>
    </ListBoxItem>
  )
}

/** One search over everything that is open: the caller knows the server’s name, not its host. */
export function FindDialog() {
  const say = useSay()
  const { setFind, openFound, showDialog } = useSession()
  const { text, result } = useApp((state) => state.find)
  const composed = useComposedText(text, setFind)
  const list = useRef<HTMLDivElement>(null)
  const isAsked = text.trim() !== ''
  const found = isAsked ? (result?.found ?? []) : []
  const [first] = found
  const sources = result?.searchedSources ?? 0
  const kept = result?.searchedKept ?? 0
  const isAnything = sources + kept > 0
  return (
    <Sheet
      title={say('find.title')}
      actions={<Action onPress={() => showDialog(null)}>{say('ui.action.close')}</Action>}
    >
      <TextField
        className="ask-field"
        value={composed.shown}
        onChange={composed.change}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first !== undefined) void openFound(first)
          else if (event.key === 'ArrowDown' && first !== undefined) {
            list.current?.querySelector<HTMLElement>('[role=option]')?.focus()
          } else event.continuePropagation()
        }}
      >
        <Label>{say('find.label')}</Label>
        <span className="search ask-search">
          <Search size="1.15rem" aria-hidden />
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this field */}
          <Input {...composed.input} autoFocus spellCheck={false} />
        </span>
        <Text slot="description" className="muted small">
          {say('find.hint')}
        </Text>
      </TextField>
      {result !== null && !isAnything && <p>{say('find.nothing-open')}</p>}
      <output className="muted small">
        {result !== null &&
          isAnything &&
          (!isAsked
            ? say('find.searched', { vms: result.searchedVms, sources, kept })
            : result.total === 0
              ? `${say('find.none', { text: shownText(text.trim()), sources, kept })} ${say('find.none-step')}`
              : result.total > found.length
                ? say('find.more', { shown: found.length, total: result.total })
                : say('find.count', { total: result.total }))}
      </output>
      {found.length > 0 && (
        <ListBox ref={list} aria-label={say('find.results')} className="found-vms" selectionMode="none">
          {found.map((vm) => (
            <Found key={keyOf(vm)} vm={vm} />
          ))}
        </ListBox>
      )}
    </Sheet>
  )
}
