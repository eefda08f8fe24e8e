import { JUDGED_SERVICES, type JudgedServiceId } from '../model/service'
import { applianceOf, familyOfName } from '../knowledge/guest-families'
import { hostReleaseOfBuild } from '../knowledge/host-releases'
import type { Evidence, Guest, Host, Service, StatusKind, Vm } from '../model/snapshot'
import type { TextParam, TextRef } from '../model/text'
import { message } from '../i18n/translate'

/** Whether a VM's services can be judged now, and if not, why. */
export type Phase = 'running' | 'not-running' | 'in-transition' | 'unknown'

/** `Msvm_ComputerSystem.OperationalStatus[1]` of a VM that is being moved to another host. */
const MIGRATING = 32774

/** True while the VM is being moved to another host: it can be listed on both. */
export function isMigrating(vm: Vm): boolean {
  return vm.operationCode === MIGRATING
}

/** The phase that decides which rules apply. */
export function phaseOf(vm: Vm): Phase {
  if (isMigrating(vm)) return 'in-transition'
  switch (vm.state) {
    case 'running':
      return 'running'
    case 'off':
    case 'saved':
    case 'paused':
      return 'not-running'
    case 'unknown':
      return 'unknown'
    default:
      return 'in-transition'
  }
}

/** A service as rules see it: one of the six that count. */
export type JudgedService = Service & { readonly id: JudgedServiceId }

/**
 * A function of a VM's services alone that remembers its results: some sixty rules ask the same of each of ten thousand VMs,
 * and VMs whose rows say the same share their services.
 */
export function ofServices<Output>(compute: (services: Vm['services']) => Output): (vm: Vm) => Output {
  const known = new WeakMap<Vm['services'], { readonly output: Output }>()
  return ({ services }) => {
    let hit = known.get(services)
    if (hit === undefined) {
      hit = { output: compute(services) }
      known.set(services, hit)
    }
    return hit.output
  }
}

interface ServiceLists {
  readonly judged: readonly JudgedService[]
  readonly reported: readonly JudgedService[]
  /** Without guesses. */
  readonly byKind: ReadonlyMap<StatusKind, readonly JudgedService[]>
}

const NONE: readonly JudgedService[] = []
const NO_SERVICES: ServiceLists = { judged: NONE, reported: NONE, byKind: new Map() }

function judgedOf(services: Vm['services']): readonly JudgedService[] {
  return JUDGED_SERVICES.map((id) => services[id] as JudgedService)
}

/** Of the six services that count, those that are switched on and listed, guesses from a text included. */
export function reportedOf(services: Vm['services']): readonly JudgedService[] {
  return judgedOf(services).filter((service) => service.listed && service.enabled !== false)
}

const listsOfServices = ofServices((services): ServiceLists => {
  const reported = reportedOf(services)
  const byKind = new Map<StatusKind, JudgedService[]>()
  for (const service of reported) {
    if (service.guessed !== true) byKind.set(service.kind, [...(byKind.get(service.kind) ?? []), service])
  }
  return { judged: judgedOf(services), reported, byKind }
})

function listsOf(vm: Vm): ServiceLists {
  return phaseOf(vm) === 'running' ? listsOfServices(vm) : NO_SERVICES
}

/** The six services that count, of a running VM; none of any other, whose statuses are of before. */
export function servicesToJudge(vm: Vm): readonly JudgedService[] {
  return listsOf(vm).judged
}

/** Services that are switched on and listed, guesses from a text included. */
export function reportedServices(vm: Vm): readonly JudgedService[] {
  return listsOf(vm).reported
}

/** Services that are switched on and listed and whose status means one of `kinds`. */
export function servicesWith(vm: Vm, ...kinds: readonly StatusKind[]): readonly JudgedService[] {
  const { byKind, reported } = listsOf(vm)
  const [first, another] = kinds
  if (first !== undefined && another === undefined) return byKind.get(first) ?? NONE
  return reported.filter((service) => service.guessed !== true && kinds.includes(service.kind))
}

/** What the heartbeat says about the guest: the only proof of life in one reading. */
export type Pulse = 'answers' | 'no-contact' | 'lost' | 'unknown'

