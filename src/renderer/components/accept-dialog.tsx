import { useState } from 'react'
import { useApp, useSay, useSession } from '../state/session-context'
import { FormField, FormSheet } from './form-sheet'
import { HostText } from './host-text'
import { ProblemNote } from './problem-note'

/** Asks why a finding is accepted, by whom, under which ticket and until when. */
export function AcceptDialog() {
  const say = useSay()
  const { accept, setAcceptance, copy } = useSession()
  const accepting = useApp((state) => state.accepting)
  const [wasTried, setWasTried] = useState(false)
  if (accepting === null) return null
  const { vmName, title, draft, problem } = accepting
  const missing = (field: 'reason' | 'person') => ({
    text: say(`accepted.form.${field}-missing`),
    isWrong: wasTried && draft[field].trim() === '',
  })
  const send = (): void => {
    setWasTried(true)
    if (draft.reason.trim() !== '' && draft.person.trim() !== '') void accept()
  }
  return (
    <FormSheet
      title={say('accepted.form.title')}
      send={say('accepted.form.accept')}
      onSend={send}
      below={
        <div role="alert">
          {problem !== null && <ProblemNote problem={problem} onCopy={(text) => void copy(text)} />}
        </div>
      }
    >
      <p>
        <HostText text={say('accepted.form.what', { vm: vmName, title })} />
      </p>
      <FormField
        label={say('accepted.form.reason')}
        value={draft.reason}
        onChange={(reason) => setAcceptance({ reason })}
        maxLength={1000}
        hint={say('accepted.form.reason-hint')}
        wrong={missing('reason')}
        isRequired
        isFirst
        isProse
      />
      <FormField
        label={say('accepted.form.person')}
        value={draft.person}
        onChange={(person) => setAcceptance({ person })}
        maxLength={200}
        wrong={missing('person')}
        isRequired
      />
      <div className="accept-pair">
        <FormField
          label={say('accepted.form.ticket')}
          value={draft.ticket}
          onChange={(ticket) => setAcceptance({ ticket })}
          maxLength={64}
        />
        <FormField
          label={say('accepted.form.until')}
          type="date"
          value={draft.until}
          onChange={(until) => setAcceptance({ until })}
          hint={say('accepted.form.until-hint')}
        />
      </div>
    </FormSheet>
  )
}
