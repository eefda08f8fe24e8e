import { silentPartOf, stepsForMissingPart, stepsToVerifyBackup } from '../../knowledge/steps'
import { silentBecause } from '../no-contact'
import type { Rule } from '../rule'
import { lifeSign } from '../vm-facts'

/** [12] of a service while the guest answers the heartbeat: the part behind this service is missing or not running. */
export const serviceNoContact: Rule = {
  id: 'service-no-contact',
  code: 'IS-31',
  verdict: 'action-needed',
  articles: ['linux-vm-issues', 'manage-integration-services'],
  losesFunction: true,
  statuses: ['no-contact'],
  find: (vm, context) =>
    silentBecause(vm, context, 'part-missing').map(({ service }) => ({
      service: service.id,
      evidence: [service.statusEvidence, vm.services.heartbeat.statusEvidence],
      params: { part: silentPartOf(service.id, vm.guest), life: lifeSign(vm) },
      // The status of backup proves nothing by itself, so mending it ends with a test.
      steps: [
        ...stepsForMissingPart(service.id, vm.guest),
        ...(service.id === 'vss' ? stepsToVerifyBackup(vm.id) : []),
      ],
    })),
}
