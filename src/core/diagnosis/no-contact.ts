import { serviceAbsent, type ServiceAbsence } from '../knowledge/service-absence'
import type { Vm } from '../model/snapshot'
import { askGuestAlive } from './questions'
import type { RuleContext } from './rule'
import { seenCause, type SeenCause } from './seen-in-guest'
import { type JudgedService, justStarted, pulseOf, servicesWith } from './vm-facts'

/** Why a service has had no contact. Each cause has one rule; the causes exclude each other. */
export type NoContactCause =
  | 'just-started'
  | 'not-in-guest'
  | 'no-heartbeat'
  | 'heartbeat-lost'
  | 'heartbeat-unknown'
  | 'no-daemon'
  | 'part-missing'
  | SeenCause

/** A silent service with the cause of its silence. */
export interface SilentService {
  readonly service: JudgedService
  readonly cause: NoContactCause
  /** Filled for `not-in-guest` and `no-daemon`. */
  readonly absence: ServiceAbsence | null
}

function causeOf(
  vm: Vm,
  service: JudgedService,
  absence: ServiceAbsence | null,
  told: RuleContext['told'],
): NoContactCause {
  if (justStarted(vm)) return 'just-started'
  const isNever = absence?.reason === 'guest-never-had' || absence?.reason === 'host-too-old'
  if (isNever && service.id !== 'heartbeat') return 'not-in-guest'
  // What somebody saw inside the guest is surer than what follows from the other services.
  const seen = seenCause(vm, service.id)
  if (seen !== null && (absence === null || seen === 'part-runs')) return seen
  if (service.id === 'heartbeat') return 'no-heartbeat'
  const pulse = pulseOf(vm)
  // Where no heartbeat was read, a person who sees the guest run is as good.
  switch (pulse === 'unknown' && told[askGuestAlive.id] === 'yes' ? 'answers' : pulse) {
    case 'no-contact':
      return 'no-heartbeat'
    case 'lost':
      return 'heartbeat-lost'
    case 'unknown':
      return 'heartbeat-unknown'
    case 'answers':
      return absence === null ? 'part-missing' : 'no-daemon'
  }
}

/** Every switched-on service with status 12 (not installed or not yet contacted), each with its one cause. */
export function silentServices(vm: Vm, context: RuleContext): readonly SilentService[] {
  return servicesWith(vm, 'no-contact').map((service) => {
    const absence = vm.guest.source === 'none' ? null : serviceAbsent(vm.guest, context.host, service.id)
    return { service, cause: causeOf(vm, service, absence, context.told), absence }
  })
}

/** The silent services with one cause. */
export function silentBecause(vm: Vm, context: RuleContext, cause: NoContactCause): readonly SilentService[] {
  return silentServices(vm, context).filter((silent) => silent.cause === cause)
}
