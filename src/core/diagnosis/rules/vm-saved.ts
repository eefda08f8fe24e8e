import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { phaseOf } from '../vm-facts'

/** The VM is saved: nothing to check, and no fault. */
export const vmSaved: Rule = {
  id: 'vm-saved',
  code: 'IS-06',
  verdict: 'not-running',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    vm.state === 'saved' && !vm.critical && !vm.replica && phaseOf(vm) === 'not-running'
      ? [
          {
            service: null,
            evidence: [vm.stateEvidence],
            steps: [ownStep('vm-saved', 'person', { cluster: vm.clustered === true ? 'yes' : 'unknown' })],
          },
        ]
      : [],
}
