import { stepsForLost } from '../../knowledge/steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { servicesWith } from '../vm-facts'

/** Heartbeat [13]: the guest answered once and no longer does. Other services without contact have the same cause. */
export const heartbeatLost: Rule = {
  id: 'heartbeat-lost',
  code: 'IS-40',
  verdict: 'action-needed',
  articles: [],
  losesFunction: true,
  statuses: ['lost-communication'],
  find: (vm, context) => {
    const lost = servicesWith(vm, 'lost-communication')
    if (!lost.some((service) => service.id === 'heartbeat')) return []
    const affected = [...lost, ...silentBecause(vm, context, 'heartbeat-lost').map((item) => item.service)]
    return [
      {
        service: 'heartbeat',
        covers: affected.map((service) => service.id),
        evidence: affected.map((service) => service.statusEvidence),
        params: { count: affected.length - 1 },
        steps: stepsForLost('heartbeat', vm.guest),
      },
    ]
  },
}
