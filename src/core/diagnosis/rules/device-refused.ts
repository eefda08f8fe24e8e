import { message } from '../../i18n/translate'
import { stepsForIncompatible } from '../../knowledge/steps'
import { currentDevices } from '../devices'
import type { Rule } from '../rule'
import { guestEvidence } from '../vm-facts'

/** Event 23012 since the guest started, not followed by success: the host refused a device of the guest as incompatible. */
export const deviceRefused: Rule = {
  id: 'device-refused',
  code: 'IS-83',
  verdict: 'action-needed',
  articles: ['KB972108'],
  losesFunction: false,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter((event) => !event.loaded && event.guessed !== true)
      .map((event) => ({
        service: null,
        evidence: [event.evidence, ...guestEvidence(vm.guest)],
        params: {
          device: event.device ?? message(`term.device.${event.subject}`),
          event: event.evidence.source,
          start: vm.secondsSinceStart === null ? 'unknown' : 'known',
        },
        certainty: 'likely',
        steps: stepsForIncompatible(vm.guest),
      })),
}
