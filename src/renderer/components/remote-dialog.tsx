import { useEffect } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import type { RecentHost } from '../../core/model/recent-host'
import { TRANSPORTS, type Transport } from '../../core/model/target'
import { useApp, useSay, useSession } from '../state/session-context'
import { lacksOf } from '../state/remote-actions'
import { Action } from './action'
import { CheckProgress } from './check-progress'
import { Choice } from './choice'
import { ProblemNote } from './problem-note'
import { RecentHosts } from './recent-hosts'
import { Sheet } from './sheet'

function Account() {
  const say = useSay()
  const { setRemote } = useSession()
  const draft = useApp(({ remote }) => remote)
  const lacks = draft.wasTried ? lacksOf(draft) : []
  return (
    <>
      <Choice<'mine' | 'other'>
        label={say('remote.ui.account')}
        value={draft.isOther ? 'other' : 'mine'}
        options={[
          { id: 'mine', label: say('remote.ui.mine') },
          { id: 'other', label: say('remote.ui.other') },
        ]}
        onChange={(chosen) => setRemote({ isOther: chosen === 'other' })}
      />
      {draft.isOther && (
        <div className="accept-pair">
          <TextField
            className="ask-field"
            value={draft.userName}
            onChange={(userName) => setRemote({ userName })}
            validationBehavior="aria"
            isInvalid={lacks.includes('user')}
            maxLength={256}
          >
            <Label>{say('remote.ui.user')}</Label>
            <Input autoComplete="off" spellCheck={false} />
            <Text slot="description" className="muted small">
              {say('remote.ui.user-hint')}
            </Text>
            <FieldError className="field-error">{say('remote.ui.user-wrong')}</FieldError>
          </TextField>
          <TextField
            className="ask-field"
            type="password"
            value={draft.password}
            onChange={(password) => setRemote({ password })}
            validationBehavior="aria"
            isInvalid={lacks.includes('password')}
            maxLength={1000}
          >
            <Label>{say('remote.ui.password')}</Label>
            <Input autoComplete="off" />
            <Text slot="description" className="muted small">
              {say('remote.ui.password-hint')}
            </Text>
            <FieldError className="field-error">{say('remote.ui.password-missing')}</FieldError>
          </TextField>
        </div>
      )}
    </>
  )
}

/** Asks which host or cluster is to be read, how, and as whom; while it is read, how far that is. */
export function RemoteDialog() {
  const say = useSay()
  const { setRemote, checkRemote, cancelRemote, showDialog, copy } = useSession()
  const draft = useApp(({ remote }) => remote)
  // Whoever closes the dialog does not wait for an answer any more.
  useEffect(() => cancelRemote, [cancelRemote])
  if (draft.running !== null) {
    return (
      <Sheet title={say('remote.ui.checking', { name: draft.name })} actions={<span />}>
        <CheckProgress check={draft.running} onCancel={cancelRemote} starting={say('remote.ui.connecting')} />
      </Sheet>
    )
  }
  const isNameWrong = draft.wasTried && lacksOf(draft).includes('name')
  return (
    <Sheet
      title={say('remote.ui.title')}
      actions={
        <>
          <Action onPress={() => showDialog(null)}>{say('ui.action.cancel')}</Action>
          <Action kind="primary" keys="Enter" onPress={() => void checkRemote()}>
            {say('remote.ui.check')}
          </Action>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key belongs to the whole form */}
      <div
        className="accept-form"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          void checkRemote()
        }}
      >
        <TextField
          className="ask-field"
          value={draft.name}
          onChange={(name) => setRemote({ name })}
          isRequired
          validationBehavior="aria"
          isInvalid={isNameWrong}
          maxLength={255}
        >
          <Label>{say('remote.ui.name')}</Label>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this field */}
          <Input autoFocus autoComplete="off" spellCheck={false} />
          <Text slot="description" className="muted small">
            {say('remote.ui.name-hint')}
          </Text>
          <FieldError className="field-error">{say('remote.ui.name-wrong')}</FieldError>
        </TextField>
        <Choice<RecentHost['kind']>
          label={say('remote.ui.kind')}
          value={draft.kind}
          options={(['host', 'cluster'] as const).map((id) => ({ id, label: say(`remote.ui.${id}`) }))}
          onChange={(kind) => setRemote({ kind })}
        />
        <Choice<Transport>
          label={say('remote.ui.transport')}
          value={draft.transport}
          options={TRANSPORTS.map((id) => ({ id, label: say(`remote.ui.${id}`) }))}
          onChange={(transport) => setRemote({ transport })}
        />
        {draft.transport !== 'remoting' && <p className="muted small">{say('remote.ui.cim-note')}</p>}
        <Account />
      </div>
      <div role="alert">
        {draft.problem !== null && <ProblemNote problem={draft.problem} onCopy={(text) => void copy(text)} />}
      </div>
      <RecentHosts hosts={draft.recent} />
    </Sheet>
  )
}
