import type { Handlers } from '../../core/ipc'
import { overviewOf } from '../sources/overview'
import { type Desk, summaryOf } from './desk'
import type { Call } from './dispatch'

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
          return { source: summaryOf(desk, source), rows }
        }),
  }
}
