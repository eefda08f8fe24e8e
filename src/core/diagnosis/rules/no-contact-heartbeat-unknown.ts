import { silentBecause } from '../no-contact'
import { askGuestAlive } from '../questions'
import type { Rule } from '../rule'

/** [12] of a service while the heartbeat is switched off or was not read: does the guest run at all? */
export const noContactHeartbeatUnknown: Rule = {
  id: 'no-contact-heartbeat-unknown',
  code: 'IS-32',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  statuses: ['no-contact'],
  find: (vm, context) =>
    silentBecause(vm, context, 'heartbeat-unknown').map(({ service }) => ({
      service: service.id,
      evidence: [service.statusEvidence, vm.services.heartbeat.enabledEvidence ?? vm.services.heartbeat.statusEvidence],
      question: askGuestAlive,
    })),
}
