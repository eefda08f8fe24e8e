import { stepsForSeenPart, stepsToVerifyBackup } from '../../knowledge/steps'
import type { Rule } from '../rule'
import { partSeen, withoutDaemon, worksheetEvidence } from '../seen-in-guest'

/**
 * No silence at the host, and the worksheet shows that the service's daemon does not run. Current Linux kernels agree on a
 * version of backup and file copy without it (drivers/hv/hv_snapshot.c, hv_fcopy.c), so the status proves nothing.
 */
export const guestDaemonAbsent: Rule = {
  id: 'guest-daemon-absent',
  code: 'IS-39',
  verdict: 'advice',
  articles: [],
  losesFunction: true,
  find: (vm) =>
    withoutDaemon(vm).map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence, ...worksheetEvidence(vm)],
      params: { known: service.listed ? 'yes' : 'no' },
      steps: [
        ...stepsForSeenPart(service.id, vm.guest, partSeen(vm, service.id) !== 'missing'),
        ...(service.id === 'vss' ? stepsToVerifyBackup(vm.id) : []),
      ],
    })),
}
