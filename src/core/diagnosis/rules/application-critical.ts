import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { servicesWith } from '../vm-facts'

/** [2, 32782] of the heartbeat: the guest answers, an application in it reports a critical state. */
export const applicationCritical: Rule = {
  id: 'application-critical',
  code: 'IS-63',
  verdict: 'action-needed',
  articles: [],
  losesFunction: false,
  statuses: ['application-critical'],
  find: (vm) =>
    servicesWith(vm, 'application-critical').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: [ownStep('application-critical', 'guest')],
    })),
}
