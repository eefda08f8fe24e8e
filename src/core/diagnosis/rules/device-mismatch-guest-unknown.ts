import type { Question } from '../../model/diagnosis'
import { devicesBecause } from '../devices'
import type { MismatchCause } from '../mismatch'
import { askGuestOs, askMaker, askWindowsBuild } from '../questions'
import type { Rule } from '../rule'

/** What is not known, and the question that settles it. */
const OPEN: readonly (readonly [cause: MismatchCause, why: string, question: Question])[] = [
  ['guest-unknown', 'guest', askGuestOs],
  ['other-guest', 'maker', askMaker],
  ['windows-build-unknown', 'build', askWindowsBuild],
]

/** Event 23014, or 6 of storvsp, on a guest that is not known well enough: harmless or to be updated, by what runs in it. */
export const deviceMismatchGuestUnknown: Rule = {
  id: 'device-mismatch-guest-unknown',
  code: 'IS-86',
  verdict: 'cannot-tell',
  articles: ['KB2956569'],
  losesFunction: false,
  ofDevices: true,
  find: (vm, context) =>
    OPEN.flatMap(([cause, why, question]) =>
      devicesBecause(vm, context, cause).map((hit) => ({ ...hit, params: { ...hit.params, why }, question })),
    ),
}
