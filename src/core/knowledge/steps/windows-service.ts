import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { JudgedServiceId } from '../../model/service'
import type { Guest } from '../../model/snapshot'
import { windowsReleaseOf } from '../windows-releases'
import { guestStep, lookStep } from './step'

/** Names of the guest halves; the same in every display language. */
export const SERVICE_NAMES: Readonly<Record<JudgedServiceId, string>> = {
  heartbeat: 'vmicheartbeat',
  kvp: 'vmickvpexchange',
  shutdown: 'vmicshutdown',
  timesync: 'vmictimesync',
  vss: 'vmicvss',
  'guest-service-interface': 'vmicguestinterface',
}

export const lookAtWindows: Step = lookStep(message('step.windows.look'), 'Get-Service vmic*')

/** For backup: whether Windows' own writers are well, on which the service depends. */
export function lookAtWriters(service: JudgedServiceId): readonly Step[] {
  return service === 'vss' ? [lookStep(message('step.windows.writers'), 'vssadmin list writers', 'guest-admin')] : []
}

/** Sets the service to its default start type, by trigger from the host, and starts it. */
export function startWindowsService(service: JudgedServiceId): Step {
  const name = SERVICE_NAMES[service]
  return guestStep(message('step.windows.start'), `Set-Service ${name} -StartupType Manual; Start-Service ${name}`)
}

/**
 * Older releases come without the services, or without one of them, until their integration services are installed or
 * updated; how depends on the host. None for Windows 10 / Server 2016 and later, which have them built in.
 */
export function installServices(guest: Guest): readonly Step[] {
  const isBuiltIn = windowsReleaseOf(guest.family)?.update === 'windows-update'
  return isBuiltIn ? [] : [guestStep(message('step.windows.install'), null, 'restart')]
}

/** Restarts the guest half of a service. */
export function restartWindowsService(service: JudgedServiceId): Step {
  return guestStep(message('step.restart-part'), `Restart-Service ${SERVICE_NAMES[service]}`, 'restart')
}

/** Version of the integration services as the guest has them. */
export const lookAtServicesVersion: Step = lookStep(
  message('step.windows.look-version'),
  String.raw`reg query "HKLM\SOFTWARE\Microsoft\Virtual Machine\Auto" /v IntegrationServicesVersion`,
)
