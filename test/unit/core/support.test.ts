import { describe, expect, test } from 'vitest'
import { decideGuest } from '../../../src/core/decode/guest'
import { supportNote, supportOf } from '../../../src/core/diagnosis/support'
import { translate } from '../../../src/core/i18n/translate'
import { APPLIANCES, FAMILIES } from '../../../src/core/knowledge/guest-families'
import { isHost2016OrLater } from '../../../src/core/knowledge/host-releases'
import { WINDOWS_RELEASES } from '../../../src/core/knowledge/windows-releases'
import type { Guest, Host } from '../../../src/core/model/snapshot'
import { LANGUAGES } from '../../../src/core/model/text'

const NOW = '2026-11-23T08:46:37Z'
const host = (os: string | null, build: number | null): Host => ({
  name: 'HV01',
  os,
  build,
  is2016OrLater: isHost2016OrLater(build, os),
  access: null,
})
const HOST_2019 = host('Windows Server 2019 Datacenter', 17763)
const HOST_2022 = host('Windows Server 2022 Datacenter', 20348)
const NOBODY_KNOWS = host(null, null)

const answered = (family: string, version?: string): Guest => decideGuest(new Map(), { family, version })
const reported = (record: Readonly<Record<string, string>>): Guest => decideGuest(new Map(Object.entries(record)))
const windows = (name: string, build: number): Guest =>
  reported({ OSName: name, OSVersion: `10.0.${build}`, OSBuildNumber: String(build) })

describe('state and dates', () => {
  test.each([
    // listed for this host and not ended
    ['rhel', '9.4', HOST_2022, 'supported', '2032-05-31', '2036-05-31'],
    ['rhel', '8.6', host('Windows Server 2016 Standard', 14393), 'supported', '2029-05-31', '2033-05-31'],
    ['oracle-linux', '9.3', HOST_2019, 'supported', '2032-06-30', '2035-06-30'],
    ['ws2022', undefined, HOST_2019, 'supported', '2031-10-14', null],
    ['ws2016', undefined, HOST_2022, 'supported', '2027-01-12', '2030-01-12'],
    // works, no page names it for this host
    ['rhel', '8.5', host('Windows Server 2016 Standard', 14393), 'community', '2029-05-31', '2033-05-31'],
    ['oracle-linux', '9.3', HOST_2022, 'community', '2032-06-30', '2035-06-30'],
    ['ubuntu', '24.04', HOST_2022, 'community', '2029-05-31', '2036-05-31'],
    ['rocky', '9', HOST_2022, 'community', '2032-05-31', null],
    ['arch', undefined, HOST_2022, 'community', null, null],
    ['openwrt', '25.12', HOST_2022, 'community', null, null],
    ['opnsense', '26.7', HOST_2022, 'community', null, null],
    ['openbsd', '7.9', HOST_2022, 'community', '2027-06-01', null],
    // ended
    ['centos', '7', HOST_2022, 'end-of-life', '2024-06-30', null],
    ['ubuntu', '20.04', HOST_2019, 'end-of-life', '2025-05-31', '2030-04-02'],
    ['debian', '12', HOST_2022, 'end-of-life', '2026-07-11', '2028-06-30'],
    ['freebsd', '14.3', HOST_2022, 'end-of-life', '2026-06-30', null],
    ['ws2012r2', undefined, HOST_2022, 'end-of-life', '2023-10-10', '2026-10-13'],
    ['w10', undefined, HOST_2022, 'end-of-life', '2025-10-14', '2028-10-10'],
    ['w7', undefined, HOST_2022, 'end-of-life', '2020-01-14', null],
    // a page excludes the pair
    ['ws2025', undefined, HOST_2019, 'unsupported', '2034-11-14', null],
    ['w11', undefined, host('Windows Server 2016 Standard', 14393), 'unsupported', '2028-10-10', null],
    ['ws2025', undefined, host('Windows Server 2019 Standard', null), 'unsupported', '2034-11-14', null],
    // the list is by host, and nobody knows the host
    ['rhel', '9.4', NOBODY_KNOWS, 'unknown', '2032-05-31', '2036-05-31'],
    ['ws2025', undefined, NOBODY_KNOWS, 'unknown', '2034-11-14', null],
    ['ws2019', undefined, NOBODY_KNOWS, 'supported', '2029-01-09', null],
    // the release is not known
    ['rhel', undefined, HOST_2022, 'unknown', null, null],
    ['ubuntu', '28.04', HOST_2022, 'unknown', null, null],
    ['linux', undefined, HOST_2022, 'unknown', null, null],
    ['windows', undefined, HOST_2022, 'unknown', null, null],
    ['whs2011', undefined, HOST_2022, 'unknown', null, null],
    ['fortigate', undefined, HOST_2022, 'unknown', null, null],
    ['unknown', undefined, HOST_2022, 'unknown', null, null],
  ] as const)('%s %s', (family, version, on, state, until, extendedUntil) => {
    expect(supportOf(answered(family, version), on, NOW)).toMatchObject({ state, until, extendedUntil })
  })

  test('the last day still counts, whatever the time', () => {
    const guest = answered('centos', '7')
    expect(supportOf(guest, HOST_2022, '2024-06-30T23:59:59Z').state).toBe('supported')
    expect(supportOf(guest, HOST_2022, '2024-07-01T00:00:00Z').state).toBe('end-of-life')
  })

  test('dates of a Windows client by build and edition', () => {
    expect(supportOf(windows('Windows 11 Pro', 22631), HOST_2022, NOW)).toMatchObject({
      state: 'end-of-life',
      until: '2025-11-11',
    })
    expect(supportOf(windows('Windows 11 Enterprise', 26100), HOST_2022, NOW)).toMatchObject({
      state: 'supported',
      until: '2027-10-12',
    })
    expect(supportOf(windows('Windows 11 Pro', 26100), HOST_2022, NOW)).toMatchObject({
      state: 'end-of-life',
      until: '2026-10-13',
    })
    expect(supportOf(windows('Windows 11 Pro', 28000), HOST_2022, NOW)).toMatchObject({
      state: 'supported',
      until: null,
    })
    expect(supportOf(windows('Windows 10 Pro', 19045), HOST_2022, NOW)).toMatchObject({
      until: '2025-10-14',
      extendedUntil: '2028-10-10',
    })
    expect(supportOf(windows('Windows 10 Enterprise LTSC 2019', 17763), HOST_2022, NOW)).toMatchObject({
      state: 'supported',
      until: '2029-01-09',
    })
    expect(supportOf(windows('Windows 10 IoT Enterprise LTSC', 19044), HOST_2022, NOW)).toMatchObject({
      until: '2032-01-13',
    })
    expect(supportOf(windows('Windows 10 Enterprise 2016 LTSB', 14393), HOST_2022, NOW)).toMatchObject({
      state: 'end-of-life',
      until: '2026-10-13',
    })
  })

  test('a FreeBSD number that pfSense reports too says nothing; said by a person it does', () => {
    expect(supportOf(reported({ OSName: 'FreeBSD', OSVersion: '14.0' }), HOST_2022, NOW).state).toBe('unknown')
    expect(supportOf(answered('freebsd', '14.0'), HOST_2022, NOW).state).toBe('end-of-life')
  })

  test('every state but unknown has a page and the day it was written or read', () => {
    const supports = [...FAMILIES, ...WINDOWS_RELEASES, ...APPLIANCES].flatMap((entry) => {
      const versions = 'releases' in entry ? entry.releases.map(({ version }) => version) : [undefined]
      return versions.map((version) => supportOf(answered(entry.id, version), HOST_2022, NOW))
    })
    const known = supports.filter(({ state }) => state !== 'unknown')
    expect(known.length).toBeGreaterThan(100)
    expect(known.filter(({ source }) => source?.startsWith('https://') !== true)).toEqual([])
    expect(known.filter(({ asOf }) => !/^\d{4}-\d\d-\d\d$/.test(asOf ?? ''))).toEqual([])
  })
})

