import { ownStep } from '../own-steps'
import { askMaker } from '../questions'
import { mismatchesBecause } from '../mismatch'
import type { Rule } from '../rule'
import { besideGuest } from '../vm-facts'

/** A mismatch of a system that is neither Linux, FreeBSD nor Windows: a compatible version, no statement by Microsoft. */
export const mismatchOtherGuest: Rule = {
  id: 'mismatch-other-guest',
  code: 'IS-17',
  verdict: 'cannot-tell',
  articles: ['KB2956569'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'other-guest').map((service) => ({
      service: service.id,
      evidence: besideGuest(service.statusEvidence, vm.guest),
      steps: [ownStep('mismatch-other-guest')],
      question: askMaker,
    })),
}
