import { secondsOf } from '../decode/instant'
import type { DeviceEvent, Vm } from '../model/snapshot'
import type { RuleContext } from './rule'
import { phaseOf } from './vm-facts'

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
