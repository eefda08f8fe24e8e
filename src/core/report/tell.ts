import type { VmDiagnosis } from '../model/diagnosis'
import type { Verdict } from '../model/verdict'
import { type SameText, sameTexts } from './same-text'

const WORTH_TELLING: readonly Verdict[] = ['action-needed', 'cannot-tell', 'advice', 'safe-to-ignore']

/**
 * Part 4: what to say to the caller, the severest first, once for all VMs of which the same can be said. A report about one
 * VM always has its text.
 */
export function tellGroups(vms: readonly VmDiagnosis[], isOneVm: boolean): readonly SameText[] {
  const told = vms.filter(({ verdict }) => isOneVm || WORTH_TELLING.includes(verdict))
  return sameTexts(told, ({ tellCaller }) => tellCaller)
}
