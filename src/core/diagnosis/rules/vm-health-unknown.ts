import { ownStep } from '../own-steps'
import { askStatusAgain } from '../questions'
import type { Rule } from '../rule'
import { phaseOf, rawText } from '../vm-facts'

const DOCUMENTED = [5, 20, 25]

/** A running VM with a HealthState other than the documented 5, 20 and 25. */
export const vmHealthUnknown: Rule = {
  id: 'vm-health-unknown',
  code: 'IS-82',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    phaseOf(vm) === 'running' && vm.healthState !== null && !DOCUMENTED.includes(vm.healthState)
      ? [
          {
            service: null,
            evidence: [vm.healthEvidence],
            params: { health: rawText(vm.healthEvidence.value) },
            steps: [ownStep('vm-health-unknown', 'host')],
            question: askStatusAgain,
          },
        ]
      : [],
}
