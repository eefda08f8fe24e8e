import { Copy, Phone } from 'lucide-react'
import type { GuidedCheck, GuideStep } from '../../core/ipc'
import type { FindingText, VmDiagnosis } from '../../core/model/diagnosis'
import { shownText } from '../../core/i18n/shown-text'
import { say as sayIn } from '../say'
import { rawValueText } from '../shown-text'
import { useLanguage, useSay } from '../state/session-context'
import { stepsOf } from '../vm-text'
import { Action } from './action'
import { GuideQuestion } from './guide-question'
import { HostText } from './host-text'
import { AcceptSection } from './accept-section'
import { EnglishTerm } from './english-term'
import { ExplainValue } from './explain-value'
import { Folded } from './raw-values'
import { ResultHero } from './result-hero'
import { Rechecked, SinceWhen } from './since-when'
import { ToDoList } from './to-do-list'
import { VerdictLabel } from './verdict'

type EnglishWords = GuideStep['found'][number]['english']

/** The line of the step that tells of a finding. */
function isAbout({ title, code }: FindingText) {
  return ({ value, raw }: GuideStep['found'][number]) => value === title && raw === code
}

/** Notes that say what a status does not prove. */
const NOT_TESTED = ['IS-92', 'IS-93', 'IS-94']

interface GuideResultProps {
  readonly guide: GuidedCheck
  readonly step: GuideStep
  /** The marked answer to the open question, given or not yet given. */
  readonly chosen: string | null
  readonly onChoose: (answer: string) => void
  readonly onRevoke: () => void
  readonly onCopy: (text: string) => void
}

function Seen({ vm }: { readonly vm: VmDiagnosis }) {
  const say = useSay()
  const language = useLanguage()
  const notTested = vm.notes.filter(({ code }) => NOT_TESTED.includes(code))
  return (
    <section>
      <h3>{say('ui.result.seen')}</h3>
      {vm.seenWorking.length === 0 && <p>{say('ui.result.nothing-seen')}</p>}
      {vm.seenWorking.length + notTested.length > 0 && (
        <table className="found seen">
          <tbody>
            {vm.seenWorking.map(({ service, text, evidence }) => (
              <tr key={service}>
                <th scope="row">
                  {say(`term.service.${service}`)}
                  {language !== 'en' && <EnglishTerm text={sayIn('en', `term.service.${service}`)} />}
                </th>
                <td>
                  <HostText text={text} />
                </td>
                <td className="raw">
                  <bdi className="mono">{rawValueText(evidence.value)}</bdi>
                </td>
              </tr>
            ))}
            {notTested.map(({ code, text }) => (
              <tr key={code}>
                <th scope="row">{say('ui.result.not-tested')}</th>
                <td className="muted" colSpan={2}>
                  <HostText text={text} /> <code>{code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function OtherFinding({ finding, english }: { readonly finding: FindingText; readonly english: EnglishWords }) {
  return (
    <li className="other-finding">
      <p className="other-verdict">
        <VerdictLabel verdict={finding.verdict} />
        <span className="code muted">{finding.code}</span>
      </p>
      <p>
        <HostText text={finding.title} className="other-title" />
        <EnglishTerm text={english?.value} />
      </p>
      <p className="muted">
        <HostText text={finding.explanation} />
      </p>
    </li>
  )
}

function RawTable({ vm }: { readonly vm: VmDiagnosis }) {
  const say = useSay()
  const evidence = vm.findings.flatMap((finding) => finding.evidence)
  const unique = [...new Map(evidence.map((one) => [`${one.source} ${rawValueText(one.value)}`, one])).values()]
  return (
    <table className="found evidence">
      <thead>
        <tr>
          <th scope="col">{say('ui.result.raw-source')}</th>
          <th scope="col">{say('ui.result.raw-value')}</th>
        </tr>
      </thead>
      <tbody>
        {unique.map(({ source, value }) => (
          <tr key={`${source} ${rawValueText(value)}`}>
            <th scope="row">
              <code>
                <HostText text={source} />
              </code>
            </th>
            <td>
              <ExplainValue source={source} value={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The last step: the answer, why, what to do, what to say; the rest on demand. */
export function GuideResult({ guide, step, chosen, onChoose, onRevoke, onCopy }: GuideResultProps) {
  const say = useSay()
  const { vm } = guide
  const [, ...others] = vm.findings
  const steps = stepsOf(vm)
  const notes = vm.notes.filter(({ code }) => !NOT_TESTED.includes(code))
  return (
    <>
      <ResultHero vm={vm} step={step} />
      <SinceWhen vm={vm} />
      {guide.recheck !== null && <Rechecked recheck={guide.recheck} />}
      {step.question !== null && (
        <GuideQuestion question={step.question} chosen={chosen} onChoose={onChoose} onRevoke={onRevoke} />
      )}
      {vm.symptom !== null && (
        <section>
          <h3>{say('guide.title.symptom')}</h3>
          <p>{vm.symptom.label}</p>
          <p className="muted">{vm.symptom.meaning}</p>
        </section>
      )}
      {vm.verdict !== 'not-running' && <Seen vm={vm} />}
      <section>
        <h3>{say('ui.result.to-do')}</h3>
        {steps.length === 0 ? <p>{say('ui.result.nothing-to-do')}</p> : <ToDoList steps={steps} onCopy={onCopy} />}
      </section>
      {vm.tellCaller !== '' && (
        <section className="tell">
          <h3>
            <Phone size="1.1rem" aria-hidden />
            <span>{say('ui.result.tell')}</span>
            <Action
              kind="quiet"
              icon={<Copy size="1.05rem" aria-hidden />}
              onPress={() => onCopy(shownText(vm.tellCaller))}
            >
              {say('ui.action.copy')}
            </Action>
          </h3>
          <p>
            <HostText text={vm.tellCaller} />
          </p>
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3>{say('ui.result.notes')}</h3>
          <ul className="notes">
            {notes.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                <HostText text={text} /> <code className="muted">{code}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <AcceptSection vm={vm} />
      {others.length > 0 && (
        <Folded title={`${say('ui.result.other')} (${others.length})`}>
          <ul className="other-findings">
            {others.map((finding) => (
              <OtherFinding
                key={`${finding.code} ${finding.service ?? ''} ${finding.title}`}
                finding={finding}
                english={step.found.find(isAbout(finding))?.english}
              />
            ))}
          </ul>
        </Folded>
      )}
      <Folded title={say('ui.result.raw')}>
        <RawTable vm={vm} />
      </Folded>
    </>
  )
}
