import { message } from '../../i18n/translate'
import type { Step } from '../../model/diagnosis'
import type { Guest, Host } from '../../model/snapshot'
import type { WindowsUpdateWay } from '../schema'
import { windowsReleaseOf } from '../windows-releases'
import { guestStep } from './step'
import { lookAtServicesVersion } from './windows-service'

/** Windows Update offers integration services to an old guest only after the host has told it its version over data exchange. */
function dataExchangeFirst(kvpEnabled: boolean | null): readonly Step[] {
  if (kvpEnabled === true) return []
  const text = kvpEnabled === false ? message('step.windows.switch-on-kvp') : message('step.windows.check-kvp')
  return [{ text, where: 'host', command: null, rights: 'hyperv-admin', risk: 'none' }]
}

const windowsUpdate = guestStep(message('step.windows.update'), null, 'restart')
const cabinet = guestStep(message('step.windows.cabinet'), null, 'restart')
const disk = guestStep(message('step.windows.disk'), null, 'restart')
const replace: Step = {
  text: message('step.windows.replace'),
  where: 'person',
  command: null,
  rights: 'none',
  risk: 'none',
}

function onNewHost(way: WindowsUpdateWay, kvpEnabled: boolean | null): readonly Step[] {
  switch (way) {
    case 'windows-update':
      return [windowsUpdate]
    case 'windows-update-or-disk':
      return [...dataExchangeFirst(kvpEnabled), windowsUpdate]
    case 'data-exchange-or-disk':
      return [...dataExchangeFirst(kvpEnabled), windowsUpdate, cabinet]
    case 'disk-only':
      return [replace]
  }
}

function onOldHost(way: WindowsUpdateWay): readonly Step[] {
  return way === 'windows-update' ? [windowsUpdate] : [disk]
}

function onHost(key: 'step.on-new-host' | 'step.on-old-host', steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, text: message(key, { step: step.text }) }))
}

/** Where the release is not known: what helps most releases first. */
const UNKNOWN_RELEASE: WindowsUpdateWay = 'data-exchange-or-disk'

/** Where a Windows guest gets newer integration services from; `open` where that depends on a host nobody could read. */
export type UpdateSource = 'update' | 'disk' | 'none' | 'open'

/** The source of newer integration services for this guest on this host, in one word for a sentence. */
export function wayToUpdate(guest: Guest, host: Host): UpdateSource {
  const way = windowsReleaseOf(guest.family)?.update ?? UNKNOWN_RELEASE
  if (way === 'windows-update') return 'update'
  switch (host.is2016OrLater) {
    case true:
      return way === 'disk-only' ? 'none' : 'update'
    case false:
      return 'disk'
    case null:
      return 'open'
  }
}

/**
 * How to bring the integration services of a Windows guest up to date, by guest and host release (Microsoft's page on
 * managing integration services, KB 3071740). `kvpEnabled`: data exchange is switched on at the host; null: not known.
 */
export function stepsForWindowsUpdate(guest: Guest, host: Host, kvpEnabled: boolean | null): readonly Step[] {
  const way = windowsReleaseOf(guest.family)?.update ?? UNKNOWN_RELEASE
  const isNew = host.is2016OrLater
  if (isNew === true) return [lookAtServicesVersion, ...onNewHost(way, kvpEnabled)]
  if (isNew === false) return [lookAtServicesVersion, ...onOldHost(way)]
  if (way === 'windows-update') return [lookAtServicesVersion, windowsUpdate]
  return [
    lookAtServicesVersion,
    ...onHost('step.on-new-host', onNewHost(way, kvpEnabled)),
    ...onHost('step.on-old-host', onOldHost(way)),
  ]
}
