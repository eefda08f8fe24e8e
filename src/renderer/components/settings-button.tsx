import { Settings2 } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Label, Popover, Radio, RadioGroup } from 'react-aria-components'
import { THEMES, type Settings } from '../../core/model/settings'
import { LANGUAGES } from '../../core/model/text'
import { useApp, useSay, useSession } from '../state/session-context'

/** Languages by their own names, which need no translation. */
export const LANGUAGE_NAMES = { en: 'English', ko: '한국어' } as const

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly id: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="choice" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-option">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

/** Language and theme, in a small window of their own. */
export function SettingsButton() {
  const say = useSay()
  const { setAppearance } = useSession()
  const settings = useApp(({ info }) => info?.settings)
  const language = settings?.language ?? 'system'
  const theme = settings?.theme ?? 'system'
  const system = { id: 'system', label: say('ui.settings.system') } as const
  return (
    <DialogTrigger>
      <Button className="rail-button">
        <Settings2 size="1.15rem" aria-hidden />
        <span className="rail-name">{say('ui.source.settings')}</span>
      </Button>
      <Popover className="popover" placement="right bottom" offset={8}>
        <Dialog className="settings">
          <Heading slot="title">{say('ui.settings.title')}</Heading>
          <Choice<Settings['language']>
            label={say('ui.settings.language')}
            value={language}
            options={[system, ...LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))]}
            onChange={(chosen) => void setAppearance({ language: chosen })}
          />
          <Choice<Settings['theme']>
            label={say('ui.settings.theme')}
            value={theme}
            options={THEMES.map((id) => (id === 'system' ? system : { id, label: say(`ui.settings.${id}`) }))}
            onChange={(chosen) => void setAppearance({ theme: chosen })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
