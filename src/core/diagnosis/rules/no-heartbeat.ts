import { stepsForNoHeartbeat } from '../../knowledge/steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { servicesWith } from '../vm-facts'

/** Heartbeat [12] of a VM that is up for a while: the guest does not answer. Other silent services have the same cause and are not listed again. */
export const noHeartbeat: Rule = {
  id: 'no-heartbeat',
  code: 'IS-30',
  verdict: 'action-needed',
  articles: ['linux-vm-issues'],
  losesFunction: true,
  statuses: ['no-contact'],
  find: (vm, context) => {
    const silent = silentBecause(vm, context, 'no-heartbeat').map((item) => item.service)
    if (!silent.some((service) => service.id === 'heartbeat')) return []
    const affected = [...silent, ...servicesWith(vm, 'lost-communication')]
    return [
      {
        service: 'heartbeat',
        covers: affected.map((service) => service.id),
        evidence: affected.map((service) => service.statusEvidence),
        params: { count: affected.length - 1 },
        steps: stepsForNoHeartbeat(vm.guest),
      },
    ]
  },
}
