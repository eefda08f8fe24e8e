import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { PracticeCall } from '../../core/ipc'
import { isVerdict, type Verdict } from '../../core/model/verdict'
import type { PracticeAnswer } from '../state/drafts'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { HostText } from './host-text'
import { Sheet } from './sheet'
import { VERDICTS_BY_WEIGHT, VerdictBadge, VerdictLabel } from './verdict'

/** What the host says of the VM, as numbers and their names: what a person on the phone would read out. */
function HostReport({ vm }: { readonly vm: PracticeCall['vm'] }) {
  const say = useSay()
  const listed = vm.services.filter(({ listed }) => listed)
  return (
    <section>
      <h3>{say('practice.host-shows', { vm: vm.name })}</h3>
      <dl className="facts">
        <div>
          <dt>{say('practice.state')}</dt>
          <dd>{say(`term.state.${vm.state}`)}</dd>
        </div>
        {listed.map(({ service, enabled, status, detail }) => (
          <div key={service}>
            <dt>{say(`term.service.${service}`)}</dt>
            <dd>
              {enabled === false ? (
                say('practice.service-off')
              ) : (
                <code>
                  {[status, detail].flatMap((read) => (read === null ? [] : `${read.name} (${read.code})`)).join(', ')}
                </code>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {listed.length === 0 && <p className="muted">{say('practice.no-status')}</p>}
    </section>
  )
}

interface SolutionProps {
  readonly call: PracticeCall
  readonly answer: PracticeAnswer
  readonly onOpenVm: () => void
}

function Solution({ call, answer, onOpenVm }: SolutionProps) {
  const say = useSay()
  const { vm, steps, rightStep, why } = call
  const verdict = say(`verdict.${vm.verdict}`)
  const isVerdictRight = answer.verdict === vm.verdict
  const isStepRight = answer.step === rightStep
  const step = steps.find(({ id }) => id === rightStep)?.label ?? ''
  return (
    <section className="practice-solution" aria-live="polite">
      <h3>{say(isVerdictRight && isStepRight ? 'practice.right' : 'practice.wrong')}</h3>
      <p>
        {isVerdictRight
          ? say('practice.verdict-right', { verdict })
          : say('practice.verdict-wrong', { verdict, chosen: say(`verdict.${answer.verdict}`) })}{' '}
        {isStepRight ? say('practice.step-right') : say('practice.step-wrong', { step })}
      </p>
      <VerdictBadge verdict={vm.verdict} code={vm.findings[0]?.code ?? null} />
      <h4>{say('practice.why')}</h4>
      <p>{why}</p>
      <h4>{say('practice.tell')}</h4>
      <p>
        <HostText text={vm.tellCaller} />
      </p>
      <Action kind="link" onPress={onOpenVm}>
        {say('practice.open-check')}
      </Action>
    </section>
  )
}

interface PracticeCallViewProps {
  readonly call: PracticeCall
  readonly number: number
  readonly total: number
  /** Null at the last call. */
  readonly onNext: (() => void) | null
  readonly onBack: () => void
}

/** One call: what the caller says, what the host reports, two questions, and what is right and why. */
export function PracticeCallView({ call, number, total, onNext, onBack }: PracticeCallViewProps) {
  const say = useSay()
  const { answerPractice, openPracticeVm } = useSession()
  const answer = useApp((state) => state.practice.answers[call.id])
  const [verdict, setVerdict] = useState<Verdict | null>(answer?.verdict ?? null)
  const [step, setStep] = useState<string | null>(answer?.step ?? null)
  const isChosen = verdict !== null && step !== null
  const isAnswered = answer !== undefined
  return (
    <Sheet
      title={call.name}
      actions={
        <>
          <Action onPress={onBack}>{say('practice.back')}</Action>
          {isAnswered ? (
            <Action kind="primary" onPress={onNext ?? onBack}>
              {say(onNext === null ? 'practice.back' : 'practice.next')}
            </Action>
          ) : (
            <Action
              kind="primary"
              isDisabled={!isChosen}
              onPress={() => {
                if (isChosen) answerPractice(call.id, { verdict, step })
              }}
            >
              {say('practice.check')}
            </Action>
          )}
        </>
      }
    >
      <p className="muted">{say('practice.call', { number, total })}</p>
      <figure className="practice-caller">
        <figcaption>{say('practice.caller-says')}</figcaption>
        <blockquote>{call.caller}</blockquote>
      </figure>
      <HostReport vm={call.vm} />
      <RadioGroup
        value={verdict}
        isDisabled={isAnswered}
        onChange={(value) => {
          if (isVerdict(value)) setVerdict(value)
        }}
      >
        <Label className="question-text">{say('practice.which-verdict')}</Label>
        <div className="answers">
          {VERDICTS_BY_WEIGHT.map((one) => (
            <Radio key={one} value={one} className="answer-option">
              <VerdictLabel verdict={one} />
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <RadioGroup value={step} isDisabled={isAnswered} onChange={setStep}>
        <Label className="question-text">{say('practice.which-step')}</Label>
        <div className="answers">
          {call.steps.map(({ id, label }) => (
            <Radio key={id} value={id} className="answer-option">
              {label}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {isAnswered ? (
        <Solution call={call} answer={answer} onOpenVm={() => void openPracticeVm(call)} />
      ) : (
        !isChosen && <p className="muted">{say('practice.choose-both')}</p>
      )}
    </Sheet>
  )
}
