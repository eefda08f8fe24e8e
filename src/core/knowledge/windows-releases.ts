import data from './windows-releases.json'
import { remember } from './remember'
import type { ClientBuild, WindowsRelease, WindowsReleasesFile } from './schema'

const file = data as unknown as WindowsReleasesFile

/** Releases of Windows as guests, by the ids of the diagnosis (ws2022, w11 ...). */
export const WINDOWS_RELEASES: readonly WindowsRelease[] = file.releases
/** End dates of single client builds. */
export const CLIENT_BUILDS: readonly ClientBuild[] = file.clientBuilds
/** Source of Microsoft's list of Windows guests, and where and as of when the end dates were read. */
export const WINDOWS_PAGES = { list: file.list, lifecycle: file.lifecycle, lifecycleAsOf: file.lifecycleAsOf } as const

const byId = new Map(WINDOWS_RELEASES.map((release) => [release.id, release]))
const byName = WINDOWS_RELEASES.map((release) => ({ release, pattern: new RegExp(release.osName, 'i') }))

/** The Windows release with this id, or null. */
export function windowsReleaseOf(id: string | null): WindowsRelease | null {
  return id === null ? null : (byId.get(id) ?? null)
}

/** A product name without trademark signs, which older releases carry in several spellings, and without the maker's name. */
export const plainProductName = remember(
  (name: string) => name,
  (name) =>
    name
      .replace(/\((?:R|TM)\)|[®™]/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^Microsoft /i, ''),
)

/** Whether a product name (plain) is one of Microsoft's Windows products. */
export function isWindowsName(plainName: string): boolean {
  return /^(?:Windows|Hyper-V Server|Azure Stack HCI|Azure Local)\b/i.test(plainName)
}

/** Client builds that were also servers of the annual and semi-annual channel, which have no entry of their own. */
const ANNUAL_SERVER_BUILDS = [16299, 17134, 18362, 18363, 19041, 19042, 25398]

function hasBuild(release: WindowsRelease, build: number): boolean {
  return build >= release.builds[0] && build <= release.builds[1]
}

const releaseOfName = remember(
  (plainName: string) => plainName,
  (plainName) => byName.find(({ pattern }) => pattern.test(plainName))?.release ?? null,
)

/**
 * The release of a Windows guest. The name decides among client and server of one build, the build among releases of one
 * name; `kind` (from ProductType) helps where there is no name. Null for a product that the file does not know.
 */
export function windowsReleaseOfBuild(
  build: number | null,
  plainName: string | null,
  kind: WindowsRelease['kind'] | null,
): WindowsRelease | null {
  const named = plainName === null ? null : releaseOfName(plainName)
  if (build === null || (named !== null && hasBuild(named, build))) return named
  // A product nobody knows yet, "Windows Server 2028", is not the release whose build range it happens to fall into.
  if (named === null && plainName !== null && !isGeneralName(plainName)) return null
  const wanted = named?.kind ?? (/\bServer\b/i.test(plainName ?? '') ? 'server' : kind)
  if (wanted === null && ANNUAL_SERVER_BUILDS.includes(build)) return null
  const fitting = WINDOWS_RELEASES.filter(
    (release) => hasBuild(release, build) && isPlain(release) && (wanted === null || release.kind === wanted),
  )
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Whether a name leaves the release open: "Windows Embedded Standard". */
function isGeneralName(plainName: string): boolean {
  return versionInName(plainName) === null && !/\bAzure\b/i.test(plainName)
}

/** Special products share their build with the release they are made from, so only their name tells them. */
function isPlain(release: WindowsRelease): boolean {
  return /^Windows (?:Server )?\S+(?: R2)?$/.test(release.name)
}

/** The release a person means by a version: `2012 R2`, `11`, `XP`. Null where it names none. */
export function windowsReleaseOfVersion(version: string): WindowsRelease | null {
  const wanted = version.trim().replace(/\s+/g, ' ').toLowerCase()
  const fitting = WINDOWS_RELEASES.filter((release) => isPlain(release) && release.version.toLowerCase() === wanted)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** What a product name calls its release, also where the file does not know it: 2028 in "Windows Server 2028". */
export function versionInName(plainName: string): string | null {
  const server = /\bServer (\d{4}(?: R2)?)\b/i.exec(plainName)?.[1]
  return server ?? /\bWindows (\d{1,2}(?:\.\d)?|XP|Vista)\b/i.exec(plainName)?.[1] ?? null
}
