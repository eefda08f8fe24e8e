import type { Rule } from '../rule'
import { stepsToRestartService } from '../../knowledge/steps'
import { servicesWith } from '../vm-facts'

/** [6]: an error, documented only for the summary's heartbeat, treated alike on every service. */
export const serviceError: Rule = {
  id: 'service-error',
  code: 'IS-60',
  verdict: 'action-needed',
  articles: [],
  losesFunction: true,
  statuses: ['error'],
  find: (vm) =>
    servicesWith(vm, 'error').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: stepsToRestartService(service.id, vm.guest),
    })),
}
