import type { GuestOs } from '../model/snapshot'
import { familyOfName } from '../knowledge/guest-families'
import { isWindowsName, plainProductName, versionInName, windowsReleaseOfBuild } from '../knowledge/windows-releases'
import { type Items, itemText } from './guest-items'

/** Which system a guest says it is. */
export interface System {
  readonly os: GuestOs
  readonly family: string | null
  readonly name: string | null
  readonly version: string | null
  readonly kernel: string | null
  readonly build: number | null
}

const NOBODY: System = { os: 'unknown', family: null, name: null, version: null, kernel: null, build: null }

/** Windows versions as `OSVersion` gives them: the third number is a build, far above any patch number of a Linux kernel. */
const WINDOWS_VERSION = /^(?:5\.[0-2]|6\.[0-3]|10\.0)\.(\d{4,5})(?:\.\d+)?$/
/** Constants of the Linux kernel and of Microsoft's former driver package for Linux. */
const LINUX_SERVICES_VERSION = /^(?:3\.1|4\.[0-3](?:\.\d+)*(?:-\d+)?|Unknown version)$/
const FREEBSD_SERVICES_VERSION = 'BSD Pre-Release version'
const KERNEL_RELEASE = /^\d{1,2}\.\d{1,3}\.\d{1,4}(?:[-+._~].*)?$/
/** Unix systems whose release numbers look like a Linux kernel's. */
const OTHER_SYSTEMS = /^(?:DragonFly|Darwin|macOS|SunOS|Solaris|illumos|Haiku|MINIX|AIX|HP-UX)\b/i
/** Items that only Windows sends (Linux and FreeBSD daemons send ten others, always the same). */
const WINDOWS_ONLY_ITEMS = [
  'ProductType',
  'CSDVersion',
  'ServicePackMajor',
  'ServicePackMinor',
  'SuiteMask',
  'OSEditionId',
]

