import { message } from '../../i18n/translate'
import { currentDevices } from '../devices'
import { ageOfWindows } from '../mismatch'
import { ownStep } from '../own-steps'
import type { Rule } from '../rule'
import { guestEvidence } from '../vm-facts'

/** Event 23014, or 6 of storvsp, on a Windows guest newer than its host: the host is the older part. */
export const deviceMismatchWindowsNewer: Rule = {
  id: 'device-mismatch-windows-newer',
  code: 'IS-89',
  verdict: 'advice',
  articles: ['windows-guests'],
  losesFunction: false,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter(
        (event) =>
          event.loaded &&
          event.guessed !== true &&
          vm.guest.os === 'windows' &&
          ageOfWindows(vm, context.host, context.told) === 'newer',
      )
      .map((event) => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest)],
        params: { device: event.device ?? message(`term.device.${event.subject}`) },
        steps: [ownStep('device-mismatch-windows-newer')],
      })),
}
