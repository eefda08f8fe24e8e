import { message } from '../../i18n/translate'
import { ownStep } from '../own-steps'
import { askAfterWaiting } from '../questions'
import type { Rule } from '../rule'
import { isMigrating, phaseOf } from '../vm-facts'

/** Starting, stopping, saving, pausing, resuming, resetting or migrating: statuses are of before, or of nothing. */
export const vmInTransition: Rule = {
  id: 'vm-in-transition',
  code: 'IS-75',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) => {
    if (phaseOf(vm) !== 'in-transition') return []
    const { state } = vm
    const transition = isMigrating(vm) ? 'migrating' : state
    if (transition === 'running' || transition === 'off' || transition === 'saved') return []
    if (transition === 'paused' || transition === 'unknown') return []
    return [
      {
        service: null,
        evidence: [
          vm.stateEvidence,
          ...(vm.critical ? [vm.healthEvidence] : []),
          ...(isMigrating(vm) ? [{ source: 'Msvm_ComputerSystem.OperationalStatus[1]', value: vm.operationCode }] : []),
        ],
        params: { state: message(`term.transition.${transition}`) },
        // "StartingCritical" and the like: the storage does not mend itself by waiting.
        steps: [...(vm.critical ? [ownStep('storage-trouble', 'host')] : []), ownStep('vm-in-transition')],
        question: askAfterWaiting,
      },
    ]
  },
}
