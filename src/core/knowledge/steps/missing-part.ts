import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { JudgedServiceId } from '../../model/service'
import type { Guest } from '../../model/snapshot'
import { versionNumbers } from '../versions'
import { lookAtFreebsd, lookAtFreebsdGuest, startFreebsdDaemon } from './freebsd'
import {
  COMMON_SETS,
  type DaemonService,
  hasUserSpaceFileCopy,
  LOOK_AT_DAEMONS,
  needsDaemon,
  type Packages,
  packageSetOf,
  packagesOf,
  packagesOfSet,
  silentPartOf,
} from './linux-packages'
import { loadModule, lookAtKernelLog, lookAtModule } from './linux-module'
import {
  askMaker,
  checkAgain,
  guestLabel,
  guestStep,
  isMakersBusiness,
  labelled,
  lookStep,
  openConsole,
  personStep,
} from './step'
import { stepsOfSystem } from './of-system'
import { installServices, lookAtWindows, lookAtWriters, startWindowsService } from './windows-service'

/** Families whose package name rests on the family they are built from, not on a page of their own. */
const UNCONFIRMED_PACKAGE = ['amazon-linux', 'parrot', 'manjaro']

/** CentOS is closed and its package sources have moved to an archive. */
const USE_ARCHIVE =
  "sed -i.bak -e 's|^mirrorlist=|#mirrorlist=|' -e 's|^#* *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/CentOS-*.repo"

function isArchived(guest: Guest): boolean {
  return guest.family === 'centos' || (guest.family === 'centos-stream' && versionNumbers(guest.version ?? '')[0] === 8)
}

function isRedHat5(guest: Guest): boolean {
  return packageSetOf(guest) === 'redhat' && versionNumbers(guest.version ?? '')[0] === 5
}

function lookAtDaemon(service: DaemonService, packages: Packages | null): Step {
  const text = message('step.linux.look-daemon', { service: message(`term.service.${service}`) })
  return lookStep(text, packages === null ? LOOK_AT_DAEMONS : packages.look(packages.unit[service]))
}

function installSteps(service: DaemonService, guest: Guest, packages: Packages): Step[] {
  const steps: Step[] = []
  const params = { guest: guestLabel(guest) }
  if (isArchived(guest)) steps.push(guestStep(message('step.linux.archive', params), USE_ARCHIVE))
  if (packages.install === null) {
    const setting = 'virtualisation.hypervGuest.enable = true;'
    return [guestStep(message('step.linux.nixos', { setting }), packages.start(''))]
  }
  const isSure = guest.family === null || !UNCONFIRMED_PACKAGE.includes(guest.family)
  const install = isSure ? message('step.linux.install') : message('step.linux.install-unconfirmed', params)
  steps.push(guestStep(install, packages.install))
  if (service === 'guest-service-interface' && hasUserSpaceFileCopy(guest)) {
    steps.push(guestStep(message('step.linux.file-copy-module'), 'modprobe uio_hv_generic'))
  }
  steps.push(guestStep(message('step.linux.start'), packages.start(packages.unit[service])))
  if (packageSetOf(guest) === 'ubuntu') steps.push(personStep(message('step.linux.newer-kernel'), 'restart'))
  return steps
}

/** Install and start in one line each, for every distribution it may be. */
function stepsOfAnyLinux(service: DaemonService, guest: Guest): Step[] {
  return COMMON_SETS.map(({ set, name }) => {
    const packages = packagesOfSet(set, guest)
    const command = `${packages.install ?? ''} && ${packages.start(packages.unit[service])}`
    return labelled(name, guestStep(message('step.linux.install-and-start'), command))
  })
}

/** Where the kernel itself should have answered, its module comes first; the function behind it needs the daemon all the same. */
function linuxSteps(service: JudgedServiceId, guest: Guest): readonly Step[] {
  if (!needsDaemon(service)) return [lookAtModule(service), ...loadModule(guest)]
  const kernel = silentPartOf(service, guest) === 'both' ? [lookAtModule(service), lookAtKernelLog] : []
  return [...kernel, ...daemonSteps(service, guest)]
}

