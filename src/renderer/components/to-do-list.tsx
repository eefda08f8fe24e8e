import { Copy, TriangleAlert } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { FindingText } from '../../core/model/diagnosis'
import { shownText } from '../../core/i18n/shown-text'
import { useSay } from '../state/session-context'
import { Action, IconAction } from './action'
import { HostText } from './host-text'

type Step = FindingText['steps'][number]

interface CommandProps {
  readonly command: string
  readonly risk: Step['risk']
  readonly onCopy: (command: string) => void
}

/** A command as it is run. One that can interrupt or lose something is copied only after its risk was read. */
function Command({ command, risk, onCopy }: CommandProps) {
  const say = useSay()
  const copy = () => onCopy(shownText(command))
  return (
    <div className="command">
      <code>
        <HostText text={command} />
      </code>
      {risk === 'none' ? (
        <IconAction
          label={say('ui.result.copy-command')}
          icon={<Copy size="1.05rem" aria-hidden />}
          onPress={copy}
          className="small"
        />
      ) : (
        <DialogTrigger>
          <Action kind="quiet">{say('ui.result.copy-risky')}</Action>
          <Popover className="popover" placement="bottom end">
            <Dialog className="risk-dialog">
              {({ close }) => (
                <>
                  <Heading slot="title">{say('ui.result.risky-title')}</Heading>
                  <p>{say(`term.risk.${risk}`)}</p>
                  <Action
                    onPress={() => {
                      copy()
                      close()
                    }}
                  >
                    {say('ui.result.risky-confirm')}
                  </Action>
                </>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </div>
  )
}

interface ToDoStepProps {
  readonly step: Step
  readonly onCopy: (command: string) => void
}

/** One thing to do: where, what, with which rights, at what risk, and its command. */
export function ToDoStep({ step, onCopy }: ToDoStepProps) {
  const say = useSay()
  return (
    <div className="to-do">
      <p>
        <span className={`where ${step.where}`}>{say(`term.where.${step.where}`)}</span>
        <HostText text={step.text} />
        {step.rights !== 'none' && (
          <span className="muted small"> {say('ui.result.rights', { rights: say(`term.rights.${step.rights}`) })}</span>
        )}
      </p>
      {step.risk !== 'none' && (
        <p className="risk">
          <TriangleAlert size="1.05rem" aria-hidden />
          <span>{say(`term.risk.${step.risk}`)}</span>
        </p>
      )}
      {step.command !== null && <Command command={step.command} risk={step.risk} onCopy={onCopy} />}
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
