import { stepsForWindowsUpdate, wayToUpdate } from '../../knowledge/steps'
import { devicesBecause } from '../devices'
import type { Rule } from '../rule'

/** Event 23014, or 6 of storvsp, on a Windows guest: the device works, its driver comes with the integration services and needs an update. */
export const deviceMismatchWindows: Rule = {
  id: 'device-mismatch-windows',
  code: 'IS-85',
  verdict: 'action-needed',
  articles: ['manage-integration-services', 'pages-that-say-update'],
  losesFunction: false,
  ofDevices: true,
  find: (vm, context) =>
    devicesBecause(vm, context, 'windows-outdated').map((hit) => ({
      ...hit,
      params: { ...hit.params, how: wayToUpdate(vm.guest, context.host) },
      steps: stepsForWindowsUpdate(vm.guest, context.host, vm.services.kvp.enabled),
    })),
}
