import type { JudgedHost } from '../diagnosis/judge'
import type { VmChange } from '../model/vm-change'
import type { JudgedVm } from '../model/diagnosis'
import { compareFacts, compareServices, type FactChange, type ServiceComparison, vmChange } from './compare-vms'
import { explainChange, type Explanation } from './explain-change'
import { joinVms, type VmPair } from './join-vms'

/** What became of one VM between two checks, in no language yet. */
export interface VmComparison extends VmPair {
  readonly change: VmChange
  readonly facts: readonly FactChange[]
  readonly services: readonly ServiceComparison[]
  readonly explanations: readonly Explanation[]
}

/** Two checks compared, in no language yet. */
export interface HostComparison {
  readonly older: JudgedHost
  readonly newer: JudgedHost
  /** In the order of the newer check; VMs that are gone come last. */
  readonly vms: readonly VmComparison[]
}

/** What became of one VM that both checks know. */
export function compareVm(
  before: JudgedVm,
  after: JudgedVm,
  older: JudgedHost,
  newer: JudgedHost,
): VmComparison & { readonly before: JudgedVm; readonly after: JudgedVm } {
  const services = compareServices(before, after)
  const facts = compareFacts(before.vm, after.vm, older.snapshot.host, newer.snapshot.host)
  const change = vmChange(before, after, services, facts)
  const explanations =
    change === 'unchanged' ? [] : explainChange({ before, after, services }, older.snapshot, newer.snapshot)
  return { before, after, change, facts, services, explanations }
}

/** Compares two checks of a host, VM by VM and service by service. The same two give the same result. */
export function compareHosts(older: JudgedHost, newer: JudgedHost): HostComparison {
  const nothing = { facts: [], services: [], explanations: [] }
  const vms = joinVms(older.vms, newer.vms).map((pair): VmComparison => {
    const { before, after } = pair
    if (before === null) return { ...pair, ...nothing, change: 'new' }
    if (after === null) return { ...pair, ...nothing, change: 'gone' }
    return compareVm(before, after, older, newer)
  })
  return { older, newer, vms }
}

/** Whether something changed for the worse: a VM or one of its services is worse, or a new VM needs action. */
export function isWorse({ vms }: HostComparison): boolean {
  return vms.some(
    ({ change, services, after }) =>
      change === 'worse' ||
      services.some((service) => service.change === 'worse') ||
      (change === 'new' && after?.verdict === 'action-needed'),
  )
}
