import { mismatchesBecause } from '../mismatch'
import { askWindowsBuild } from '../questions'
import type { Rule } from '../rule'
import { guestEvidence, hostBuildEvidence } from '../vm-facts'

/** A Windows release with builds older and newer than the host's, and nobody said which: the guest or the host is the older part. */
export const mismatchWindowsBuildUnknown: Rule = {
  id: 'mismatch-windows-build-unknown',
  code: 'IS-19',
  verdict: 'cannot-tell',
  articles: ['windows-guests'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'windows-build-unknown').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence, ...guestEvidence(vm.guest), hostBuildEvidence(context.host)],
      question: askWindowsBuild,
    })),
}
