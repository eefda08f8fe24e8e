import { ownStep } from '../own-steps'
import { mismatchesBecause } from '../mismatch'
import type { Rule } from '../rule'
import { guestEvidence, hostBuildEvidence } from '../vm-facts'

/** A Windows guest newer than its host: the host is the older part, so updating the guest is not the answer. */
export const mismatchWindowsNewerThanHost: Rule = {
  id: 'mismatch-windows-newer-than-host',
  code: 'IS-14',
  verdict: 'advice',
  articles: ['windows-guests'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'guest-newer-than-host').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence, ...guestEvidence(vm.guest), hostBuildEvidence(context.host)],
      steps: [ownStep('mismatch-windows-newer-than-host')],
    })),
}
