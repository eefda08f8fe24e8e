import { CircleDashed } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { GuideStep } from '../../core/ipc'
import type { StepId } from '../state/app-state'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { toneOf, VerdictIcon } from './verdict'

interface StepListProps {
  readonly steps: readonly GuideStep[]
  readonly shown: StepId
  readonly onShow: (step: StepId) => void
}

/** All steps of the check with their one-line results; the shown one is marked. */
export function StepList({ steps, shown, onShow }: StepListProps) {
  const say = useSay()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current: nav } = list
    // In a narrow window the list scrolls with the page, which stays where the keyboard is.
    if (nav === null || nav.scrollHeight <= nav.clientHeight) return
    nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <nav className="steps" aria-label={say('ui.pane.steps')} data-pane="" ref={list}>
      <ol>
        {steps.map((step) => {
          const isReached = step.state !== 'not-reached'
          return (
            <li key={step.id}>
              <Button
                className={step.id === shown ? 'step shown' : 'step'}
                isDisabled={!isReached}
                onPress={() => onShow(step.id)}
                {...(step.id === shown ? { 'aria-current': 'step' as const } : {})}
              >
                <span className={`step-sign ${step.verdict === null || !isReached ? 'off' : toneOf(step.verdict)}`}>
                  {step.verdict === null || !isReached ? (
                    <CircleDashed size="1.25rem" aria-hidden />
                  ) : (
                    <VerdictIcon verdict={step.verdict} size={1.25} />
                  )}
                </span>
                <span className="step-title">{step.title}</span>
                <span className="step-summary">
                  <HostText text={step.summary} />
                </span>
                {step.state === 'open' && <span className="step-open">{say('ui.guide.state-open')}</span>}
                {!isReached && <span className="visually-hidden">{say('ui.guide.state-not-reached')}</span>}
              </Button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
