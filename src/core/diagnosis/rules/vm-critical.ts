import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { criticalEvidence, criticalText, phaseOf } from '../vm-facts'

/** Off, saved or paused in a "...Critical" state or with HealthState 20 or 25: the storage comes first, not a start button. */
export const vmCritical: Rule = {
  id: 'vm-critical',
  code: 'IS-09',
  verdict: 'not-running',
  articles: [],
  losesFunction: false,
  impact: 'high',
  urgency: 'high',
  find: (vm) =>
    vm.critical && phaseOf(vm) === 'not-running'
      ? [
          {
            service: null,
            evidence: criticalEvidence(vm),
            params: { health: criticalText(vm) },
            // A replica is not started after its storage was mended either.
            steps: [ownStep('vm-critical', 'host'), ...(vm.replica ? [ownStep('replica-off')] : [])],
          },
        ]
      : [],
}
