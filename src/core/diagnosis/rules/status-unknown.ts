import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { askStatusAgain } from '../questions'
import { servicesWith } from '../vm-facts'

/** A number nobody documents for this service. Shown with the number, never guessed. */
export const statusUnknown: Rule = {
  id: 'status-unknown',
  code: 'IS-70',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  statuses: ['unknown'],
  find: (vm) =>
    servicesWith(vm, 'unknown').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: [ownStep('status-unknown', 'host')],
      question: askStatusAgain,
    })),
}
