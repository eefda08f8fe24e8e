import type { Rule } from '../rule'
import { stepsToRestartService } from '../../knowledge/steps'
import { servicesWith } from '../vm-facts'

/** [.., 32783]: communication with the guest timed out. */
export const serviceTimedOut: Rule = {
  id: 'service-timed-out',
  code: 'IS-61',
  verdict: 'action-needed',
  articles: [],
  losesFunction: true,
  statuses: ['timed-out'],
  find: (vm) =>
    servicesWith(vm, 'timed-out').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: stepsToRestartService(service.id, vm.guest),
    })),
}
