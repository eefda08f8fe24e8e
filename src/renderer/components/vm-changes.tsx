import type { ServiceThen, VmComparisonText } from '../../core/model/comparison'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { VerdictLabel } from './verdict'

function Then({ then }: { readonly then: ServiceThen }) {
  const codes = [then.status?.code, then.detail?.code].filter((code) => code !== undefined)
  return (
    <>
      {then.word} {codes.length > 0 && <code className="muted">{codes.join(', ')}</code>}
    </>
  )
}

/** What is not as it was about a VM, line by line, and what probably explains it. */
export function VmChanges({ vm }: { readonly vm: VmComparisonText }) {
  const say = useSay()
  const services = vm.services.filter(({ change }) => change !== 'unchanged')
  return (
    <>
      {services.length + vm.facts.length > 0 && (
        <table className="found changes">
          <thead>
            <tr>
              <th scope="col">{say('compare.screen.services')}</th>
              <th scope="col">{say('compare.screen.was')}</th>
              <th scope="col">{say('compare.screen.is')}</th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ service, before, after }) => (
              <tr key={service}>
                <th scope="row">{say(`term.service.${service}`)}</th>
                <td>
                  <Then then={before} />
                </td>
                <td>
                  <Then then={after} />
                </td>
              </tr>
            ))}
            {vm.facts.map(({ fact, before, after }) => (
              <tr key={fact}>
                <th scope="row">{say(`compare.fact.${fact}`)}</th>
                <td>
                  <HostText text={before} />
                </td>
                <td>
                  <HostText text={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {vm.explanations.length > 0 && (
        <div className="change-why">
          <h3>{say('compare.screen.why')}</h3>
          <ul className="notes">
            {vm.explanations.map(({ id, text }) => (
              <li key={id}>
                <HostText text={text} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** A VM that is not as it was: its verdicts then and now, and what changed about it. */
export function ChangedVm({ vm }: { readonly vm: VmComparisonText }) {
  const say = useSay()
  const { before, after } = vm
  return (
    <section className="changed-vm">
      <h2>
        <HostText text={vm.name} />
        <span className={`change-word ${vm.change}`}>{say(`compare.change.${vm.change}`)}</span>
      </h2>
      <p className="changed-verdicts">
        {before !== null && <VerdictLabel verdict={before.verdict} />}
        {before !== null && after !== null && before.verdict !== after.verdict && <span aria-hidden>→</span>}
        {after !== null && before?.verdict !== after.verdict && <VerdictLabel verdict={after.verdict} />}
        {after !== null && <code className="muted">{after.codes.join(', ')}</code>}
      </p>
      <VmChanges vm={vm} />
    </section>
  )
}
