import { ownStep } from '../own-steps'
import { askExactStatus } from '../questions'
import type { Rule } from '../rule'
import { phaseOf, servicesToJudge } from '../vm-facts'

/** A pasted text that names a running VM and says nothing about its services: nothing is known, which is not healthy. */
export const nothingSaid: Rule = {
  id: 'nothing-said',
  code: 'IS-88',
  verdict: 'cannot-tell',
  articles: [],
  losesFunction: false,
  find: (vm) =>
    vm.partial === true &&
    phaseOf(vm) === 'running' &&
    vm.events.devices.length === 0 &&
    servicesToJudge(vm).every((service) => !service.listed && service.enabled !== false)
      ? [{ service: null, evidence: [vm.stateEvidence], steps: [ownStep('nothing-said')], question: askExactStatus }]
      : [],
}
