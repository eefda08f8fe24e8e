import { stepsForSeenPart, stepsToVerifyBackup } from '../../knowledge/steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { partSeen, worksheetEvidence } from '../seen-in-guest'

/** [12], and the worksheet shows that the daemon or the Windows service behind it does not run or is not there. */
export const guestPartStopped: Rule = {
  id: 'guest-part-stopped',
  code: 'IS-37',
  verdict: 'action-needed',
  articles: ['linux-vm-issues', 'manage-integration-services'],
  losesFunction: true,
  statuses: ['no-contact'],
  find: (vm, context) => {
    const silent = silentBecause(vm, context, 'part-stopped').map(({ service }) => service)
    // Where the heartbeat is silent too, its part is the one to start; the others wait for it.
    const subjects = silent.some(({ id }) => id === 'heartbeat')
      ? silent.filter(({ id }) => id === 'heartbeat')
      : silent
    return subjects.map((service) => {
      const state = partSeen(vm, service.id) ?? 'unknown'
      return {
        service: service.id,
        covers: service.id === 'heartbeat' ? silent.map(({ id }) => id) : [],
        evidence: [service.statusEvidence, ...worksheetEvidence(vm)],
        params: { state },
        steps: [
          ...stepsForSeenPart(service.id, vm.guest, state !== 'missing'),
          ...(service.id === 'vss' ? stepsToVerifyBackup(vm.id) : []),
        ],
      }
    })
  },
}
