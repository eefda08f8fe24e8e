import type { AcceptedEntry } from '../../core/ipc'
import { shownText } from '../../core/i18n/shown-text'
import { useApp, useSay, useSession } from '../state/session-context'
import { Acceptance } from './accept-section'
import { Action } from './action'
import { HostText } from './host-text'
import { Sheet } from './sheet'

function Entry({ entry }: { readonly entry: AcceptedEntry }) {
  const say = useSay()
  const { takeBack } = useSession()
  const { vmId, vmName, service, rule, code, title, state, facts } = entry
  const status = say(`accepted.state.${state}`, {
    facts: facts.map((fact) => say(`accepted.fact.${fact}`)).join(', '),
  })
  return (
    <li>
      <div>
        <p>
          <b>
            <HostText text={vmName ?? vmId} />
          </b>{' '}
          {code !== null && <span className="code">{code}</span>}
        </p>
        <p>
          <HostText text={title ?? rule} />
        </p>
        <p className="muted small">
          <Acceptance {...entry} />
        </p>
        <p className={state === 'holds' ? 'accepted-state' : 'accepted-state open'}>{status}</p>
      </div>
      <Action
        label={say('accepted.take-back-this', { code: code ?? rule, vm: shownText(vmName ?? vmId) })}
        onPress={() => void takeBack({ vmId, service, rule })}
      >
        {say('accepted.take-back')}
      </Action>
    </li>
  )
}

/** Everything that was accepted: what, why, by whom, until when, and whether it still holds. */
export function AcceptedDialog() {
  const say = useSay()
  const { showDialog, exportAccepted, importAccepted } = useSession()
  const entries = useApp((state) => state.accepted)
  return (
    <Sheet
      title={say('accepted.title')}
      actions={
        <>
          <Action onPress={() => void importAccepted()}>{say('accepted.import')}</Action>
          <Action isDisabled={entries.length === 0} onPress={() => void exportAccepted()}>
            {say('accepted.export')}
          </Action>
          <span className="spacer" />
          <Action kind="primary" onPress={() => showDialog(null)}>
            {say('ui.action.close')}
          </Action>
        </>
      }
    >
      <p className="muted">{say('accepted.intro')}</p>
      {entries.length === 0 ? (
        <p>{say('accepted.none')}</p>
      ) : (
        <ul className="accepted-list">
          {entries.map((entry) => (
            <Entry key={`${entry.vmId} ${entry.service ?? ''} ${entry.rule}`} entry={entry} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}
