import { Check, Info, TriangleAlert } from 'lucide-react'
import type { SourceSummary } from '../../core/ipc'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { Command, RiskLine } from './command'
import { HostText } from './host-text'

const SIGNS = { fine: Check, wrong: TriangleAlert, hint: Info } as const

/** Why a host over the network could not be read: tried on demand, one sentence each with its command. */
export function Assistance({ source }: { readonly source: SourceSummary }) {
  const say = useSay()
  const { assist, copy } = useSession()
  const assistance = useApp((state) => state.assistance)
  const lines = assistance?.sourceId === source.id ? assistance.lines : undefined
  return (
    <section className="assistance" aria-label={say('remote.ui.assistance', { name: source.name })}>
      <p className="assistance-actions">
        <Action kind="primary" isDisabled={lines === null} onPress={() => void assist(source.id)}>
          {say(lines === null ? 'remote.ui.assisting' : 'remote.ui.assist')}
        </Action>
      </p>
      {lines !== undefined && lines !== null && (
        <ul>
          {lines.map(({ state, text, command, where, risk }) => {
            const Sign = SIGNS[state]
            return (
              <li key={text} className={`assistance-line ${state}`}>
                <Sign size="1.15rem" aria-hidden />
                <div>
                  <p>
                    <strong>{say(`remote.ui.${state}`)}</strong> <HostText text={text} />
                  </p>
                  {command !== null && where !== null && (
                    <>
                      {risk !== null && <RiskLine risk={risk} />}
                      <p className="muted small">
                        {say('remote.ui.where', { where, changes: risk === null ? 'no' : 'yes' })}
                      </p>
                      <Command
                        command={command}
                        risk={risk}
                        decides="administrator"
                        onCopy={(chosen) => void copy(chosen)}
                      />
                    </>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
