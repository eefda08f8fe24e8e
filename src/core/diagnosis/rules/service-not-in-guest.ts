import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { besideGuest } from '../vm-facts'

/** [12] of a service that this guest release, or this pair of host and guest, does not have: it cannot answer and nothing is broken. */
export const serviceNotInGuest: Rule = {
  id: 'service-not-in-guest',
  code: 'IS-34',
  verdict: 'safe-to-ignore',
  articles: [],
  losesFunction: false,
  statuses: ['no-contact'],
  find: (vm, context) =>
    silentBecause(vm, context, 'not-in-guest').flatMap(({ service, absence }) =>
      absence === null
        ? []
        : [
            {
              service: service.id,
              evidence: besideGuest(service.statusEvidence, vm.guest),
              params: { reason: absence.text },
              steps: [],
            },
          ],
    ),
}
