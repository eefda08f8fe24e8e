import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { APPLIANCES, FAMILIES, LIFECYCLE_AS_OF } from '../../../../src/core/knowledge/guest-families'
import { HOST_RELEASES } from '../../../../src/core/knowledge/host-releases'
import { KNOWLEDGE_DATE } from '../../../../src/core/knowledge/revision'
import {
  type Absence,
  GuestFamiliesFile,
  HostRelease,
  Source,
  WindowsReleasesFile,
} from '../../../../src/core/knowledge/schema'
import { sourceOf, SOURCES } from '../../../../src/core/knowledge/sources'
import { CLIENT_BUILDS, WINDOWS_PAGES, WINDOWS_RELEASES } from '../../../../src/core/knowledge/windows-releases'

const absences: readonly (readonly [string, Absence])[] = FAMILIES.flatMap((family) => [
  ...(family.absent ?? []).map((absence) => [family.id, absence] as const),
  ...family.releases.flatMap((release) =>
    (release.absent ?? []).map((absence) => [`${family.id} ${release.version}`, absence] as const),
  ),
])

const dates: readonly (readonly [string, string | null | undefined])[] = [
  ...SOURCES.flatMap((source) => [[source.id, source.pageDate] as const, [source.id, source.asOf] as const]),
  ...[...FAMILIES, ...APPLIANCES, ...WINDOWS_RELEASES, ...HOST_RELEASES].map(({ id, asOf }) => [id, asOf] as const),
  ...FAMILIES.flatMap((family) =>
    family.releases.flatMap((release) =>
      [release.released, release.eol, release.extendedEol].map(
        (day) => [`${family.id} ${release.version}`, day] as const,
      ),
    ),
  ),
  ...WINDOWS_RELEASES.flatMap((release) => [release.eol, release.extendedEol].map((day) => [release.id, day] as const)),
  ...CLIENT_BUILDS.flatMap(({ build, ...ends }) =>
    [ends.home, ends.enterprise, ends.ltsc, ends.iotLtsc, ends.extended].map((day) => [String(build), day] as const),
  ),
  ['life cycles', LIFECYCLE_AS_OF],
  ['windows life cycles', WINDOWS_PAGES.lifecycleAsOf],
]

const patterns: readonly (readonly [string, string])[] = [
  ...FAMILIES.flatMap((family) => family.osNames.map((pattern) => [family.id, pattern] as const)),
  ...APPLIANCES.flatMap((appliance) =>
    [...appliance.osNames, ...(appliance.kernel === undefined ? [] : [appliance.kernel])].map(
      (pattern) => [appliance.id, pattern] as const,
    ),
  ),
  ...[...WINDOWS_RELEASES, ...HOST_RELEASES].map((release) => [release.id, release.osName] as const),
]

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

describe('the knowledge files', () => {
  test.each([
    ['guest-families.json', GuestFamiliesFile],
    ['host-releases.json', z.array(HostRelease)],
    ['sources.json', z.array(Source)],
    ['windows-releases.json', WindowsReleasesFile],
  ])('%s has its form, with nothing added or filled in by reading it', (file, form) => {
    const data: unknown = JSON.parse(readFileSync(`src/core/knowledge/${file}`, 'utf8'))
    expect(form.parse(data)).toEqual(data)
  })

  test('every id means one thing', () => {
    const ids = [...FAMILIES, ...APPLIANCES, ...WINDOWS_RELEASES].map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const list of [SOURCES, HOST_RELEASES]) {
      const own = list.map(({ id }) => id)
      expect(new Set(own).size).toBe(own.length)
    }
  })

  test('no family has two releases of one version', () => {
    const named = FAMILIES.flatMap((family) => family.releases.map(({ version }) => `${family.id} ${version}`))
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([])
  })

  test('every day exists in the calendar', () => {
    expect(dates.filter(([, day]) => typeof day === 'string' && !isCalendarDay(day))).toEqual([])
  })

  test('days follow each other: released, ended, ended with extension', () => {
    const inOrder = (...days: readonly (string | null)[]): boolean => {
      const known = days.filter((day) => day !== null)
      return known.join() === [...known].sort().join()
    }
    const families = FAMILIES.flatMap((family) =>
      family.releases
        .filter(({ released, eol, extendedEol }) => !inOrder(released, eol, extendedEol))
        .map(({ version }) => `${family.id} ${version}`),
    )
    const releases = WINDOWS_RELEASES.filter(({ eol, extendedEol }) => !inOrder(eol, extendedEol)).map(({ id }) => id)
    const builds = CLIENT_BUILDS.filter(({ home, enterprise }) => home > enterprise).map(({ build }) => String(build))
    expect([...families, ...releases, ...builds]).toEqual([])
  })

  test('nothing was read after the date of the knowledge', () => {
    expect([...SOURCES, ...FAMILIES].filter(({ asOf }) => asOf > KNOWLEDGE_DATE)).toEqual([])
  })

  test('every reference leads somewhere', () => {
    const families = new Set(FAMILIES.map(({ id }) => id))
    const hosts = new Set(HOST_RELEASES.map(({ id }) => id))
    const sources = new Set(SOURCES.map(({ id }) => id))
    const parents = [...FAMILIES.map(({ parent }) => parent), ...APPLIANCES.map(({ reportsAs }) => reportsAs)]
    expect(parents.filter((parent) => parent !== undefined && !families.has(parent))).toEqual([])
    const listed = FAMILIES.flatMap((family) => family.releases.flatMap((release) => release.hosts))
    expect(listed.filter((host) => !hosts.has(host))).toEqual([])
    const named = [
      ...FAMILIES.map(({ list }) => list),
      ...absences.map(([, { source }]) => source),
      ...HOST_RELEASES.map(({ source }) => source),
      WINDOWS_PAGES.list,
    ]
    expect(named.filter((source) => !sources.has(source))).toEqual([])
    expect(() => sourceOf('nobody')).toThrow('nobody')
  })

  test('a service that a release never had says since when it is', () => {
    const ofReleases = absences.filter(([where, { reason }]) => where.includes(' ') && reason === 'guest-never-had')
    expect(ofReleases.filter(([, { since }]) => since === undefined)).toEqual([])
    expect(ofReleases.length).toBeGreaterThan(0)
  })

  test.each([WINDOWS_RELEASES, HOST_RELEASES])(
    'builds of one kind do not overlap, special products aside',
    (...list) => {
      const special = ['sbs2011', 'whs2011', 'xp', 'azure-stack-hci']
      const plain = list.filter(({ id }) => !special.includes(id))
      const overlapping = plain.flatMap((a) =>
        plain
          .filter((b) => a !== b && a.kind === b.kind && a.builds[0] <= b.builds[1] && b.builds[0] <= a.builds[1])
          .map((b) => `${a.id} ${b.id}`),
      )
      expect(overlapping).toEqual([])
      expect(list.filter(({ builds }) => builds[0] > builds[1])).toEqual([])
    },
  )
})

describe('patterns over text that guests write', () => {
  test.each(patterns)('%s: %s is valid and cannot run away', (_id, pattern) => {
    expect(() => new RegExp(pattern, 'i')).not.toThrow()
    // A repeated group, or two repetitions side by side, is what makes matching time grow beyond the length of the text.
    expect(pattern).not.toMatch(/[+*}]\)[+*{]/)
    expect(pattern).not.toMatch(/[+*]\??[^)|?\s\\]{0,1}[+*]/)
  })

  test('every pattern is anchored or bounded by words', () => {
    expect(patterns.filter(([, pattern]) => !/^(\^|\\b|-)/.test(pattern))).toEqual([])
  })
})
