import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { JudgedServiceId } from '../../model/service'
import type { Guest, Host } from '../../model/snapshot'
import {
  lookAtFreebsd,
  lookAtFreebsdGuest,
  lookAtFreebsdVersion,
  restartFreebsdDaemon,
  upgradeFreebsd,
} from './freebsd'
import { loadModule, lookAtKernelLog, lookAtModule } from './linux-module'
import { COMMON_SETS, LOOK_AT_DAEMONS, needsDaemon, packagesOf, packagesOfSet, RESTART_DAEMONS } from './linux-packages'
import { stepsOfSystem } from './of-system'
import {
  askMaker,
  checkAgain,
  guestStep,
  isMakersBusiness,
  labelled,
  lookStep,
  openConsole,
  personStep,
  restartVm,
} from './step'
import {
  installServices,
  lookAtServicesVersion,
  lookAtWindows,
  restartWindowsService,
  startWindowsService,
} from './windows-service'
import { stepsForWindowsUpdate } from './windows-update'

const LINUX = message('term.guest.linux')

const secureBoot: Step = {
  text: message('step.secure-boot'),
  where: 'host',
  command: null,
  rights: 'hyperv-admin',
  risk: 'restart',
}

function startImageSteps(guest: Guest): readonly Step[] {
  const command = packagesOf(guest)?.startImage ?? null
  return command === null ? [] : [guestStep(message('step.linux.start-image'), command, 'restart')]
}

/** How to find out why a running VM's guest does not answer the heartbeat at all, and what to do then. */
export function stepsForNoHeartbeat(guest: Guest): readonly Step[] {
  if (isMakersBusiness(guest)) return [openConsole, askMaker(guest), restartVm]
  switch (guest.os) {
    case 'linux':
      return [openConsole, lookAtModule('heartbeat'), ...loadModule(guest), ...startImageSteps(guest), secureBoot]
    case 'windows':
      return [openConsole, lookAtWindows, startWindowsService('heartbeat'), ...installServices(guest), restartVm]
    case 'freebsd':
      return [openConsole, ...lookAtFreebsdGuest(guest), secureBoot]
    default:
      return [
        openConsole,
        labelled(LINUX, lookAtModule('heartbeat')),
        labelled('Windows', lookAtWindows),
        labelled('FreeBSD', lookAtFreebsd),
        ...loadModule(guest).map((step) => labelled(LINUX, step)),
        labelled('Windows', startWindowsService('heartbeat')),
        secureBoot,
      ]
  }
}

/** What to look at, and what to do then: apart, so that looking can come first whatever the guest is. */
interface Remedy {
  readonly looks: readonly Step[]
  readonly fixes: readonly Step[]
}

function linuxRemedy(service: JudgedServiceId, guest: Guest): Remedy {
  if (!needsDaemon(service)) return { looks: [lookAtModule(service), lookAtKernelLog], fixes: [] }
  const text = message('step.linux.look-daemon', { service: message(`term.service.${service}`) })
  const restart = message('step.restart-part')
  const packages = packagesOf(guest)
  if (packages === null) {
    return {
      looks: [lookStep(text, LOOK_AT_DAEMONS), lookAtKernelLog],
      fixes: [guestStep(restart, RESTART_DAEMONS, 'restart')],
    }
  }
  const unit = packages.unit[service]
  return {
    looks: [
      lookStep(text, packages.look(unit)),
      lookStep(message('step.linux.look-daemon-log'), packages.log(unit), 'guest-admin'),
    ],
    fixes: [guestStep(restart, packages.restart(unit), 'restart')],
  }
}

function remedyOf(service: JudgedServiceId, guest: Guest): Remedy {
  switch (guest.os) {
    case 'linux':
      return linuxRemedy(service, guest)
    case 'windows':
      return { looks: [lookAtWindows], fixes: [restartWindowsService(service)] }
    case 'freebsd':
      return { looks: lookAtFreebsdGuest(guest), fixes: restartFreebsdDaemon(service) }
    default: {
      const linux = linuxRemedy(service, guest)
      const fixes = [
        ...linux.fixes.map((step) => labelled(LINUX, step)),
        labelled('Windows', restartWindowsService(service)),
        ...restartFreebsdDaemon(service).map((step) => labelled('FreeBSD', step)),
      ]
      const looks = [labelled('Windows', lookAtWindows), labelled('FreeBSD', lookAtFreebsd)]
      return { looks: [openConsole, ...linux.looks.map((step) => labelled(LINUX, step)), ...looks], fixes }
    }
  }
}

/** Looks at the guest's part of a service and restarts it; the whole VM only as the last way, or the only one. */
function restartPart(service: JudgedServiceId, guest: Guest): readonly Step[] {
  if (isMakersBusiness(guest)) return [askMaker(guest), restartVm]
  const { looks, fixes } = remedyOf(service, guest)
  return [...looks, ...fixes, restartVm]
}

const lookAtLoad = personStep(message('step.look-load'))

/** What to do about a service that answered and no longer does; for the heartbeat the whole guest is meant. */
export function stepsForLost(service: JudgedServiceId, guest: Guest): readonly Step[] {
  return service === 'heartbeat' ? [openConsole, lookAtLoad, restartVm] : restartPart(service, guest)
}

/** What to do about a service that reports an error or a timeout: such a state can pass, so it is read again first. */
export function stepsToRestartService(service: JudgedServiceId, guest: Guest): readonly Step[] {
  return [checkAgain, ...stepsForLost(service, guest)]
}

function upgradeAnyLinux(guest: Guest): readonly Step[] {
  return COMMON_SETS.map(({ set, name }) =>
    labelled(name, guestStep(message('step.linux.upgrade'), packagesOfSet(set, guest).upgrade, 'restart')),
  )
}

const lookAtKernel = lookStep(message('step.look-version'), 'uname -r; cat /etc/os-release')
const updateWindows = guestStep(message('step.windows.update'), null, 'restart')

function incompatible(guest: Guest): readonly Step[] {
  if (isMakersBusiness(guest)) return [askMaker(guest)]
  switch (guest.os) {
    case 'linux': {
      const packages = packagesOf(guest)
      if (packages !== null) {
        return [lookAtKernel, guestStep(message('step.linux.upgrade'), packages.upgrade, 'restart')]
      }
      return guest.family === null ? [lookAtKernel, ...upgradeAnyLinux(guest)] : [lookAtKernel, askMaker(guest)]
    }
    case 'freebsd':
      return guest.family === 'freebsd' || guest.family === null
        ? [lookAtFreebsdVersion, upgradeFreebsd]
        : [lookAtFreebsdVersion, askMaker(guest)]
    default:
      return [
        openConsole,
        labelled(LINUX, lookAtKernel),
        labelled('Windows', lookAtServicesVersion),
        labelled('FreeBSD', lookAtFreebsdVersion),
        ...upgradeAnyLinux(guest),
        labelled('Windows', updateWindows),
        labelled('FreeBSD', upgradeFreebsd),
      ]
  }
}

const incompatibleSystem = stepsOfSystem(incompatible)

/**
 * What to do where host and guest have no protocol version in common: the guest's system has to become newer, and with
 * Windows its integration services, in the way that its host offers. `kvpEnabled`: see `stepsForWindowsUpdate`.
 */
export function stepsForIncompatible(guest: Guest, host: Host, kvpEnabled: boolean | null): readonly Step[] {
  return guest.os === 'windows' ? stepsForWindowsUpdate(guest, host, kvpEnabled) : incompatibleSystem(guest)
}
