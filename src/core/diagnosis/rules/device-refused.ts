import { stepsForIncompatible } from '../../knowledge/steps'
import { currentDevices, deviceName } from '../devices'
import type { Rule } from '../rule'
import { besideGuest } from '../vm-facts'

/** Event 23012 since the guest started, not followed by success: the host refused a device of the guest as incompatible. */
export const deviceRefused: Rule = {
  id: 'device-refused',
  code: 'IS-83',
  verdict: 'action-needed',
  articles: ['KB972108'],
  losesFunction: false,
  ofDevices: true,
  find: (vm, context) =>
    currentDevices(vm, context)
      .filter((event) => !event.loaded && event.guessed !== true)
      .map((event) => ({
        service: null,
        evidence: besideGuest(event.evidence, vm.guest),
        params: {
          device: deviceName(event),
          start: vm.secondsSinceStart === null ? 'unknown' : 'known',
        },
        certainty: 'likely',
        steps: stepsForIncompatible(vm.guest, context.host, vm.services.kvp.enabled),
      })),
}
