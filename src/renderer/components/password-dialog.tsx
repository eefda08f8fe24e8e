import { useState } from 'react'
import { useApp, useSay, useSession } from '../state/session-context'
import { FormField, FormSheet } from './form-sheet'
import { HostText } from './host-text'

/** Asks for the password of another account, to read one VM of its host again; it is kept nowhere. */
export function PasswordDialog() {
  const say = useSay()
  const { checkVm, showDialog } = useSession()
  const asked = useApp((state) => state.passwordFor)
  const [password, setPassword] = useState('')
  const [wasTried, setWasTried] = useState(false)
  if (asked === null) return null
  const send = (): void => {
    setWasTried(true)
    if (password === '') return
    showDialog(null)
    void checkVm(asked.sourceId, asked.vmId, password)
  }
  return (
    <FormSheet title={say('ui.action.check-vm-again')} send={say('remote.ui.check')} onSend={send}>
      <p>
        <HostText text={asked.why.message} />
      </p>
      <FormField
        label={say('remote.ui.password')}
        type="password"
        value={password}
        onChange={setPassword}
        maxLength={1000}
        hint={say('remote.ui.password-hint')}
        wrong={{ text: say('remote.ui.password-missing'), isWrong: wasTried && password === '' }}
        isRequired
        isFirst
      />
    </FormSheet>
  )
}
