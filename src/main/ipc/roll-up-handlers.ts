import type { Handlers } from '../../core/ipc'
import { overviewOf } from '../sources/overview'
import { type Desk, summaryOf } from './desk'
import type { Call } from './dispatch'

/** VMs of one source that are named; more are found in the source itself. */
const NAMED = 50

/** The handler of the roll-up over all open sources. */
export function rollUpHandlers(desk: Desk): Pick<Handlers<Call>, 'roll-up.get'> {
  return {
    'roll-up.get': async () =>
      desk.sources
        .list()
        .filter(({ kind }) => kind !== 'practice')
        .map((source) => {
          const judged = desk.sources.judged(source)
          const rows = judged === null ? [] : overviewOf(source, judged, desk.language(), desk.accepted.current).rows
          return {
            source: summaryOf(desk, source),
            needsAction: rows
              .filter(({ needsAction }) => needsAction)
              .slice(0, NAMED)
              .map(({ id, name, title }) => ({ id, name, title })),
          }
        }),
  }
}
