import type { GuideStep } from '../../core/ipc'
import type { VmDiagnosis } from '../../core/model/diagnosis'
import { useSay } from '../state/session-context'
import { Acceptance } from './accept-section'
import { EnglishTerm } from './english-term'
import { HostText } from './host-text'
import { toneOf, VerdictLabel } from './verdict'

/** The verdict in English, and every finding of the kind that it comes from. */
function englishOf(vm: VmDiagnosis, { found }: GuideStep): string | undefined {
  const words = found.flatMap(({ raw, english }) => (raw === vm.findings[0]?.code ? (english ?? []) : []))
  return words[0] === undefined ? undefined : `${words[0].label} · ${words.map(({ value }) => value).join('; ')}`
}

/** The answer of the guided check: verdict, one sentence, what is lost, and whether somebody accepted it. */
export function ResultHero({ vm, step }: { readonly vm: VmDiagnosis; readonly step: GuideStep }) {
  const say = useSay()
  const [finding] = vm.findings
  const lost = [...new Set(vm.findings.flatMap((one) => one.lost ?? []))]
  return (
    <div className={`hero ${toneOf(vm.verdict)}`}>
      <p className="hero-verdict">
        <VerdictLabel verdict={vm.verdict} size={1.6} />
        {finding !== undefined && <span className="code">{finding.code}</span>}
        {finding?.certainty === 'likely' && <span className="code">{say('ui.result.likely')}</span>}
      </p>
      <p className="hero-sentence">
        <HostText text={vm.headline === '' ? step.meaning : vm.headline} />
      </p>
      <EnglishTerm text={englishOf(vm, step)} />
      {lost.length > 0 && <p>{say('ui.result.lost', { lost: lost.join('; ') })}</p>}
      {finding !== undefined && finding.accepted !== null && (
        <p className="small">
          <Acceptance {...finding.accepted} />
        </p>
      )}
      {vm.needsAction && finding !== undefined && (
        <p className="small">
          {say('ui.result.impact', {
            impact: say(`term.level.${finding.impact}`),
            urgency: say(`term.level.${finding.urgency}`),
          })}
        </p>
      )}
    </div>
  )
}
