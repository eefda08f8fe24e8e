import { explain } from '../../core/explain/explain'
import type { Handlers } from '../../core/ipc'
import type { Desk } from './desk'
import type { Call } from './dispatch'

/** The handler of the explainer. */
export function explainHandlers(desk: Desk): Pick<Handlers<Call>, 'explain.ask'> {
  return {
    'explain.ask': async ({ what }) => explain(what, { language: desk.language(), programVersion: desk.version }),
  }
}
