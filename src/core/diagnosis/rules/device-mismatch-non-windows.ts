import { message } from '../../i18n/translate'
import { ownStep } from '../own-steps'
import { currentDevices } from '../devices'
import type { Rule } from '../rule'
import { guestEvidence } from '../vm-facts'

/** Event 23014, or 6 of storvsp, on a Linux or FreeBSD guest: the device works with an older version; the article's own first example (KB 2956569). */
export const deviceMismatchNonWindows: Rule = {
  id: 'device-mismatch-non-windows',
  code: 'IS-84',
  verdict: 'safe-to-ignore',
  articles: ['KB2956569', 'pages-that-say-update'],
  losesFunction: false,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter(
        (event) => event.loaded && event.guessed !== true && (vm.guest.os === 'linux' || vm.guest.os === 'freebsd'),
      )
      .map((event) => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest)],
        params: { device: event.device ?? message(`term.device.${event.subject}`) },
        steps: [ownStep('device-mismatch-non-windows')],
      })),
}