/** Whether the guest answers the host at all. */
export function pulseOf(vm: Vm): Pulse {
  const { listed, enabled, kind, guessed } = vm.services.heartbeat
  if (!listed || enabled === false || guessed === true) return 'unknown'
  switch (kind) {
    case 'ok':
    case 'ok-no-application-data':
    case 'mismatch':
    case 'application-critical':
      return 'answers'
    case 'no-contact':
      return 'no-contact'
    case 'lost-communication':
      return 'lost'
    default:
      return 'unknown'
  }
}

/** Where it is known from that the guest runs, for a rule that takes it for running: its heartbeat, else a person's word. */
export function lifeSign(vm: Vm): 'heartbeat' | 'told' {
  return pulseOf(vm) === 'answers' ? 'heartbeat' : 'told'
}

/** Seconds within which a silent service of a started VM is still booting. */
export const STARTING_SECONDS = 300

/** True where the host's counter or its event log says that the guest started less than five minutes ago. Unknown counts as longer. */
export function justStarted(vm: Vm): boolean {
  return vm.secondsSinceStart !== null && vm.secondsSinceStart < STARTING_SECONDS
}

/** The guest as it is named in a sentence, with its release where that is known. */
export function guestName(guest: Pick<Guest, 'os' | 'name' | 'version'>): string | TextRef {
  if (guest.name === null) return message(`term.guest.${guest.os}`)
  return guest.version === null || guest.name.includes(guest.version) ? guest.name : `${guest.name} ${guest.version}`
}

/** The product behind a guest that reports the name of the system it is built on; null where the name is its own. */
function productBehind({ family, name }: Guest): string | null {
  const product = applianceOf(family)
  if (product === null || name === null || name === product.name) return null
  return familyOfName(name, null)?.id === product.id ? null : product.name
}

/**
 * The guest inside a sentence about its VM: one that is only known to be something else is "this system", and a product is
 * called by its own name, since what is said of it is not true of the system it is built on.
 */
export function guestInSentence(guest: Guest): string | TextRef {
  if (guest.os === 'other' && guest.name === null) return message('term.guest.this-system')
  return productBehind(guest) ?? guestName(guest)
}

/** The host as it is named in a sentence. */
export function hostName(host: Host): string | TextRef {
  return host.os ?? message('term.unknown-host')
}

/** A raw value as it is shown beside a sentence: numbers in brackets as the host gave them. */
export function rawText(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replaceAll(',', ', ')
}

/**
 * What Hyper-V reports a VM as critical by: HealthState 20 or 25, else the "...Critical" state, beside which the health
 * can be anything. A pasted text gives that state as a word, not as a number.
 */
export function criticalText(vm: Vm): TextParam {
  if (vm.conditionCode === 3 && vm.healthState !== 20 && vm.healthState !== 25) return 'OperationalStatus 3'
  if (vm.healthState === 20 || vm.healthState === 25) return `HealthState ${rawText(vm.healthEvidence.value)}`
  return vm.partial === true ? message('term.state.critical') : `EnabledState ${rawText(vm.stateEvidence.value)}`
}

/** The first number of the VM's own status, as evidence. */
export function conditionEvidence(vm: Vm): Evidence {
  return { source: 'Msvm_ComputerSystem.OperationalStatus[0]', value: vm.conditionCode ?? null }
}

/** What a critical state was read from. */
export function criticalEvidence(vm: Vm): readonly Evidence[] {
  return [vm.stateEvidence, vm.healthEvidence, ...(vm.conditionCode === 3 ? [conditionEvidence(vm)] : [])]
}

/** Evidence of who the guest is, where there is any. */
export function guestEvidence(guest: Guest): readonly Evidence[] {
  return guest.evidence === null ? [] : [guest.evidence]
}

/** A piece of evidence and who the guest is, as far as that is known. */
export function besideGuest(evidence: Evidence, guest: Guest): readonly Evidence[] {
  return guest.evidence === null ? [evidence] : [evidence, guest.evidence]
}

/** The host's build; where only its product name was read, the last build of that release; null where neither tells. */
export function latestHostBuild(host: Host): number | null {
  return host.build ?? hostReleaseOfBuild(null, host.os)?.builds[1] ?? null
}

/** The host's build as evidence, where a verdict rests on which of the two is older; its name where only that was read. */
export function hostBuildEvidence(host: Host): Evidence {
  if (host.build === null) return { source: 'Win32_OperatingSystem.Caption', value: host.os }
  return { source: 'Win32_OperatingSystem.BuildNumber', value: host.build }
}
