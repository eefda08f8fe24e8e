import type { Rule } from '../rule'
import { servicesWith } from '../vm-facts'

/** [2, 12] of the heartbeat: the cmdlets call it "OK (No Application Data)". The Linux driver never sends the application state. */
export const heartbeatNoApplicationData: Rule = {
  id: 'heartbeat-no-application-data',
  code: 'IS-02',
  verdict: 'healthy',
  articles: [],
  losesFunction: false,
  statuses: ['ok-no-application-data'],
  find: (vm) =>
    servicesWith(vm, 'ok-no-application-data').map((service) => ({
      service: service.id,
      evidence: [service.statusEvidence],
    })),
}
