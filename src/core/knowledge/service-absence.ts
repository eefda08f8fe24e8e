import { message } from '../i18n/translate'
import type { JudgedServiceId } from '../model/service'
import type { Guest, Host } from '../model/snapshot'
import type { TextParam, TextRef } from '../model/text'
import { applianceOf, familyOf, releaseOf } from './guest-families'
import { hostReleaseOfBuild, SERVER_2012_R2_BUILD } from './host-releases'
import type { Absence, Family } from './schema'
import { sourceOf } from './sources'
import { isAtLeast, isBelow } from './versions'
import { windowsReleaseOf } from './windows-releases'

/** Why a service that shows no contact cannot be there at all. */
export interface ServiceAbsence {
  readonly reason: 'guest-never-had' | 'host-too-old' | 'no-daemon-shipped' | 'closed-appliance'
  /** First release of host, guest or kernel that has it. */
  readonly since?: string
  /** Address of the page that says so. */
  readonly source: string
  /** One sentence that says so. */
  readonly text: TextRef
}

/** Services that need a daemon in the guest; for the others the kernel alone answers. */
const DAEMON_SERVICES: readonly JudgedServiceId[] = ['kvp', 'vss', 'guest-service-interface']

/** First mainline kernels with a driver for it (linux drivers/hv). */
const FIRST_KERNEL: Readonly<Partial<Record<JudgedServiceId, { kernel: string; source: string }>>> = {
  vss: { kernel: '3.10', source: 'linux-vss-2012' },
  'guest-service-interface': { kernel: '3.15', source: 'uio-fcopy' },
}

/** Kernels of Red Hat, SUSE and Amazon carry newer drivers than their number says. */
const BACKPORTED_KERNEL = /\.el\d|\.amzn\d|-default$/

const SERVER_2012_R2 = 'Windows Server 2012 R2'
const WINDOWS_WITH_FILE_COPY = 'Windows 8.1 / Windows Server 2012 R2'

/** The guest as a sentence about a missing part names it, with its release: the next one can have the part. */
function label({ family, name, version, os }: Guest): TextParam {
  const ofFamily = familyOf(family)
  if (ofFamily !== null) return version === null ? ofFamily.name : `${ofFamily.name} ${version}`
  const known = applianceOf(family) ?? windowsReleaseOf(family)
  return known?.name ?? name ?? message(`term.guest.${os}`)
}

function paramsOf(guest: Guest, service: JudgedServiceId): { guest: TextParam; service: TextParam } {
  return { guest: label(guest), service: message(`term.service.${service}`) }
}

function hostTooOld(guest: Guest, host: Host, service: JudgedServiceId): ServiceAbsence | null {
  if (host.build !== null && host.build >= SERVER_2012_R2_BUILD) return null
  const release = hostReleaseOfBuild(host.build, host.os)
  const build = host.build ?? release?.builds[1] ?? null
  if (build === null || build >= SERVER_2012_R2_BUILD) return null
  const params = { ...paramsOf(guest, service), since: SERVER_2012_R2 }
  if (release === null ? service === 'guest-service-interface' : !release.services.includes(service)) {
    const source = sourceOf('ms-manage-is').url
    return { reason: 'host-too-old', since: SERVER_2012_R2, source, text: message('support.absent.host', params) }
  }
  // The driver speaks backup version 5.0 only, which those hosts do not offer, and says so in its log.
  if (service !== 'vss' || guest.os !== 'linux') return null
  const source = sourceOf('linux-vss-2012').url
  return { reason: 'host-too-old', since: SERVER_2012_R2, source, text: message('support.absent.host-vss', params) }
}

function fromTable(absence: Absence, guest: Guest): ServiceAbsence {
  const params = paramsOf(guest, absence.service)
  const source = sourceOf(absence.source).url
  if (absence.reason === 'no-daemon-shipped') {
    const text =
      absence.kernelFrom === undefined
        ? message('support.absent.no-daemon', params)
        : message('support.absent.no-daemon-kernel', { ...params, kernel: absence.kernelFrom })
    return { reason: 'no-daemon-shipped', source, text }
  }
  if (absence.since === undefined) {
    return { reason: 'guest-never-had', source, text: message('support.absent.never', params) }
  }
  const { since } = absence
  return {
    reason: 'guest-never-had',
    since,
    source,
    text: message('support.absent.never-since', { ...params, since }),
  }
}

