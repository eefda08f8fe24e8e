import type { Host, Vm } from '../model/snapshot'
import type { RuleContext } from './rule'
import { type JudgedService, latestHostBuild, servicesWith } from './vm-facts'

/** Why host and guest speak different protocol versions, and so what follows. The causes exclude each other. */
export type MismatchCause =
  | 'non-windows'
  | 'other-guest'
  | 'guest-unknown'
  | 'timesync-by-design'
  | 'timesync-release-unknown'
  | 'guest-newer-than-host'
  | 'windows-outdated'

/** First build of Windows 10; Server 2016 came after it. Guests below it are the ones KB 4014894 speaks of. */
const WINDOWS_10_BUILD = 10240

function windowsTimesyncCause(build: number | null, host: Host): MismatchCause | null {
  const olderGuest = build !== null && build < WINDOWS_10_BUILD
  if (olderGuest && host.is2016OrLater === true) return 'timesync-by-design'
  const couldBeByDesign = (build === null || olderGuest) && host.is2016OrLater !== false
  return couldBeByDesign ? 'timesync-release-unknown' : null
}

function causeOf(vm: Vm, service: JudgedService, host: Host): MismatchCause {
  const { os, build } = vm.guest
  if (os === 'linux' || os === 'freebsd') return 'non-windows'
  if (os === 'other') return 'other-guest'
  if (os === 'unknown') return 'guest-unknown'
  const timesync = service.id === 'timesync' ? windowsTimesyncCause(build, host) : null
  if (timesync !== null) return timesync
  return isNewerThanHost(vm, host) ? 'guest-newer-than-host' : 'windows-outdated'
}

/** Whether a guest's Windows is newer than its host's, as far as both are known. Then the host is the older part. */
export function isNewerThanHost({ guest }: Vm, host: Host): boolean {
  const hostBuild = latestHostBuild(host)
  return guest.build !== null && hostBuild !== null && guest.build > hostBuild
}

/** The switched-on services with a protocol version mismatch ([3], [3, 32775], [2, 32775]) that have one cause. */
export function mismatchesBecause(vm: Vm, context: RuleContext, cause: MismatchCause): readonly JudgedService[] {
  return servicesWith(vm, 'mismatch').filter((service) => causeOf(vm, service, context.host) === cause)
}
