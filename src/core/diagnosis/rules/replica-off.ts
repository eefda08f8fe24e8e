import { message } from '../../i18n/translate'
import type { Rule } from '../rule'
import { ownStep } from '../own-steps'
import { phaseOf } from '../vm-facts'

/** A replica is off until a failover and must not be started (Msvm_ComputerSystem.ReplicationMode 2 or 4). */
export const replicaOff: Rule = {
  id: 'replica-off',
  code: 'IS-08',
  verdict: 'not-running',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    vm.replica && !vm.critical && phaseOf(vm) === 'not-running'
      ? [
          {
            service: null,
            evidence: [vm.stateEvidence],
            params: { state: message(`term.state.${vm.state}`) },
            steps: [ownStep('replica-off')],
          },
        ]
      : [],
}
