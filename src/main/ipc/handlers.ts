import type { Handlers } from '../../core/ipc'
import { acceptedHandlers } from './accepted-handlers'
import { appHandlers } from './app-handlers'
import { collectorHandlers } from './collector-handlers'
import { aboutHandlers } from './about-handlers'
import type { Desk } from './desk'
import type { Call } from './dispatch'
import { explainHandlers } from './explain-handlers'
import { fileHandlers } from './file-handlers'
import { historyHandlers } from './history-handlers'
import { practiceHandlers } from './practice-handlers'
import { findHandlers } from './find-handlers'
import { remoteHandlers } from './remote-handlers'
import { reportHandlers } from './report-handlers'
import { rollUpHandlers } from './roll-up-handlers'
import { sourceHandlers } from './source-handlers'
import { vmHandlers } from './vm-handlers'

/** A handler for every call of the contract; one that is missing does not compile. */
export function createHandlers(desk: Desk): Handlers<Call> {
  return {
    ...appHandlers(desk),
    ...aboutHandlers(desk),
    ...sourceHandlers(desk),
    ...vmHandlers(desk),
    ...rollUpHandlers(desk),
    ...practiceHandlers(desk),
    ...reportHandlers(desk),
    ...fileHandlers(desk),
    ...collectorHandlers(desk),
    ...findHandlers(desk),
    ...explainHandlers(desk),
    ...acceptedHandlers(desk),
    ...historyHandlers(desk),
    ...remoteHandlers(desk),
  }
}
