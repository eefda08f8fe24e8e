import { ACCEPTABLE_VERDICTS } from '../../core/model/verdict'
import type { FindingText, VmDiagnosis } from '../../core/model/diagnosis'
import { shownText } from '../../core/i18n/shown-text'
import { useApp, useSay, useSession } from '../state/session-context'
import { shownSource } from '../state/app-state'
import { Action } from './action'
import { HostText } from './host-text'

function isAcceptable({ verdict }: FindingText): boolean {
  return ACCEPTABLE_VERDICTS.some((one) => one === verdict)
}

interface AcceptanceProps {
  readonly person: string
  readonly reason: string
  readonly ticket: string | null
  readonly until: string | null
}

/** Who accepted a finding, why, and until when, in one line. */
export function Acceptance({ person, reason, ticket, until }: AcceptanceProps) {
  const say = useSay()
  const parts = [
    say('accepted.by', { person, reason }),
    ...(ticket === null ? [] : [say('accepted.ticket', { ticket })]),
    until === null ? say('accepted.until-evidence') : say('accepted.until-day', { until: until.slice(0, 10) }),
  ]
  return <HostText text={parts.join(' · ')} />
}

interface AcceptSectionProps {
  readonly vm: VmDiagnosis
}

/** Findings of a VM that somebody may decide to live with, and those that somebody has. A text has no VM that lasts. */
export function AcceptSection({ vm }: AcceptSectionProps) {
  const say = useSay()
  const { startAccepting, takeBack } = useSession()
  const kind = useApp((state) => shownSource(state)?.kind)
  const findings = vm.findings.filter((finding) => finding.accepted !== null || isAcceptable(finding))
  if (findings.length === 0 || kind === 'pasted') return null
  return (
    <section className="accept-section">
      <h3>{say('accepted.section')}</h3>
      <p className="muted small">{say('accepted.section-why')}</p>
      <ul>
        {findings.map((finding) => {
          const { accepted, code, rule, service, title } = finding
          return (
            <li key={`${rule} ${service ?? ''}`}>
              <span>
                <span className="code">{code}</span> <HostText text={title} />
                {accepted !== null && (
                  <span className="muted small accept-by">
                    <Acceptance {...accepted} />
                  </span>
                )}
              </span>
              {accepted === null ? (
                <Action
                  label={say('accepted.accept-this', { title: shownText(title) })}
                  onPress={() => startAccepting({ vmId: vm.id, vmName: vm.name, rule, service, title })}
                >
                  {say('accepted.accept')}
                </Action>
              ) : (
                <Action
                  label={say('accepted.take-back-this', { code, vm: shownText(vm.name) })}
                  onPress={() => void takeBack({ vmId: vm.id, rule, service })}
                >
                  {say('accepted.take-back')}
                </Action>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
