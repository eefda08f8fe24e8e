import type { FindingText } from '../../core/model/diagnosis'
import { useSay } from '../state/session-context'
import { Command, RiskLine } from './command'
import { HostText } from './host-text'

type Step = FindingText['steps'][number]

interface ToDoStepProps {
  readonly step: Step
  readonly onCopy: (command: string) => void
}

/** One thing to do: where, what, with which rights, at what risk, and its command. */
export function ToDoStep({ step, onCopy }: ToDoStepProps) {
  const say = useSay()
  const risk = step.risk === 'none' ? null : say(`term.risk.${step.risk}`)
  return (
    <div className="to-do">
      <p>
        <span className={`where ${step.where}`}>{say(`term.where.${step.where}`)}</span>
        <HostText text={step.text} />
        {step.rights !== 'none' && (
          <span className="muted small"> {say('ui.result.rights', { rights: say(`term.rights.${step.rights}`) })}</span>
        )}
      </p>
      {risk !== null && <RiskLine risk={risk} />}
      {step.command !== null && <Command command={step.command} risk={risk} onCopy={onCopy} />}
    </div>
  )
}

interface ToDoListProps {
  readonly steps: readonly Step[]
  readonly onCopy: (command: string) => void
}

/** What to do, in order. */
export function ToDoList({ steps, onCopy }: ToDoListProps) {
  return (
    <ol className="to-do-list">
      {steps.map((step, index) => (
        <li key={index}>
          <ToDoStep step={step} onCopy={onCopy} />
        </li>
      ))}
    </ol>
  )
}
