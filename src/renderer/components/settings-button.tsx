import { Settings2 } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { THEMES, type Settings } from '../../core/model/settings'
import { LANGUAGES } from '../../core/model/text'
import { Choice } from './choice'
import { HistorySwitch } from './history-switch'
import { useApp, useSay, useSession } from '../state/session-context'

/** Languages by their own names, which need no translation. */
export const LANGUAGE_NAMES = { en: 'English', ko: '한국어' } as const

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
          <HistorySwitch />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
