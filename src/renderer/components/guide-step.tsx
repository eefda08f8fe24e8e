import type { GuideStep } from '../../core/ipc'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { GuideQuestion } from './guide-question'
import { FoundTable } from './raw-values'

interface GuideStepBodyProps {
  readonly step: GuideStep
  readonly chosen: string | null
  readonly onChoose: (answer: string) => void
  readonly onRevoke: () => void
}

/** One step: what was looked at, what was found, what it means, and the question that is open. */
export function GuideStepBody({ step, chosen, onChoose, onRevoke }: GuideStepBodyProps) {
  const say = useSay()
  return (
    <>
      <p className="muted">{step.lookedAt}</p>
      {step.question !== null && (
        <GuideQuestion question={step.question} chosen={chosen} onChoose={onChoose} onRevoke={onRevoke} />
      )}
      <section>
        <h3>{say('ui.guide.found')}</h3>
        {step.found.length === 0 ? (
          <p>{say('ui.guide.nothing-found')}</p>
        ) : (
          <FoundTable rows={step.found} labels={[say('ui.guide.looked-at'), say('ui.guide.found')]} />
        )}
      </section>
      <section className="meaning">
        <h3>{say('ui.guide.means')}</h3>
        <p>
          <HostText text={step.meaning} />
        </p>
      </section>
    </>
  )
}
