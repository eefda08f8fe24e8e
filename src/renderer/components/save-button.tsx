import { Check, ChevronDown, ChevronRight, EyeOff, Save } from 'lucide-react'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Text,
} from 'react-aria-components'
import { DATA_FILE_NAMES } from '../../core/model/report-file'
import { TICKET_PARTS } from '../../core/model/ticket-part'
import { LANGUAGE_NAMES, LANGUAGES } from '../../core/model/text'
import { savingOf } from '../state/app-state'
import type { SavingChoice } from '../state/drafts'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'

const REDACTIONS: readonly SavingChoice['redaction'][] = ['none', 'names', 'strict']
const WINDOW = 'window'

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly chosen: Id
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly onChoose: (id: Id) => void
}

/** One of several, inside the menu; the menu stays open, because what was chosen is for the command that follows. */
function Choice<Id extends string>({ label, chosen, options, onChoose }: ChoiceProps<Id>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      shouldCloseOnSelect={false}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        const option = options.find((one) => one.id === id)
        if (option !== undefined) onChoose(option.id)
      }}
    >
      <Header className="menu-header">{label}</Header>
      {options.map(({ id, label: name }) => (
        <MenuItem key={id} id={id} textValue={name} className="menu-item">
          {({ isSelected }) => (
            <>
              <span className="menu-check">{isSelected && <Check size="1.05rem" aria-hidden />}</span>
              <Text slot="label">{name}</Text>
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** Saving with one click, and behind the arrow the other ways, the report's language and what is hidden in it. */
export function SaveButton({ isSaving }: { readonly isSaving: boolean }) {
  const say = useSay()
  const { saveReport, saveReportAs, saveCapture, savePack, print, copyForTicket, chooseSaving } = useSession()
  const language = useApp((state) => savingOf(state).language)
  const redaction = useApp((state) => savingOf(state).redaction)
  const commands = [
    ['html-pdf', saveReport],
    ['as-html', () => saveReportAs('html')],
    ['as-pdf', () => saveReportAs('pdf')],
    ['print', print],
    ['pack', savePack],
    ['capture', saveCapture],
  ] as const
  const isHiding = redaction !== 'none'
  const Icon = isHiding ? EyeOff : Save
  const onButton = redaction === 'strict' ? 'files.save.hidden-on-button-strict' : 'files.save.hidden-on-button'
  return (
    <div className="split-button">
      <Action
        kind="primary"
        icon={<Icon size="1.15rem" aria-hidden />}
        keys="Ctrl+S"
        onPress={() => void saveReport()}
        isDisabled={isSaving}
      >
        {say(isHiding ? onButton : 'ui.action.save')}
      </Action>
      <MenuTrigger>
        <Button className="button primary icon-only" aria-label={say('ui.action.save-more')}>
          <ChevronDown size="1.15rem" aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="menu" aria-label={say('ui.action.save-more')}>
            <MenuSection aria-label={say('ui.action.save')}>
              {commands.map(([name, run]) => (
                <MenuItem key={name} className="menu-item" onAction={() => void run()}>
                  <Text slot="label">{say(`files.save.${name}`)}</Text>
                </MenuItem>
              ))}
              <SubmenuTrigger>
                <MenuItem id="data" className="menu-item">
                  <Text slot="label">{say('files.save.data')}</Text>
                  <ChevronRight className="menu-more" size="1.05rem" aria-hidden />
                </MenuItem>
                <Popover className="popover" offset={2} crossOffset={-4}>
                  <Menu className="menu" aria-label={say('files.save.data')}>
                    {DATA_FILE_NAMES.map((file) => (
                      <MenuItem key={file} className="menu-item" onAction={() => void saveReportAs(file)}>
                        <Text slot="label">{say(`files.save.as-${file}`)}</Text>
                      </MenuItem>
                    ))}
                  </Menu>
                </Popover>
              </SubmenuTrigger>
            </MenuSection>
            <Separator className="menu-separator" />
            <MenuSection aria-label={say('shape.copy.internal')}>
              {TICKET_PARTS.map((part) => (
                <MenuItem key={part} className="menu-item" onAction={() => void copyForTicket(part)}>
                  <Text slot="label">{say(`shape.copy.${part}`)}</Text>
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className="menu-separator" />
            <Choice
              label={say('files.save.language')}
              chosen={language ?? WINDOW}
              options={[
                { id: WINDOW, label: say('files.save.language-window') },
                ...LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
              ]}
              onChoose={(id) => chooseSaving({ language: id === WINDOW ? null : id })}
            />
            <Choice
              label={say('files.save.redaction')}
              chosen={redaction}
              options={REDACTIONS.map((id) => ({ id, label: say(`files.save.redaction-${id}`) }))}
              onChoose={(id) => chooseSaving({ redaction: id })}
            />
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
