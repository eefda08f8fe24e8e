import { stepsToEnable } from '../../knowledge/steps'
import type { Rule } from '../rule'
import { servicesToJudge } from '../vm-facts'

/** A service other than file copy switched off on the host: somebody's choice. Its status reads OK all the same, so the setting counts. */
export const serviceDisabled: Rule = {
  id: 'service-disabled',
  code: 'IS-50',
  verdict: 'advice',
  articles: ['manage-integration-services'],
  losesFunction: true,
  find: (vm) =>
    servicesToJudge(vm)
      .filter((service) => service.id !== 'guest-service-interface' && service.enabled === false)
      .map((service) => ({
        service: service.id,
        evidence: [service.enabledEvidence ?? service.statusEvidence],
        steps: stepsToEnable(service.id, vm.id),
      })),
}
