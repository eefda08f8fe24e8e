import { message } from '../../i18n/translate'
import { stepsForWindowsUpdate } from '../../knowledge/steps'
import { currentDevices } from '../devices'
import { ageOfWindows } from '../mismatch'
import type { Rule } from '../rule'
import { guestEvidence } from '../vm-facts'

/** Event 23014, or 6 of storvsp, on a Windows guest: the device works, its driver comes with the integration services and needs an update. */
export const deviceMismatchWindows: Rule = {
  id: 'device-mismatch-windows',
  code: 'IS-85',
  verdict: 'action-needed',
  articles: ['manage-integration-services', 'pages-that-say-update'],
  losesFunction: false,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter(
        (event) =>
          event.loaded &&
          event.guessed !== true &&
          vm.guest.os === 'windows' &&
          ageOfWindows(vm, context.host, context.told) === 'not-newer',
      )
      .map((event) => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest)],
        params: { device: event.device ?? message(`term.device.${event.subject}`) },
        steps: stepsForWindowsUpdate(vm.guest, context.host, vm.services.kvp.enabled),
      })),
}
