import { ownStep } from '../own-steps'
import { askGuestAlive } from '../questions'
import type { Rule } from '../rule'
import { servicesToJudge } from '../vm-facts'

/** The heartbeat class was read whole and has no row for this running VM; Microsoft's own sample takes that for "not running". */
export const heartbeatNotListed: Rule = {
  id: 'heartbeat-not-listed',
  code: 'IS-73',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    (vm.partial === true ? [] : servicesToJudge(vm))
      .filter((service) => service.id === 'heartbeat' && service.readState === 'read')
      .filter((service) => !service.listed && service.enabled !== false)
      .map((service) => ({
        service: service.id,
        evidence: [service.statusEvidence],
        steps: [ownStep('heartbeat-not-listed', 'host')],
        question: askGuestAlive,
      })),
}
