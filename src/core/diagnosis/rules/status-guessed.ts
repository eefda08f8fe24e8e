import { message } from '../../i18n/translate'
import { ownStep } from '../own-steps'
import { askExactStatus } from '../questions'
import type { Rule } from '../rule'
import { reportedServices } from '../vm-facts'

/** A status that was only guessed from a pasted text (by order, by length, by a word nobody confirmed): never taken for good news. */
export const statusGuessed: Rule = {
  id: 'status-guessed',
  code: 'IS-78',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    reportedServices(vm)
      .filter((service) => service.guessed === true)
      .map((service) => ({
        service: service.id,
        evidence: [service.statusEvidence],
        params: { word: message(`term.status.${service.kind}`) },
        steps: [ownStep('status-guessed')],
        question: askExactStatus,
      })),
}
