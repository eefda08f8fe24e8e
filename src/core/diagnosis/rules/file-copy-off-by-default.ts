import { serviceAbsent } from '../../knowledge/service-absence'
import { stepsToEnable } from '../../knowledge/steps'
import { ownStep } from '../own-steps'
import type { Rule } from '../rule'
import { servicesToJudge } from '../vm-facts'

/** Guest Service Interface switched off: Hyper-V's default (its setting's EnabledState starts as 3), so no fault. */
export const fileCopyOffByDefault: Rule = {
  id: 'file-copy-off-by-default',
  code: 'IS-03',
  verdict: 'healthy',
  articles: ['manage-integration-services'],
  losesFunction: false,
  find: (vm, { host }) =>
    servicesToJudge(vm)
      .filter((service) => service.id === 'guest-service-interface' && service.enabled === false)
      .map((service) => {
        const absence = serviceAbsent(vm.guest, host, service.id)
        // What the maker of a closed system put into it nobody else knows.
        const isAbsent = absence !== null && absence.reason !== 'closed-appliance'
        return {
          service: service.id,
          evidence: [service.enabledEvidence ?? service.statusEvidence],
          steps: isAbsent
            ? [ownStep('file-copy-off-by-default', 'person', { why: absence.text })]
            : stepsToEnable(service.id, vm.id),
        }
      }),
}
