import type { Evidence, Vm } from '../model/snapshot'
import type { PartState } from '../model/worksheet'
import { type JudgedService, pulseOf, servicesToJudge } from './vm-facts'

/** What the worksheet shows behind a silent service: no driver, a part that does not run, or everything running. */
export type SeenCause = 'driver-missing' | 'part-stopped' | 'part-runs'

const NOT_RUNNING: readonly (PartState | undefined)[] = ['stopped', 'disabled', 'missing']
/** Services that the Linux kernel answers for without a daemon. */
const OF_KERNEL: readonly string[] = ['heartbeat', 'shutdown', 'timesync']

/** What somebody saw of the guest's part of a service; undefined without a worksheet, or where it may be of another guest. */
export function partSeen(vm: Vm, service: JudgedService['id']): PartState | undefined {
  return vm.worksheet === undefined || vm.guest.conflict !== null ? undefined : vm.worksheet.parts[service]
}

/** The cause of a service's silence as the worksheet shows it, or null where it shows none. One silent heartbeat explains all. */
export function seenCause(vm: Vm, service: JudgedService['id']): SeenCause | null {
  const pulse = pulseOf(vm)
  if (pulse === 'lost') return null
  const subject = pulse === 'no-contact' ? 'heartbeat' : service
  const state = partSeen(vm, subject)
  if (state === 'running') return 'part-runs'
  if (!NOT_RUNNING.includes(state)) return null
  return vm.worksheet?.system === 'linux' && OF_KERNEL.includes(subject) ? 'driver-missing' : 'part-stopped'
}

const TELLING_NOTHING: readonly string[] = ['no-contact', 'lost-communication', 'incompatible', 'error']

/**
 * Services whose daemon does not run in the guest although the host reports no silence: the kernel agrees on a version
 * without it, and data that was exchanged before stays at the host. Windows starts its services when the host asks.
 */
export function withoutDaemon(vm: Vm): readonly JudgedService[] {
  if (vm.worksheet === undefined || vm.worksheet.system === 'windows' || pulseOf(vm) === 'no-contact') return []
  const services = servicesToJudge(vm)
  const isAlone = services.every(({ listed }) => !listed)
  return services.filter(
    ({ id, enabled, kind, listed }) =>
      !OF_KERNEL.includes(id) &&
      enabled !== false &&
      !TELLING_NOTHING.includes(kind) &&
      // Without a word of the host on any service; file copy is off by default.
      (listed || (isAlone && id !== 'guest-service-interface')) &&
      NOT_RUNNING.includes(partSeen(vm, id)),
  )
}

/** The lines of the worksheet as evidence. */
export function worksheetEvidence(vm: Vm): readonly Evidence[] {
  return vm.worksheet === undefined ? [] : [{ source: 'worksheet', value: vm.worksheet.lines }]
}
