import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { askStatusAgain } from '../questions'
import { servicesWith } from '../vm-facts'

/** A listed service of a running VM with a null or empty status. */
export const statusMissing: Rule = {
  id: 'status-missing',
  code: 'IS-71',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  statuses: ['none'],
  find: (vm) =>
    servicesWith(vm, 'none').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: [ownStep('status-missing', 'host')],
      question: askStatusAgain,
    })),
}