function kernelFits(absence: Absence, kernel: string): boolean {
  if (absence.kernelFrom !== undefined && !isAtLeast(kernel, absence.kernelFrom)) return false
  return absence.kernelBelow === undefined || isBelow(kernel, absence.kernelBelow)
}

function listedAbsence(family: Family, guest: Guest, service: JudgedServiceId): Absence | null {
  const { kernel } = guest
  const absences = releaseOf(family, guest.version)?.absent ?? []
  // Data exchange answers where the release itself has none: Microsoft's download is installed, and the table speaks of
  // the built-in drivers.
  const isDownload = guest.source === 'kvp' && absences.some((absence) => absence.service === 'kvp')
  const ofRelease = (isDownload ? [] : absences).find(
    (absence) => absence.service === service && (kernel === null || kernelFits(absence, kernel)),
  )
  if (ofRelease !== undefined) return ofRelease
  const ofFamily = family.absent?.find((absence) => {
    const isBounded = absence.kernelFrom !== undefined || absence.kernelBelow !== undefined
    return absence.service === service && (kernel === null ? !isBounded : kernelFits(absence, kernel))
  })
  return ofFamily ?? null
}

function kernelTooOld(guest: Guest, family: Family | null, service: JudgedServiceId): ServiceAbsence | null {
  const first = FIRST_KERNEL[service]
  const { kernel, os } = guest
  if (os !== 'linux' || kernel === null || first === undefined) return null
  if (family?.backportsKernel === true || BACKPORTED_KERNEL.test(kernel) || !isBelow(kernel, first.kernel)) return null
  const since = `Linux ${first.kernel}`
  return {
    reason: 'guest-never-had',
    since,
    source: sourceOf(first.source).url,
    text: message('support.absent.never-since', { ...paramsOf(guest, service), since }),
  }
}

function windowsLacks(guest: Guest, service: JudgedServiceId): ServiceAbsence | null {
  const release = windowsReleaseOf(guest.family)
  if (service !== 'guest-service-interface' || release?.lacksFileCopy !== true) return null
  return {
    reason: 'guest-never-had',
    since: WINDOWS_WITH_FILE_COPY,
    source: sourceOf('ms-manage-is').url,
    text: message('support.absent.never-since', { ...paramsOf(guest, service), since: WINDOWS_WITH_FILE_COPY }),
  }
}

/** Version 4.x is Microsoft's package for old Red Hat systems; the kernel's own driver says 3.1. */
function hasDownloadedServices(guest: Guest): boolean {
  const items = guest.evidence?.value
  if (guest.source !== 'kvp' || typeof items !== 'object' || items === null) return false
  const version: unknown = Reflect.get(items, 'IntegrationServicesVersion')
  return typeof version === 'string' && version.startsWith('4.')
}

/**
 * Whether a service cannot answer because this guest release, or this pair of host and guest, does not have it, or because
 * its maker ships no part for it. Null where the data does not say so for certain, and for a guest nobody knows.
 */
export function serviceAbsent(guest: Guest, host: Host, service: JudgedServiceId): ServiceAbsence | null {
  if (guest.source === 'none' || guest.os === 'unknown') return null
  const tooOld = hostTooOld(guest, host, service)
  if (tooOld !== null) return tooOld
  if (guest.os === 'windows') return windowsLacks(guest, service)
  // Microsoft's downloaded package brings every service to old releases that never had them built in.
  if (hasDownloadedServices(guest)) return null
  const family = familyOf(guest.family)
  const listed = family === null ? null : listedAbsence(family, guest, service)
  if (listed !== null) return fromTable(listed, guest)
  const closed = family?.closed === true || applianceOf(guest.family)?.closed === true
  if (closed && DAEMON_SERVICES.includes(service)) {
    // Microsoft's page: a system of another maker is that maker's to support.
    const source = sourceOf('ms-windows-guests').url
    return { reason: 'closed-appliance', source, text: message('support.absent.closed', paramsOf(guest, service)) }
  }
  return kernelTooOld(guest, family, service)
}
