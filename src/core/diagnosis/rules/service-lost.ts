import { stepsForLost } from '../../knowledge/steps'
import type { Rule } from '../rule'
import { justStarted, pulseOf, servicesWith } from '../vm-facts'

/** [13] of a service other than the heartbeat while the guest itself is not lost: its daemon died or its driver was unloaded. */
export const serviceLost: Rule = {
  id: 'service-lost',
  code: 'IS-41',
  verdict: 'action-needed',
  articles: [],
  losesFunction: true,
  statuses: ['lost-communication'],
  find: (vm) => {
    // A guest that does not answer at all, or no longer: the heartbeat's finding covers what else fell silent.
    if (pulseOf(vm) === 'lost' || (pulseOf(vm) === 'no-contact' && !justStarted(vm))) return []
    return servicesWith(vm, 'lost-communication').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: stepsForLost(service.id, vm.guest),
    }))
  },
}
