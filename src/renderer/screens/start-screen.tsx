import { CheckProgress } from '../components/check-progress'
import { HostText } from '../components/host-text'
import { ProblemCode, problemAsText } from '../components/problem-note'
import { Action } from '../components/action'
import { StartChoices } from '../components/start-choices'
import { ArrivingMachines } from '../parts'
import { shownCheck } from '../state/app-state'
import { useApp, useSay, useSession } from '../state/session-context'

/** No host is shown: how the check of this computer goes, or why there is none, and where else a host can be found. */
export function StartScreen() {
  const say = useSay()
  const { checkLocal, cancelCheck, openCaptures, openSample, openPractice, openRemote, showDialog, copy } = useSession()
  const check = useApp(shownCheck)
  const problem = useApp((state) => state.localProblem)
  const wasCancelled = useApp((state) => state.wasCancelled)
  if (check !== null && check.arrived.length > 0) return <ArrivingMachines check={check} />
  return (
    <main className="start" aria-label={say('ui.pane.overview')} data-pane="">
      <div className="start-column">
        {check !== null ? (
          <section>
            <h1>{say('ui.checking.title')}</h1>
            <p className="lead">{say('ui.checking.explain')}</p>
            <CheckProgress check={check} onCancel={cancelCheck} />
            <h2 className="start-meanwhile">{say('ui.start.meanwhile')}</h2>
          </section>
        ) : problem === null ? (
          <section>
            <h1>{say(wasCancelled ? 'ui.start.cancelled' : 'ui.start.where')}</h1>
            <p className="lead">{say(wasCancelled ? 'ui.start.where' : 'ui.start.only-reads')}</p>
          </section>
        ) : (
          <section>
            <h1>
              <HostText text={problem.message} />
            </h1>
            <p className="lead">
              <HostText text={problem.step} />
            </p>
            <p className="problem-foot">
              <ProblemCode problem={problem} />
              <Action kind="link" onPress={() => void copy(problemAsText(problem))}>
                {say('ui.action.copy-error')}
              </Action>
            </p>
          </section>
        )}
        <StartChoices
          onCheckLocal={check === null ? () => void checkLocal() : null}
          wasChecked={problem !== null || wasCancelled}
          onOpenCapture={() => void openCaptures()}
          onPaste={() => showDialog('paste')}
          onRemote={() => void openRemote()}
          onOpenSample={() => void openSample()}
          onPractice={() => void openPractice()}
        />
      </div>
    </main>
  )
}
