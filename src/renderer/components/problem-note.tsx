import { Copy, TriangleAlert } from 'lucide-react'
import type { ProblemText } from '../../core/model/diagnosis'
import { useSay } from '../state/session-context'
import { shownText } from '../../core/i18n/shown-text'
import { Action } from './action'
import { HostText } from './host-text'

/** A problem as text for a ticket: the sentence, the next step, the code. */
export function problemAsText(problem: ProblemText): string {
  const place = problem.class === null ? problem.code : `${problem.code}, ${problem.class}`
  return [`${shownText(problem.message)} (${shownText(place)})`, shownText(problem.step)].join('\n')
}

/** Code and class of a problem, small. */
export function ProblemCode({ problem }: { readonly problem: ProblemText }) {
  const say = useSay()
  return (
    <span className="problem-code">
      <code>
        <HostText text={problem.code} />
      </code>
      {problem.class !== null && <HostText text={say('ui.problem.class', { class: problem.class })} />}
    </span>
  )
}

interface ProblemNoteProps {
  readonly problem: ProblemText
  readonly onCopy: (text: string) => void
}

/** What went wrong in one sentence, what to do next, and the code to search for. */
export function ProblemNote({ problem, onCopy }: ProblemNoteProps) {
  const say = useSay()
  return (
    <div className="problem-note">
      <TriangleAlert size="1.15rem" aria-hidden />
      <div>
        <p className="problem-message">
          <HostText text={problem.message} />
        </p>
        <p>
          <HostText text={problem.step} />
        </p>
        <p className="problem-foot">
          <ProblemCode problem={problem} />
          <Action kind="link" icon={<Copy size="1rem" aria-hidden />} onPress={() => onCopy(problemAsText(problem))}>
            {say('ui.action.copy-error')}
          </Action>
        </p>
      </div>
    </div>
  )
}
