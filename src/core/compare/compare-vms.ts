import { guestName, justStarted, phaseOf } from '../diagnosis/vm-facts'
import { message } from '../i18n/translate'
import type { ServiceChange, VmFact } from '../model/comparison'
import type { VmChange } from '../model/vm-change'
import type { JudgedVm } from '../model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import type { Host, Vm } from '../model/snapshot'
import type { TextRef } from '../model/text'
import type { Verdict } from '../model/verdict'

/** One service of a VM that both checks say something about. */
export interface ServiceComparison {
  readonly service: JudgedServiceId
  readonly change: ServiceChange
}

/** A fact of a VM that is not what it was. */
export interface FactChange {
  readonly fact: VmFact
  readonly before: string | TextRef
  readonly after: string | TextRef
}

/**
 * How much a verdict asks of a person. A status that is safe to ignore asks as little as a healthy one, so that going
 * from one to the other is a change and no fault. `not-running` stands beside the scale.
 */
const WEIGHT: Readonly<Record<Verdict, number | null>> = {
  'not-running': null,
  healthy: 0,
  'safe-to-ignore': 0,
  advice: 1,
  'cannot-tell': 2,
  'action-needed': 3,
}

/** Whether a VM has not settled: what cannot be told of it now is no sign of a fault. */
function isSettling({ vm }: JudgedVm): boolean {
  return justStarted(vm) || phaseOf(vm) === 'in-transition'
}

function verdictChange(before: Verdict, after: Verdict, afterVm: JudgedVm): ServiceChange {
  if (before === after) return 'unchanged'
  if (after === 'action-needed') return 'worse'
  const [was, is] = [WEIGHT[before], WEIGHT[after]]
  if (was === null || is === null || was === is) return 'changed'
  // Not knowing is worse than knowing that all is well, and no improvement on a fault.
  if (after === 'cannot-tell') return before === 'action-needed' || isSettling(afterVm) ? 'changed' : 'worse'
  return is > was ? 'worse' : 'better'
}

function serviceChange(id: JudgedServiceId, before: JudgedVm, after: JudgedVm): ServiceChange {
  const [was, is] = [before.vm.services[id], after.vm.services[id]]
  const [verdictWas, verdictIs] = [before.serviceVerdicts[id], after.serviceVerdicts[id]]
  // Without rows there are no statuses to compare: a VM that is off has none.
  if (verdictWas === 'not-running' && verdictIs === 'not-running') return 'unchanged'
  const isSame =
    was.listed === is.listed &&
    was.enabled === is.enabled &&
    was.code === is.code &&
    was.detailCode === is.detailCode &&
    was.kind === is.kind
  if (verdictWas === undefined || verdictIs === undefined) {
    return verdictWas === verdictIs && isSame ? 'unchanged' : 'changed'
  }
  const change = verdictChange(verdictWas, verdictIs, after)
  return change === 'unchanged' && !isSame ? 'changed' : change
}

/** The services of a VM in both checks. What one of them was never asked for cannot be compared. */
export function compareServices(before: JudgedVm, after: JudgedVm): readonly ServiceComparison[] {
  return JUDGED_SERVICES.filter(
    (id) => before.vm.services[id].readState !== 'not-asked' && after.vm.services[id].readState !== 'not-asked',
  ).map((service) => ({ service, change: serviceChange(service, before, after) }))
}

function changed(fact: VmFact, before: string | TextRef | null, after: string | TextRef | null): readonly FactChange[] {
  // What one check does not know is not known to have changed.
  return before === null || after === null || before === after ? [] : [{ fact, before, after }]
}

function guestText({ guest }: Vm): string | null {
  const name = guest.os === 'unknown' ? null : guestName(guest)
  return typeof name === 'string' ? name : null
}

const stateText = ({ state }: Vm): string | TextRef | null =>
  state === 'unknown' ? null : message(`term.state.${state}`)

/** What is not as it was about a VM beside its services. Addresses are left out: they change without meaning anything. */
export function compareFacts(before: Vm, after: Vm, oldHost: Host, newHost: Host): readonly FactChange[] {
  const sameHost = oldHost.name?.toLowerCase() === newHost.name?.toLowerCase()
  return [
    ...changed('name', before.name, after.name),
    ...(before.state === after.state ? [] : changed('state', stateText(before), stateText(after))),
    ...changed('guest', guestText(before), guestText(after)),
    ...changed('kernel', before.guest.kernel, after.guest.kernel),
    ...changed('configuration-version', before.configurationVersion, after.configurationVersion),
    ...(sameHost ? [] : changed('host', oldHost.name, newHost.name)),
  ]
}

/** What became of a VM: its verdict decides, then its services, then its facts. */
export function vmChange(
  before: JudgedVm,
  after: JudgedVm,
  services: readonly ServiceComparison[],
  facts: readonly FactChange[],
): VmChange {
  const byVerdict = verdictChange(before.verdict, after.verdict, after)
  if (byVerdict !== 'unchanged') return byVerdict
  const changes = new Set(services.map(({ change }) => change))
  if (changes.has('worse') !== changes.has('better')) return changes.has('worse') ? 'worse' : 'better'
  return changes.has('changed') || changes.has('worse') || facts.length > 0 ? 'changed' : 'unchanged'
}
