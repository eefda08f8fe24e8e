import { CircleHelp } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { GuideStep } from '../../core/ipc'
import { useSay } from '../state/session-context'
import { Action } from './action'

interface GuideQuestionProps {
  readonly question: NonNullable<GuideStep['question']>
  /** What is marked, given or not yet given. */
  readonly chosen: string | null
  readonly onChoose: (answer: string) => void
  readonly onRevoke: () => void
}

/** The one question that settles what facts cannot show, with ways to find out. Marking an answer does not give it yet. */
export function GuideQuestion({ question, chosen, onChoose, onRevoke }: GuideQuestionProps) {
  const say = useSay()
  const ways = (
    <div className="how">
      <h3>{say('ui.guide.how')}</h3>
      <ul>
        {question.howToFind.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </div>
  )
  if (question.answers.length === 0) {
    return (
      <section className="question">
        <h3 className="question-text">
          <CircleHelp size="1.25rem" aria-hidden />
          <span>{question.text}</span>
        </h3>
        {ways}
        <p className="muted">{say('ui.guide.look-again')}</p>
      </section>
    )
  }
  return (
    <section className="question">
      <RadioGroup value={chosen} onChange={onChoose}>
        <Label className="question-text">
          <CircleHelp size="1.25rem" aria-hidden />
          <span>{question.text}</span>
        </Label>
        <div className="answers">
          {question.answers.map(({ id, label }) => (
            <Radio key={id} value={id} className="answer-option">
              {label}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {ways}
      {question.answered !== null && (
        <Action kind="link" onPress={onRevoke}>
          {say('ui.guide.answer-revoke')}
        </Action>
      )}
    </section>
  )
}
