import type { Rule } from '../rule'
import { servicesWith } from '../vm-facts'

/** [2, 2] or [2, 12] of a service other than the heartbeat: the heartbeat's own numbers, seen on others too. */
export const heartbeatNumberElsewhere: Rule = {
  id: 'heartbeat-number-elsewhere',
  code: 'IS-04',
  verdict: 'healthy',
  articles: [],
  losesFunction: false,
  statuses: ['ok-heartbeat-number'],
  find: (vm) =>
    servicesWith(vm, 'ok-heartbeat-number').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
    })),
}
