import { Choice } from './choice'
import { useApp, useSay, useSession } from '../state/session-context'

/** Whether completed checks are kept; `hint` what is kept so far. */
export function HistorySwitch({ hint }: { readonly hint?: string }) {
  const say = useSay()
  const { setHistoryOn } = useSession()
  const isOn = useApp(({ info }) => info?.settings.history ?? true)
  return (
    <Choice<'on' | 'off'>
      label={say('history.switch')}
      value={isOn ? 'on' : 'off'}
      options={[
        { id: 'on', label: say('history.keep-on') },
        { id: 'off', label: say('history.keep-off') },
      ]}
      {...(hint === undefined ? {} : { hint })}
      onChange={(chosen) => void setHistoryOn(chosen === 'on')}
    />
  )
}
