import { useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { HostText } from './host-text'
import { ProblemNote } from './problem-note'
import { Sheet } from './sheet'

/** Asks why a finding is accepted, by whom, under which ticket and until when. */
export function AcceptDialog() {
  const say = useSay()
  const { accept, setAcceptance, showDialog, copy } = useSession()
  const accepting = useApp((state) => state.accepting)
  const [wasTried, setWasTried] = useState(false)
  if (accepting === null) return null
  const { vmName, title, draft, problem } = accepting
  const lacks = (text: string): boolean => wasTried && text.trim() === ''
  const submit = (): void => {
    setWasTried(true)
    if (draft.reason.trim() !== '' && draft.person.trim() !== '') void accept()
  }
  return (
    <Sheet
      title={say('accepted.form.title')}
      actions={
        <>
          <Action onPress={() => showDialog(null)}>{say('ui.action.cancel')}</Action>
          <Action kind="primary" keys="Enter" onPress={submit}>
            {say('accepted.form.accept')}
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
          submit()
        }}
      >
        <p>
          <HostText text={say('accepted.form.what', { vm: vmName, title })} />
        </p>
        <TextField
          className="ask-field"
          value={draft.reason}
          onChange={(reason) => setAcceptance({ reason })}
          isRequired
          validationBehavior="aria"
          isInvalid={lacks(draft.reason)}
          maxLength={1000}
        >
          <Label>{say('accepted.form.reason')}</Label>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this field */}
          <Input autoFocus />
          <Text slot="description" className="muted small">
            {say('accepted.form.reason-hint')}
          </Text>
          <FieldError className="field-error">{say('accepted.form.reason-missing')}</FieldError>
        </TextField>
        <TextField
          className="ask-field"
          value={draft.person}
          onChange={(person) => setAcceptance({ person })}
          isRequired
          validationBehavior="aria"
          isInvalid={lacks(draft.person)}
          maxLength={200}
        >
          <Label>{say('accepted.form.person')}</Label>
          <Input autoComplete="off" spellCheck={false} />
          <FieldError className="field-error">{say('accepted.form.person-missing')}</FieldError>
        </TextField>
        <div className="accept-pair">
          <TextField
            className="ask-field"
            value={draft.ticket}
            onChange={(ticket) => setAcceptance({ ticket })}
            maxLength={64}
          >
            <Label>{say('accepted.form.ticket')}</Label>
            <Input autoComplete="off" spellCheck={false} />
          </TextField>
          <TextField
            className="ask-field"
            type="date"
            value={draft.until}
            onChange={(until) => setAcceptance({ until })}
          >
            <Label>{say('accepted.form.until')}</Label>
            <Input />
            <Text slot="description" className="muted small">
              {say('accepted.form.until-hint')}
            </Text>
          </TextField>
        </div>
      </div>
      <div role="alert">{problem !== null && <ProblemNote problem={problem} onCopy={(text) => void copy(text)} />}</div>
    </Sheet>
  )
}
