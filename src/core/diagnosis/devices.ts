import { secondsOf } from '../decode/instant'
import { message } from '../i18n/translate'
import type { DeviceEvent, Vm } from '../model/snapshot'
import type { TextParam } from '../model/text'
import { causeOfGuest, hasMismatch, type MismatchCause } from './mismatch'
import type { RuleContext, RuleHit } from './rule'
import { besideGuest, phaseOf } from './vm-facts'

/** Devices connect while the guest boots; an event older than that is about an earlier start. */
const CONNECTING_SECONDS = 120

/**
 * The device events that are about the guest as it runs now, the newest per device. A refusal that was followed by a
 * successful connection is over (KB 972108: negotiation goes on after a refused version).
 */
export function currentDevices(vm: Vm, context: RuleContext): readonly DeviceEvent[] {
  if (vm.events.devices.length === 0 || phaseOf(vm) !== 'running') return []
  const readAt = secondsOf(context.checkedAt)
  if (readAt === null) return []
  const startedAt = vm.secondsSinceStart === null ? null : readAt - vm.secondsSinceStart - CONNECTING_SECONDS
  const newest = new Map<string, DeviceEvent>()
  for (const event of vm.events.devices) {
    if (startedAt === null || event.seconds >= startedAt) newest.set(`${event.subject} ${event.device ?? ''}`, event)
  }
  return [...newest.values()]
}

/** The device as a sentence names it: by the host's own name for it, else by its kind. */
export function deviceName({ device, subject }: DeviceEvent): TextParam {
  return device ?? message(`term.device.${subject}`)
}

function saidBy({ isStatus, isSummary }: DeviceEvent): 'status' | 'summary' | 'event' {
  if (isSummary === true) return 'summary'
  return isStatus === true ? 'status' : 'event'
}

/** "Update required" about the integration services as a whole says again what a service says of itself. */
function isSaidByService(event: DeviceEvent, vm: Vm): boolean {
  return saidBy(event) !== 'event' && event.subject === 'integration-services' && hasMismatch(vm)
}

/**
 * The devices that work with another version than the host's (event 23014, or 6 of storvsp, or a status text), where what
 * follows has one cause; guesses from a text left out. Same causes and same evidence as for the services.
 */
export function devicesBecause(vm: Vm, context: RuleContext, cause: MismatchCause): readonly RuleHit[] {
  const devices = currentDevices(vm, context).filter(
    (event) => event.loaded && event.guessed !== true && !isSaidByService(event, vm),
  )
  if (devices.length === 0 || causeOfGuest(vm, context) !== cause) return []
  return devices.map((event) => ({
    service: null,
    evidence: besideGuest(event.evidence, vm.guest),
    params: {
      device: deviceName(event),
      said: saidBy(event),
      part: event.subject === 'integration-services' ? 'whole' : 'device',
    },
  }))
}
