import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { askAfterWaiting } from '../questions'
import { servicesWith } from '../vm-facts'

/** [15] means paused (heartbeat page); on a running VM it is the status of before. */
export const statusOfPaused: Rule = {
  id: 'status-of-paused',
  code: 'IS-76',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  statuses: ['paused'],
  find: (vm) =>
    servicesWith(vm, 'paused').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: [ownStep('status-of-paused', 'host')],
      question: askAfterWaiting,
    })),
}
