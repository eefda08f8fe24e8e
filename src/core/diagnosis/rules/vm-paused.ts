import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { phaseOf } from '../vm-facts'

/** The VM is paused: nothing to check, and no fault. */
export const vmPaused: Rule = {
  id: 'vm-paused',
  code: 'IS-07',
  verdict: 'not-running',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    vm.state === 'paused' && !vm.critical && !vm.replica && phaseOf(vm) === 'not-running'
      ? [
          {
            service: null,
            evidence: [vm.stateEvidence],
            steps: [ownStep('vm-paused', 'person', { cluster: vm.clustered === true ? 'yes' : 'unknown' })],
          },
        ]
      : [],
}
