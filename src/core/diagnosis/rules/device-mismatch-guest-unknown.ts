import { message } from '../../i18n/translate'
import { askGuestOs } from '../questions'
import { currentDevices } from '../devices'
import type { Rule } from '../rule'
import { guestEvidence } from '../vm-facts'

/** Event 23014, or 6 of storvsp, on a guest nobody knows or of another system: harmless or to be updated, by what runs in it. */
export const deviceMismatchGuestUnknown: Rule = {
  id: 'device-mismatch-guest-unknown',
  code: 'IS-86',
  verdict: 'cannot-tell',
  articles: ['KB2956569'],
  losesFunction: false,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter((event) => event.loaded && event.guessed !== true && ['unknown', 'other'].includes(vm.guest.os))
      .map((event) => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest)],
        params: { device: event.device ?? message(`term.device.${event.subject}`) },
        question: askGuestOs,
      })),
}