function daemonSteps(service: DaemonService, guest: Guest): readonly Step[] {
  const packages = packagesOf(guest)
  if (isRedHat5(guest)) return [lookAtDaemon(service, null), personStep(message('step.linux.download-only'))]
  if (packages !== null) return [lookAtDaemon(service, packages), ...installSteps(service, guest, packages)]
  if (guest.family !== null) return [lookAtDaemon(service, null), askMaker(guest)]
  return [lookAtDaemon(service, null), ...stepsOfAnyLinux(service, guest)]
}

function stepsOfAnyGuest(service: JudgedServiceId, guest: Guest): readonly Step[] {
  const linux = message('term.guest.linux')
  const isOnFreebsd = service !== 'guest-service-interface'
  const looks = needsDaemon(service) ? lookAtDaemon(service, null) : lookAtModule(service)
  const fixes = needsDaemon(service)
    ? stepsOfAnyLinux(service, guest)
    : loadModule(guest).map((step) => labelled(linux, step))
  return [
    openConsole,
    labelled(linux, looks),
    labelled('Windows', lookAtWindows),
    ...(isOnFreebsd ? [labelled('FreeBSD', lookAtFreebsd)] : []),
    ...fixes,
    labelled('Windows', startWindowsService(service)),
    ...(isOnFreebsd ? startFreebsdDaemon(service).map((step) => labelled('FreeBSD', step)) : []),
  ]
}

function partSteps(service: JudgedServiceId, guest: Guest): readonly Step[] {
  switch (guest.os) {
    case 'linux':
      return linuxSteps(service, guest)
    case 'freebsd':
      return [...lookAtFreebsdGuest(guest), ...startFreebsdDaemon(service)]
    case 'windows':
      return [lookAtWindows, ...lookAtWriters(service), startWindowsService(service), ...installServices(guest)]
    default:
      return stepsOfAnyGuest(service, guest)
  }
}

function missingPart(service: JudgedServiceId, guest: Guest): readonly Step[] {
  // FreeBSD has no file copy, so nothing there can be missing that a person could install.
  const isHopeless = guest.os === 'freebsd' && service === 'guest-service-interface'
  if (isMakersBusiness(guest) || isHopeless) return [askMaker(guest)]
  return [...partSteps(service, guest), checkAgain]
}

/**
 * How to bring back a service that the host has had no contact with while the guest itself answers: look first, then install
 * and start its part, then check again. For a guest nobody knows, one way per system that it can be, each said to be for that
 * system.
 */
export const stepsForMissingPart = stepsOfSystem(missingPart)

/**
 * How to bring back a service whose part somebody has seen missing or not running in the guest: no looking, and nothing is
 * installed that is there already.
 */
export function stepsForSeenPart(service: JudgedServiceId, guest: Guest, isInstalled: boolean): readonly Step[] {
  if (isMakersBusiness(guest)) return [askMaker(guest)]
  const packages = guest.os === 'linux' ? packagesOf(guest) : null
  if (needsDaemon(service) && packages !== null && !isRedHat5(guest)) {
    const start = guestStep(message('step.linux.start'), packages.start(packages.unit[service]))
    return [...(isInstalled ? [start] : installSteps(service, guest, packages)), checkAgain]
  }
  if (guest.os === 'windows') {
    return [...(isInstalled ? [startWindowsService(service)] : installServices(guest)), checkAgain]
  }
  if (guest.os === 'freebsd' && needsDaemon(service)) return [...startFreebsdDaemon(service), checkAgain]
  return stepsForMissingPart(service, guest)
}

/** How to bring in the driver that somebody has seen missing in a Linux guest; without a VM bus the kernel itself lacks it. */
export function stepsToLoadDriver(guest: Guest, isBusMissing: boolean): readonly Step[] {
  if (isMakersBusiness(guest)) return [askMaker(guest)]
  const kernel = guestStep(message('step.linux.own-kernel'), null)
  return isBusMissing ? [kernel, checkAgain] : [...loadModule(guest), checkAgain]
}
