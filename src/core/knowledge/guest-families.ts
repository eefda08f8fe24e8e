import data from './guest-families.json'
import { remember } from './remember'
import type { Appliance, Family, GuestFamiliesFile, Release } from './schema'
import { isAtLeast, isAtMost, isSameVersion, isUnder, versionNumbers } from './versions'

const file = data as unknown as GuestFamiliesFile

/** Linux distributions, BSDs and what is built on them. */
export const FAMILIES: readonly Family[] = file.families
/** Products on a general system, whose maker decides what runs in them. */
export const APPLIANCES: readonly Appliance[] = file.appliances
/** Day of the copy that all life cycle dates come from. */
export const LIFECYCLE_AS_OF: string = file.lifecycleAsOf

const families = new Map(FAMILIES.map((family) => [family.id, family]))
const appliances = new Map(APPLIANCES.map((appliance) => [appliance.id, appliance]))

/** The family with this id; null for an appliance, a Windows release or an unknown id. */
export function familyOf(id: string | null): Family | null {
  return id === null ? null : (families.get(id) ?? null)
}

/** The appliance with this id, or null. */
export function applianceOf(id: string | null): Appliance | null {
  return id === null ? null : (appliances.get(id) ?? null)
}

function matcher(patterns: readonly string[]): RegExp | null {
  return patterns.length === 0 ? null : new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'i')
}

const byName = [...FAMILIES, ...APPLIANCES].flatMap((entry) => {
  const pattern = matcher(entry.osNames)
  return pattern === null ? [] : [{ entry, pattern }]
})
const byKernel = APPLIANCES.flatMap((entry) =>
  entry.kernel === undefined ? [] : [{ entry, pattern: new RegExp(entry.kernel) }],
)

/** Most words of a text are no system's name: one look instead of one for each system. */
const anyName = matcher([...FAMILIES, ...APPLIANCES].flatMap(({ osNames }) => osNames))

const lookUpName = remember(
  (osName: string) => osName,
  (osName) =>
    anyName?.test(osName) === true ? (byName.find(({ pattern }) => pattern.test(osName))?.entry ?? null) : null,
)

/** What the daemon calls a system that has no release file. */
const NO_NAME = /^Linux$/i

/**
 * The family or appliance that reports this OSName, or null. A kernel can give away an appliance that reports the name of
 * the family it is built on, or none; apart from that kernels prove nothing, since one kernel serves many distributions.
 */
export function familyOfName(osName: string, kernel: string | null): Family | Appliance | null {
  const found = lookUpName(osName)
  if (kernel === null || (found === null && !NO_NAME.test(osName))) return found
  const isFrom = ({ reportsAs }: Appliance): boolean => found === null || reportsAs === found.id
  return byKernel.find(({ entry, pattern }) => isFrom(entry) && pattern.test(kernel))?.entry ?? found
}

/** Whether a guest of the system `id` reports itself as `reported`: the same, or the one it is built on. */
export function reportsItselfAs(id: string, reported: string): boolean {
  return id === reported || familyOf(id)?.parent === reported || applianceOf(id)?.reportsAs === reported
}

function matches(release: Release, version: string): boolean {
  if (release.any === true || version.toLowerCase() === release.version.toLowerCase()) return true
  if (release.exact === true) return isSameVersion(version, release.version)
  if (release.from === undefined) return isUnder(version, release.version)
  // "6" alone is not 6.0: without the minor release nobody knows which range it is in.
  const isSpelledOut = versionNumbers(version).length >= versionNumbers(release.from).length
  return isSpelledOut && isAtLeast(version, release.from) && (release.to === undefined || isAtMost(version, release.to))
}

interface FamilyVersion {
  readonly family: Family
  readonly version: string
}

const lookUpRelease = remember(
  ({ family, version }: FamilyVersion) => `${family.id} ${version}`,
  ({ family, version }): Release | null => {
    let best: Release | null = null
    for (const release of family.releases) {
      if (!matches(release, version)) continue
      if (best === null || versionNumbers(release.version).length > versionNumbers(best.version).length) best = release
    }
    if (best !== null || version === '') return best
    // "16" for a maker who writes 16.0.
    return family.releases.find((one) => one.from === undefined && isSameVersion(version, one.version)) ?? null
  },
)

/** The release of a family that a version belongs to, the most exact one; null where the version is missing or not known. */
export function releaseOf(family: Family, version: string | null): Release | null {
  return lookUpRelease({ family, version: (version ?? '').trim() })
}
