import { ownStep } from '../own-steps'
import { askAfterWaiting } from '../questions'
import type { Rule } from '../rule'
import { phaseOf, rawText } from '../vm-facts'

/** A VM state that is neither running nor a known other one (null, 0, an undocumented number, a VM missing from the list). */
export const vmStateUnknown: Rule = {
  id: 'vm-state-unknown',
  code: 'IS-74',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    phaseOf(vm) === 'unknown'
      ? [
          {
            service: null,
            evidence: [vm.stateEvidence],
            params: { state: rawText(vm.stateEvidence.value) },
            steps: [ownStep('vm-state-unknown', 'host')],
            question: askAfterWaiting,
          },
        ]
      : [],
}
