import { stepsForLost } from '../../knowledge/steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { worksheetEvidence } from '../seen-in-guest'

/** [12], and the worksheet shows that everything the service needs runs in the guest: the two have to meet anew. */
export const guestPartRuns: Rule = {
  id: 'guest-part-runs',
  code: 'IS-38',
  verdict: 'action-needed',
  articles: [],
  losesFunction: true,
  statuses: ['no-contact'],
  find: (vm, context) => {
    const silent = silentBecause(vm, context, 'part-runs').map(({ service }) => service)
    const heartbeat = silent.filter(({ id }) => id === 'heartbeat')
    return (heartbeat.length > 0 ? heartbeat : silent).map((service) => ({
      service: service.id,
      covers: service.id === 'heartbeat' ? silent.map(({ id }) => id) : [],
      evidence: [service.statusEvidence, ...worksheetEvidence(vm)],
      steps: stepsForLost(service.id, vm.guest),
    }))
  },
}
