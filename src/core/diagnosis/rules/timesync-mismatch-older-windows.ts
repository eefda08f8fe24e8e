import { ownStep } from '../own-steps'
import { mismatchesBecause } from '../mismatch'
import type { Rule } from '../rule'
import { guestEvidence, hostBuildEvidence } from '../vm-facts'

/** Time synchronization of a Windows guest older than Windows 10 / Server 2016 on a host of 2016 or later: by design (KB 4014894, title and address confirmed). */
export const timesyncMismatchOlderWindows: Rule = {
  id: 'timesync-mismatch-older-windows',
  code: 'IS-13',
  verdict: 'safe-to-ignore',
  articles: ['KB4014894'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'timesync-by-design').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence, ...guestEvidence(vm.guest), hostBuildEvidence(context.host)],
      steps: [ownStep('timesync-mismatch-older-windows')],
    })),
}
