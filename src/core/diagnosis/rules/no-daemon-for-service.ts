import { ownStep } from '../own-steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { besideGuest, lifeSign } from '../vm-facts'

/** [12] of a service whose daemon the guest's maker does not ship (closed appliance, distribution without it), while the guest answers. */
export const noDaemonForService: Rule = {
  id: 'no-daemon-for-service',
  code: 'IS-35',
  verdict: 'advice',
  articles: [],
  losesFunction: true,
  statuses: ['no-contact'],
  find: (vm, context) =>
    silentBecause(vm, context, 'no-daemon').flatMap(({ service, absence }) =>
      absence === null
        ? []
        : [
            {
              service: service.id,
              evidence: besideGuest(service.statusEvidence, vm.guest),
              params: {
                reason: absence.text,
                life: lifeSign(vm),
                kind: absence.reason === 'closed-appliance' ? 'closed' : 'absent',
              },
              steps: [ownStep('no-daemon-for-service')],
            },
          ],
    ),
}
