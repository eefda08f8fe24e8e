import { stepsToEnable } from '../../knowledge/steps'
import type { Rule } from '../rule'
import { servicesToJudge } from '../vm-facts'

/** Guest Service Interface switched off: Hyper-V's default (its setting's EnabledState starts as 3), so no fault. */
export const fileCopyOffByDefault: Rule = {
  id: 'file-copy-off-by-default',
  code: 'IS-03',
  verdict: 'healthy',
  articles: ['manage-integration-services'],
  losesFunction: false,
  find: (vm) =>
    servicesToJudge(vm)
      .filter((service) => service.id === 'guest-service-interface' && service.enabled === false)
      .map((service) => ({
        service: service.id,
        evidence: [service.enabledEvidence ?? service.statusEvidence],
        steps: stepsToEnable(service.id, vm.id),
      })),
}
