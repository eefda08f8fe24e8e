import { useEffect } from 'react'
import type { RecentHost } from '../../core/model/recent-host'
import { TRANSPORTS, type Transport } from '../../core/model/computer-name'
import { useApp, useSay, useSession } from '../state/session-context'
import { lacksOf } from '../state/remote-actions'
import type { ListedVm } from '../state/rows'
import { CheckProgress } from './check-progress'
import { Choice } from './choice'
import { FormField, FormSheet } from './form-sheet'
import { HostText } from './host-text'
import { ProblemNote } from './problem-note'
import { RecentHosts } from './recent-hosts'
import { Sheet } from './sheet'

/** VMs that are named while they come in; the table has them all a moment later. */
const NAMED = 100

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
          <FormField
            label={say('remote.ui.user')}
            value={draft.userName}
            onChange={(userName) => setRemote({ userName })}
            maxLength={256}
            hint={say('remote.ui.user-hint')}
            wrong={{ text: say('remote.ui.user-wrong'), isWrong: lacks.includes('user') }}
          />
          <FormField
            label={say('remote.ui.password')}
            type="password"
            value={draft.password}
            onChange={(password) => setRemote({ password })}
            maxLength={1000}
            hint={say('remote.ui.password-hint')}
            wrong={{ text: say('remote.ui.password-missing'), isWrong: lacks.includes('password') }}
          />
        </div>
      )}
    </>
  )
}

/** Who has been found on the host so far; nobody is judged yet. */
function Arrived({ vms }: { readonly vms: readonly ListedVm[] }) {
  const say = useSay()
  if (vms.length === 0) return null
  return (
    <>
      <p className="muted">{say('ui.checking.arrived', { count: vms.length })}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it */}
      <ul className="arrived" aria-label={say('ui.pane.overview')} tabIndex={0}>
        {vms.slice(0, NAMED).map(({ id, name, guest, state }) => (
          <li key={id}>
            <HostText text={name} className="vm-name" />
            {guest !== null && <HostText text={guest} className="muted" />}
            <span className="muted">{say(`term.state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Asks which host or cluster is to be read, how, and as whom; while it is read, how far that is. */
export function RemoteDialog() {
  const say = useSay()
  const { setRemote, checkRemote, cancelRemote, copy } = useSession()
  const draft = useApp(({ remote }) => remote)
  // Whoever closes the dialog does not wait for an answer any more.
  useEffect(() => cancelRemote, [cancelRemote])
  if (draft.running !== null) {
    return (
      <Sheet title={say('remote.ui.checking', { name: draft.name })} actions={<span />}>
        <CheckProgress check={draft.running} onCancel={cancelRemote} starting={say('remote.ui.connecting')} />
        <Arrived vms={draft.running.arrived} />
      </Sheet>
    )
  }
  return (
    <FormSheet
      title={say('remote.ui.title')}
      send={say('remote.ui.check')}
      onSend={() => void checkRemote()}
      below={
        <>
          <div role="alert">
            {draft.problem !== null && <ProblemNote problem={draft.problem} onCopy={(text) => void copy(text)} />}
          </div>
          <RecentHosts hosts={draft.recent} />
        </>
      }
    >
      <FormField
        label={say('remote.ui.name')}
        value={draft.name}
        onChange={(name) => setRemote({ name })}
        maxLength={255}
        hint={say('remote.ui.name-hint')}
        wrong={{ text: say('remote.ui.name-wrong'), isWrong: draft.wasTried && lacksOf(draft).includes('name') }}
        isRequired
        isFirst
      />
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
    </FormSheet>
  )
}