describe('the note beside the verdict', () => {
  const note = (guest: Guest, on: Host = HOST_2022, language: 'en' | 'ko' = 'en'): string | null => {
    const text = supportNote(guest, supportOf(guest, on, NOW), NOW)
    return text === null ? null : translate(language, text)
  }

  test('ended', () => {
    expect(note(answered('centos', '7'))).toMatch(
      /^CentOS Linux 7 has been out of its vendor’s support since 2024-06-30/,
    )
    expect(note(answered('centos', '7'), HOST_2022, 'ko')).toMatch(
      /^CentOS Linux 7은 2024-06-30에 공급업체 지원이 종료/,
    )
  })

  test('ended, with an extension that still runs, and with one that is over', () => {
    expect(note(answered('debian', '12'))).toContain('Until 2028-06-30 faults are fixed only with')
    expect(note(answered('ws2012r2'))).toContain(
      'out of its vendor’s support since 2023-10-10: faults in it are no longer fixed',
    )
  })

  test('FreeBSD by its own report could be a product with other dates', () => {
    expect(note(reported({ OSName: 'FreeBSD', OSVersion: '14.1' }))).toContain('OPNsense')
    expect(note(answered('freebsd', '14.1'))).not.toContain('OPNsense')
  })

  test('not on the list, and excluded by it', () => {
    expect(note(answered('ubuntu', '24.04'))).toMatch(
      /list of supported guests \(of 2020-08-29\) does not name Ubuntu 24.04/,
    )
    expect(note(answered('ws2025'), HOST_2019)).toMatch(/does not list Windows Server 2025 as a guest of this host/)
  })

  test('nothing to say about a supported guest or one nobody knows', () => {
    expect(note(answered('rhel', '9.4'))).toBe(null)
    expect(note(answered('linux'))).toBe(null)
  })

  test('every note is a whole sentence in both languages', () => {
    for (const family of FAMILIES) {
      for (const { version } of family.releases) {
        for (const language of LANGUAGES) {
          expect(note(answered(family.id, version), HOST_2022, language) ?? 'none.').toMatch(/^[^{}]+\.$/)
        }
      }
    }
  })
})
