import { ownStep } from '../own-steps'
import type { Rule } from '../rule'
import { phaseOf, rawText } from '../vm-facts'

/** Running with HealthState 25 (critical failure: the worker process does not answer, or the storage is lost). */
export const workerNotAnswering: Rule = {
  id: 'worker-not-answering',
  code: 'IS-81',
  verdict: 'action-needed',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    phaseOf(vm) === 'running' && vm.healthState === 25
      ? [
          {
            service: null,
            evidence: [vm.stateEvidence, vm.healthEvidence],
            params: { health: rawText(vm.healthEvidence.value) },
            steps: [ownStep('worker-not-answering', 'host')],
          },
        ]
      : [],
}