function numberItem(items: Items, name: string): number | null {
  const text = itemText(items, name)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

function windowsBuild(items: Items): number | null {
  const inVersion = WINDOWS_VERSION.exec(itemText(items, 'OSVersion') ?? '')?.[1]
  const build = numberItem(items, 'OSBuildNumber') ?? (inVersion === undefined ? null : Number(inVersion))
  return build !== null && build > 0 ? build : null
}

/** Whether items name Windows for certain, as far as nothing else names another system. */
function isCertainlyWindows(items: Items): boolean {
  if (numberItem(items, 'OSPlatformId') === 2) return true
  if (/\bMicrosoft\b/i.test(itemText(items, 'OSVendor') ?? '')) return true
  return WINDOWS_ONLY_ITEMS.some((name) => items.has(name))
}

function hasWindowsNumbers(items: Items): boolean {
  return (
    WINDOWS_VERSION.test(itemText(items, 'OSVersion') ?? '') ||
    WINDOWS_VERSION.test(itemText(items, 'IntegrationServicesVersion') ?? '')
  )
}

/** Whether a name is that of another release, or of no Windows at all. */
function namesOther(reported: string, release: { readonly id: string }): boolean {
  const plain = plainProductName(reported)
  const said = windowsReleaseOfBuild(null, plain, null)
  return !isWindowsName(plain) || (said !== null && said.id !== release.id)
}

function windowsSystem(items: Items): System {
  const reported = itemText(items, 'OSName')
  const plain = reported === null ? null : plainProductName(reported)
  const build = windowsBuild(items)
  const productType = numberItem(items, 'ProductType')
  const kind = productType === 1 ? 'client' : productType === 2 || productType === 3 ? 'server' : null
  const release = windowsReleaseOfBuild(build, plain, kind)
  // Windows 11 calls itself Windows 10 in the registry.
  const renamed =
    release?.id === 'w11' && reported !== null ? reported.replace(/\bWindows 10\b/, 'Windows 11') : reported
  // The build says more than the name; a name of both would be no system's.
  const name = release !== null && renamed !== null && namesOther(renamed, release) ? null : renamed
  return {
    os: 'windows',
    family: release?.id ?? null,
    name: name ?? release?.name ?? null,
    version: release?.version ?? (plain === null ? null : versionInName(plain)),
    kernel: null,
    build,
  }
}

function otherUnix(name: string, items: Items): System | null {
  const system = /^(FreeBSD|OpenBSD|NetBSD)(?:\s|$)/i.exec(name)?.[1]?.toLowerCase()
  if (system === undefined && !OTHER_SYSTEMS.test(name)) return null
  if (hasWindowsNumbers(items)) return { ...NOBODY, name }
  const reported = itemText(items, 'OSVersion') ?? itemText(items, 'OSBuildNumber')
  const version = reported?.replace(/-.*$/s, '') ?? null
  // OPNsense, pfSense and other products report plain FreeBSD; a host name would be a hint, not a proof.
  if (system === 'freebsd') return { ...NOBODY, os: 'freebsd', family: 'freebsd', name: 'FreeBSD', version }
  return { ...NOBODY, os: 'other', family: system ?? null, name, version }
}

/** The release number: VERSION_ID, or what old release files give line by line ("VERSION = 11", "PATCHLEVEL = 4"). */
function linuxVersion(name: string, items: Items): string | null {
  const line = (item: string): string | null =>
    itemText(items, item)
      ?.replace(/^[A-Z_]+\s*=\s*/i, '')
      .trim() || null
  const major = line('OSMajorVersion')
  const minor = line('OSMinorVersion')
  if (major === null) return /\brelease (\d+(?:\.\d+)*)/i.exec(name)?.[1] ?? null
  return minor !== null && /^\d+$/.test(major) && /^[1-9]\d*$/.test(minor) ? `${major}.${minor}` : major
}

/** A name without the number that the old release file of SUSE repeats in its next lines. */
function withoutRelease(name: string, version: string | null): string {
  return version === null || /\brelease\b/i.test(name) ? name : name.replace(/ \d+(?:\.\d+)* \([^()]*\)$/, '')
}

function isKernelRelease(text: string | null): text is string {
  return text !== null && KERNEL_RELEASE.test(text) && !WINDOWS_VERSION.test(text)
}

function kernelOf(items: Items): string | null {
  return [itemText(items, 'OSBuildNumber'), itemText(items, 'OSVersion')].find(isKernelRelease) ?? null
}

function linuxSystem(name: string | null, items: Items): System | null {
  const kernel = kernelOf(items)
  const family = name === null ? null : familyOfName(name, kernel)
  const hasLinuxServices = LINUX_SERVICES_VERSION.test(itemText(items, 'IntegrationServicesVersion') ?? '')
  if (family === null && !/^Linux$/i.test(name ?? '') && kernel === null && !hasLinuxServices) return null
  const version = linuxVersion(name ?? '', items)
  return {
    os: family?.os ?? 'linux',
    family: family?.id ?? null,
    name: name === null ? null : withoutRelease(name, version),
    version,
    kernel,
    build: null,
  }
}

/**
 * Which system the guest says it is, in the order of how sure a sign is: items only Windows sends, the names of the BSDs, a
 * known distribution, a Linux kernel under a name nobody knows. What contradicts itself, or says nothing, is unknown: no
 * name is put together from items of two systems.
 */
export function systemOf(items: Items): System {
  const name = itemText(items, 'OSName')
  const unix = name === null ? null : otherUnix(name, items)
  if (isCertainlyWindows(items)) {
    const isOther = unix !== null || kernelOf(items) !== null || (name !== null && familyOfName(name, null) !== null)
    return isOther ? { ...NOBODY, name } : windowsSystem(items)
  }
  if (unix !== null) return unix
  const isFromFreebsd = itemText(items, 'IntegrationServicesVersion') === FREEBSD_SERVICES_VERSION
  const saysWindows = name !== null && isWindowsName(plainProductName(name))
  if (saysWindows) return kernelOf(items) === null ? windowsSystem(items) : { ...NOBODY, name }
  if (name !== null && (/^Linux$/i.test(name) || familyOfName(name, null) !== null)) {
    return hasWindowsNumbers(items) || isFromFreebsd ? { ...NOBODY, name } : (linuxSystem(name, items) ?? NOBODY)
  }
  if (isFromFreebsd) {
    const freebsd = otherUnix('FreeBSD', items) ?? NOBODY
    return name === null ? freebsd : { ...freebsd, family: null, name }
  }
  if (hasWindowsNumbers(items)) return windowsSystem(items)
  return linuxSystem(name, items) ?? { ...NOBODY, name }
}
