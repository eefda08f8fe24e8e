import { stepsForWindowsUpdate, wayToUpdate } from '../../knowledge/steps'
import { mismatchesBecause } from '../mismatch'
import type { Rule } from '../rule'
import { besideGuest, hostName, latestHostBuild, rawText } from '../vm-facts'

/** A Windows guest with an older protocol than its host: KB 2956569 does not excuse it, its integration services need an update. */
export const mismatchWindows: Rule = {
  id: 'mismatch-windows',
  code: 'IS-15',
  verdict: 'action-needed',
  articles: ['manage-integration-services', 'KB3071740', 'KB2894285', 'pages-that-say-update'],
  losesFunction: false,
  statuses: ['mismatch'],
  find: (vm, context) =>
    mismatchesBecause(vm, context, 'windows-outdated').map((service) => ({
      service: service.id,
      evidence: besideGuest(service.statusEvidence, vm.guest),
      // An answer names a release and not the build: a late Windows 10 or 11 can be newer than the host.
      certainty:
        vm.guest.build === null || context.host.build === null || vm.guest.source === 'answer' ? 'likely' : 'certain',
      // A second row of the class can be the one that shows it.
      params: {
        code: rawText(service.statusEvidence.value),
        host: hostName(context.host),
        how: wayToUpdate(vm.guest, context.host),
        age: context.host.is2016OrLater === null && latestHostBuild(context.host) === null ? 'unknown' : 'known',
      },
      steps: stepsForWindowsUpdate(vm.guest, context.host, vm.services.kvp.enabled),
    })),
}
