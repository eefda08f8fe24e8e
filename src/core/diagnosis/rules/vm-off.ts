import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { phaseOf } from '../vm-facts'

/** The VM is off: nothing to check, and no fault. */
export const vmOff: Rule = {
  id: 'vm-off',
  code: 'IS-05',
  verdict: 'not-running',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    vm.state === 'off' && !vm.critical && !vm.replica && phaseOf(vm) === 'not-running'
      ? [
          {
            service: null,
            evidence: [vm.stateEvidence],
            steps: [ownStep('vm-off', 'person', { cluster: vm.clustered === true ? 'yes' : 'unknown' })],
          },
        ]
      : [],
}
