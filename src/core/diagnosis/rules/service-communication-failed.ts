import type { Rule } from '../rule'
import { stepsToRestartService } from '../../knowledge/steps'
import { servicesWith } from '../vm-facts'

/** [.., 32784]: communication with the guest failed. */
export const serviceCommunicationFailed: Rule = {
  id: 'service-communication-failed',
  code: 'IS-62',
  verdict: 'action-needed',
  articles: [],
  losesFunction: true,
  statuses: ['communication-failed'],
  find: (vm) =>
    servicesWith(vm, 'communication-failed').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: stepsToRestartService(service.id, vm.guest),
    })),
}
