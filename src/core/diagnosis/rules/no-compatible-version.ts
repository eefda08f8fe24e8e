import type { Rule } from '../rule'
import { stepsForIncompatible } from '../../knowledge/steps'
import { servicesWith } from '../vm-facts'

/** [7, ...]: the guest supports no version the host accepts. It shows the same sentence as the harmless mismatch and is not. */
export const noCompatibleVersion: Rule = {
  id: 'no-compatible-version',
  code: 'IS-21',
  verdict: 'action-needed',
  articles: ['KB2894285', 'KB2956569'],
  losesFunction: true,
  statuses: ['incompatible'],
  find: (vm, context) =>
    servicesWith(vm, 'incompatible').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
      steps: stepsForIncompatible(vm.guest, context.host, vm.services.kvp.enabled),
    })),
}
