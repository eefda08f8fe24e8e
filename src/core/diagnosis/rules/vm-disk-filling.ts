import { ownStep } from '../own-steps'
import type { Rule } from '../rule'
import { conditionEvidence, phaseOf } from '../vm-facts'

/** First number of the VM's own status: predictive failure, a disk is filling up (Msvm_ComputerSystem.OperationalStatus). */
const PREDICTIVE_FAILURE = 5

/** A running VM whose disk is filling up: nothing has failed yet, and Hyper-V will pause the VM when it does. */
export const vmDiskFilling: Rule = {
  id: 'vm-disk-filling',
  code: 'IS-64',
  verdict: 'advice',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    phaseOf(vm) === 'running' && !vm.critical && vm.conditionCode === PREDICTIVE_FAILURE
      ? [{ service: null, evidence: [conditionEvidence(vm)], steps: [ownStep('storage-trouble', 'host')] }]
      : [],
}
