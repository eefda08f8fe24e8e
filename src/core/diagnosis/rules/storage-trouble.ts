import { ownStep } from '../own-steps'
import type { Rule } from '../rule'
import { criticalEvidence, criticalText, phaseOf } from '../vm-facts'

/** Running with HealthState 20 (major failure: a disk nearly full) or in the state RunningCritical. */
export const storageTrouble: Rule = {
  id: 'storage-trouble',
  code: 'IS-80',
  verdict: 'action-needed',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    phaseOf(vm) === 'running' && vm.critical && vm.healthState !== 25
      ? [
          {
            service: null,
            evidence: criticalEvidence(vm),
            params: { health: criticalText(vm) },
            steps: [ownStep('storage-trouble', 'host')],
          },
        ]
      : [],
}
