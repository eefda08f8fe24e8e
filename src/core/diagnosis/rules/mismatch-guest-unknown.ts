import { askGuestOs } from '../questions'
import { mismatchesBecause } from '../mismatch'
import type { Rule } from '../rule'
import { besideGuest } from '../vm-facts'

/** A mismatch of a guest nobody knows: harmless on Linux and FreeBSD, to be mended on Windows. The answer settles it. */
export const mismatchGuestUnknown: Rule = {
  id: 'mismatch-guest-unknown',
  code: 'IS-16',
  verdict: 'cannot-tell',
  articles: ['KB2956569'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'guest-unknown').map((service) => ({
      service: service.id,
      evidence: besideGuest(service.statusEvidence, vm.guest),
      question: askGuestOs,
    })),
}
