import { History, Info } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Overview, ReadingChanges, SourceSummary } from '../../core/ipc'
import { useApp, useSay, useSession } from '../state/session-context'
import { Assistance } from './assistance'
import { HostText } from './host-text'
import { ProblemNote } from './problem-note'

/** A source that could not be read: why, and what stands in the way to it. */
export function Unreadable({ source }: { readonly source: SourceSummary }) {
  const say = useSay()
  const { copy } = useSession()
  const problem = useApp((state) => state.overviewProblem)
  if (problem === null) return null
  return (
    <div className="start-column">
      <h1>
        <HostText text={source.name} />
      </h1>
      <ProblemNote problem={problem} onCopy={(text) => void copy(text)} />
      {source.owned !== undefined && (
        <p className="owned">
          <HostText text={say('remote.owned', { count: source.owned.length, vms: source.owned.join(', ') })} />
        </p>
      )}
      {source.kind === 'remote' && <Assistance source={source} />}
    </div>
  )
}

/** What of a host could not be read. */
export function NotReadNote({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const { showDialog } = useSession()
  const [first] = overview.problems
  if (first === undefined && overview.complete) return null
  return (
    <p className="not-read">
      <Info size="1.15rem" aria-hidden />
      <span>
        {!overview.complete && `${say('ui.overview.incomplete')} `}
        {first !== undefined && (
          <HostText text={say('ui.overview.not-read', { count: overview.problems.length, first: first.message })} />
        )}
      </span>
      {first !== undefined && (
        <Button className="button link" onPress={() => showDialog('problems')}>
          {say('ui.action.details')}
        </Button>
      )}
    </p>
  )
}

/** After a second reading: whether anything is not as it was, and the way to what it is. */
export function ChangesNote({ changes }: { readonly changes: ReadingChanges }) {
  const say = useSay()
  const { showDialog } = useSession()
  return (
    <p className="changes-note">
      <History size="1.15rem" aria-hidden />
      <span>
        <strong>{say('compare.screen.recheck')}</strong>: {changes.answer}
      </span>
      {changes.vms.length > 0 && (
        <Button className="button link" onPress={() => showDialog('changes')}>
          {say('compare.screen.services')}
        </Button>
      )}
    </p>
  )
}
