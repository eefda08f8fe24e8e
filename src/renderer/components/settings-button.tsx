import { Settings2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useSay, useSession } from '../state/session-context'

/** Opens the settings. */
export function SettingsButton() {
  const say = useSay()
  const { showDialog } = useSession()
  return (
    <Button className="rail-button" onPress={() => showDialog('settings')}>
      <Settings2 size="1.15rem" aria-hidden />
      <span className="rail-name">{say('ui.source.settings')}</span>
    </Button>
  )
}
