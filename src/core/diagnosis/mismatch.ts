import type { Host, Vm } from '../model/snapshot'
import type { RuleContext } from './rule'
import { windowsReleaseOf } from '../knowledge/windows-releases'
import { askMaker, askWindowsBuild } from './questions'
import { type JudgedService, latestHostBuild, ofServices, phaseOf, reportedOf } from './vm-facts'

/** Why host and guest speak different protocol versions, and so what follows. The causes exclude each other. */
export type MismatchCause =
  | 'non-windows'
  | 'other-guest'
  | 'maker-says'
  | 'guest-unknown'
  | 'timesync-by-design'
  | 'timesync-release-unknown'
  | 'guest-newer-than-host'
  | 'windows-build-unknown'
  | 'windows-outdated'

/** First build of Windows 10; Server 2016 came after it. Guests below it are the ones KB 4014894 speaks of. */
const WINDOWS_10_BUILD = 10240

function windowsTimesyncCause(vm: Vm, host: Host): MismatchCause | null {
  const builds = windowsBuildsOf(vm)
  const olderGuest = builds !== null && builds[1] < WINDOWS_10_BUILD
  if (olderGuest && host.is2016OrLater === true) return 'timesync-by-design'
  const couldBeByDesign = (builds === null || olderGuest) && host.is2016OrLater !== false
  return couldBeByDesign ? 'timesync-release-unknown' : null
}

/** Why this guest speaks another version than its host, as far as no single service is a case of its own. */
export function causeOfGuest(vm: Vm, { host, told }: RuleContext): MismatchCause {
  const { os } = vm.guest
  if (os === 'linux' || os === 'freebsd') return 'non-windows'
  if (os === 'other') return told[askMaker.id] === 'yes' ? 'maker-says' : 'other-guest'
  if (os === 'unknown') return 'guest-unknown'
  const age = ageOfWindows(vm, host, told)
  if (age === 'open') return 'windows-build-unknown'
  return age === 'newer' ? 'guest-newer-than-host' : 'windows-outdated'
}

function causeOf(vm: Vm, service: JudgedService, context: RuleContext): MismatchCause {
  const isTimeOfWindows = vm.guest.os === 'windows' && service.id === 'timesync'
  return (isTimeOfWindows ? windowsTimesyncCause(vm, context.host) : null) ?? causeOfGuest(vm, context)
}

/**
 * First and last build that a Windows guest can have: one and the same where it named its build itself, those of its release
 * where only its name arrived; null where neither did.
 */
export function windowsBuildsOf({ guest }: Vm): readonly [number, number] | null {
  const release = windowsReleaseOf(guest.family)
  const isSaid = guest.evidence?.source.includes('answer') === true && guest.build === release?.builds[0]
  // A server release is one build, give or take a flavour; a client goes on for years under one name.
  if (release?.kind === 'client' && (guest.build === null || isSaid)) return release.builds
  const build = guest.build ?? release?.builds[0] ?? null
  return build === null ? null : [build, build]
}

/**
 * Whether a guest's Windows is newer than its host's, as far as both are known; then the host is the older part. `open`
 * where only a release is known whose builds lie on both sides of the host's: Windows 10 on Windows Server 2019.
 */
function ageOfWindows(vm: Vm, host: Host, told: RuleContext['told']): 'newer' | 'not-newer' | 'open' {
  const hostBuild = latestHostBuild(host)
  const builds = windowsBuildsOf(vm)
  if (hostBuild === null || builds === null) return 'not-newer'
  if (builds[0] > hostBuild) return 'newer'
  if (builds[1] <= hostBuild) return 'not-newer'
  const said = told[askWindowsBuild.id]
  return said === 'newer' ? 'newer' : said === 'older' ? 'not-newer' : 'open'
}

/** A second row of the class can show the mismatch that the severest row, which says nothing, would hide. */
function withMismatch(service: JudgedService): JudgedService | null {
  if (service.kind === 'mismatch') return service
  const other = service.others?.find(({ kind }) => kind === 'mismatch')
  return other === undefined ? null : { ...service, kind: 'mismatch', statusEvidence: other.statusEvidence }
}

const mismatchesOf = ofServices((services): readonly JudgedService[] =>
  reportedOf(services)
    .filter((service) => service.guessed !== true)
    .flatMap((service) => withMismatch(service) ?? []),
)

/** Whether any switched-on service of a running VM reports a protocol version mismatch. */
export function hasMismatch(vm: Vm): boolean {
  return phaseOf(vm) === 'running' && mismatchesOf(vm).length > 0
}

/** The switched-on services with a protocol version mismatch ([3], [3, 32775], [2, 32775]) that have one cause. */
export function mismatchesBecause(vm: Vm, context: RuleContext, cause: MismatchCause): readonly JudgedService[] {
  if (phaseOf(vm) !== 'running') return []
  return mismatchesOf(vm).filter((service) => causeOf(vm, service, context) === cause)
}
