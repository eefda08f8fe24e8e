import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { combineGuest, decideGuest, guestOfAnswer, recogniseGuest } from '../../../src/core/decode/guest'
import { FAMILIES } from '../../../src/core/knowledge/guest-families'
import { WINDOWS_RELEASES } from '../../../src/core/knowledge/windows-releases'
import type { GuestAnswer } from '../../../src/core/model/snapshot'

interface Sample {
  readonly what: string
  readonly items: Readonly<Record<string, string>>
  readonly expected: Readonly<Record<string, unknown>>
}

const items = (record: Readonly<Record<string, string>>): Map<string, string> => new Map(Object.entries(record))
const folder = join(import.meta.dirname, '../../fixtures/kvp')
const samples = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sample)

describe('what guests really report', () => {
  test.each(samples.map((sample) => [sample.what, sample] as const))('%s', (_what, sample) => {
    expect(recogniseGuest(items(sample.items))).toMatchObject(sample.expected)
  })

  test.each(samples.map((sample) => [sample.what, sample] as const))('%s: the whole as approved', (_what, sample) => {
    expect(recogniseGuest(items(sample.items))).toMatchSnapshot()
  })
})

const linux = (osName: string, more: Readonly<Record<string, string>> = {}): Map<string, string> =>
  items({ OSName: osName, OSVersion: '6.1.0', OSBuildNumber: '6.1.0-9-x', IntegrationServicesVersion: '3.1', ...more })

describe('every family by the name it reports', () => {
  const names: readonly (readonly [string, string])[] = [
    ['Ubuntu', 'ubuntu'],
    ['Ubuntu Core', 'ubuntu'],
    ['Debian GNU/Linux', 'debian'],
    ['Red Hat Enterprise Linux', 'rhel'],
    ['Red Hat Enterprise Linux Server', 'rhel'],
    ['CentOS Linux', 'centos'],
    ['CentOS Linux release 7.9.2009 (Core)', 'centos'],
    ['CentOS Stream', 'centos-stream'],
    ['Rocky Linux', 'rocky'],
    ['AlmaLinux', 'almalinux'],
    ['Oracle Linux Server', 'oracle-linux'],
    ['Oracle Linux Server release 6.10', 'oracle-linux'],
    ['Fedora Linux', 'fedora'],
    ['Fedora', 'fedora'],
    ['Fedora release 14 (Laughlin)', 'fedora'],
    ['SLES', 'sles'],
    ['SLES_SAP', 'sles'],
    ['SUSE Linux Enterprise Server 11 (x86_64)', 'sles'],
    ['openSUSE Leap', 'opensuse'],
    ['openSUSE Tumbleweed', 'opensuse'],
    ['openSUSE 13.2 (x86_64)', 'opensuse'],
    ['Amazon Linux', 'amazon-linux'],
    ['Amazon Linux AMI', 'amazon-linux'],
    ['Alpine Linux', 'alpine'],
    ['Arch Linux', 'arch'],
    ['Manjaro Linux', 'manjaro'],
    ['Kali GNU/Linux', 'kali'],
    ['Parrot Security', 'parrot'],
    ['Linux Mint', 'linuxmint'],
    ['LMDE', 'linuxmint'],
    ['Common Base Linux Mariner', 'azure-linux'],
    ['Microsoft Azure Linux', 'azure-linux'],
    ['OpenWrt', 'openwrt'],
    ['NixOS', 'nixos'],
    ['Gentoo', 'gentoo'],
    ['Slackware', 'slackware'],
    ['Home Assistant OS', 'home-assistant-os'],
    ['Talos', 'talos'],
    ['Flatcar Container Linux by Kinvolk', 'flatcar'],
    ['VMware Photon OS', 'photon'],
    ['Devuan GNU/Linux', 'devuan'],
    ['VyOS', 'vyos'],
    ['Univention Corporate Server', 'univention'],
    ['XCP-ng', 'xcp-ng'],
    ['TrueNAS SCALE', 'truenas-scale'],
    ['Gaia', 'check-point'],
    ['"ubuntu"', 'ubuntu'],
  ]

  test.each(names)('%s', (name, family) => {
    expect(recogniseGuest(linux(name))).toMatchObject({ os: 'linux', family, kernel: '6.1.0-9-x' })
  })

  test('every Linux family of the file is in the list above', () => {
    const listed = new Set(names.map(([, family]) => family))
    const missing = FAMILIES.filter((family) => family.os === 'linux' && !listed.has(family.id))
    expect(missing.map((family) => family.id)).toEqual([])
  })

  test.each(['Ubuntu Studio Hacked', 'Not CentOS Linux', 'FreeBSD-like', 'Windowsill Linux', 'Debian'.repeat(9)])(
    'a name that only looks alike is a Linux nobody knows: %s',
    (name) => {
      const guest = recogniseGuest(linux(name))
      expect(guest.family).toBe(null)
      expect(guest.os).not.toBe('windows')
    },
  )
})

describe('systems that are neither', () => {
  test.each([
    ['FreeBSD', 'freebsd', 'freebsd'],
    ['OPNsense', 'freebsd', 'opnsense'],
    ['pfSense', 'freebsd', 'pfsense'],
    ['OpenBSD', 'other', 'openbsd'],
    ['NetBSD', 'other', 'netbsd'],
    ['DragonFly', 'other', null],
    ['Darwin', 'other', null],
    ['SunOS', 'other', null],
  ])('%s', (name, os, family) => {
    expect(recogniseGuest(items({ OSName: name, OSVersion: '14.1.0' }))).toMatchObject({ os, family })
  })

  test('a firewall product that reports FreeBSD stays FreeBSD, whatever its host is called', () => {
    const facts = items({ OSName: 'FreeBSD', OSVersion: '14.3', FullyQualifiedDomainName: 'opnsense.example.test' })
    expect(recogniseGuest(facts)).toMatchObject({ family: 'freebsd', version: '14.3' })
  })

  test('the daemon of FreeBSD under a name nobody knows', () => {
    const facts = items({
      OSName: 'HelloSystem',
      OSVersion: '14.1',
      IntegrationServicesVersion: 'BSD Pre-Release version',
    })
    expect(recogniseGuest(facts)).toMatchObject({ os: 'freebsd', family: null, name: 'HelloSystem' })
  })
})

const windows = (
  osName: string | null,
  build: number,
  more: Readonly<Record<string, string>> = {},
): Map<string, string> =>
  items({
    ...(osName === null ? {} : { OSName: osName }),
    OSVersion: `10.0.${build}`,
    OSBuildNumber: String(build),
    OSPlatformId: '2',
    ...more,
  })

describe('every release of Windows', () => {
  test.each([
    ['Windows Server 2025 Datacenter', 26100, 'ws2025'],
    ['Windows 11 Pro', 26100, 'w11'],
    ['Windows 10 Pro', 26100, 'w11'],
    ['Windows 10 Enterprise', 22000, 'w11'],
    ['Windows 10 Enterprise Insider Preview', 21390, null],
    ['Windows 10 Enterprise', 19045, 'w10'],
    ['Windows Server 2022 Standard', 20348, 'ws2022'],
    ['Windows Server 2022 Datacenter: Azure Edition', 20349, 'ws2022'],
    ['Windows Server 2019 Essentials', 17763, 'ws2019'],
    ['Windows 10 Enterprise LTSC 2019', 17763, 'w10'],
    ['Windows Server 2016 Datacenter', 14393, 'ws2016'],
    ['Hyper-V Server 2016', 14393, 'ws2016'],
    ['Windows 10 Enterprise 2016 LTSB', 14393, 'w10'],
    ['Windows Server 2012 R2 Datacenter', 9600, 'ws2012r2'],
    ['Windows Storage Server 2012 R2 Standard', 9600, 'ws2012r2'],
    ['Windows 8.1 Enterprise', 9600, 'w81'],
    ['Windows Server 2012 Standard', 9200, 'ws2012'],
    ['Windows 8 Pro', 9200, 'w8'],
    ['Windows Home Server 2011', 8400, 'whs2011'],
    ['Windows Small Business Server 2011 Standard', 7601, 'sbs2011'],
    ['Windows Server 2008 R2 Enterprise', 7601, 'ws2008r2'],
    ['Windows 7 Professional', 7601, 'w7'],
    ['Windows Embedded Standard', 7601, null],
    ['Windows Server (R) 2008 Standard', 6002, 'ws2008'],
    ['Windows Server® 2008 Standard', 6003, 'ws2008'],
    ['Windows Vista (TM) Business', 6002, 'vista'],
    ['Microsoft(R) Windows(R) Server 2003, Standard Edition', 3790, 'ws2003'],
    ['Microsoft Windows XP', 2600, 'xp'],
    ['Windows Server 2016 Datacenter', 16299, null],
    ['Windows Server Datacenter', 25398, null],
    ['Windows Server 2028 Standard', 26100, null],
    ['Windows 12 Pro', 28500, null],
    ['Azure Stack HCI', 20348, null],
  ])('%s, build %i', (name, build, family) => {
    expect(recogniseGuest(windows(name, build))).toMatchObject({ os: 'windows', family, build })
  })

  test('every release of the file by its own name and first build', () => {
    const found = WINDOWS_RELEASES.map(({ name, builds }) => recogniseGuest(windows(name, builds[0])))
    expect(found.map(({ family, version }) => [family, version])).toEqual(
      WINDOWS_RELEASES.map(({ id, version }) => [id, version]),
    )
  })

  test.each([
    [9600, 1, 'w81'],
    [9600, 2, 'ws2012r2'],
    [17763, 3, 'ws2019'],
    [26100, 1, 'w11'],
    [26100, 3, 'ws2025'],
    [20348, null, 'ws2022'],
    [22631, null, 'w11'],
    [17763, null, null],
    [25398, null, null],
    [19042, 1, 'w10'],
    [7601, null, null],
  ])('without a name: build %i, product type %s', (build, type, family) => {
    const more = type === null ? {} : { ProductType: String(type) }
    expect(recogniseGuest(windows(null, build, more))).toMatchObject({ os: 'windows', family })
  })

  test('a multi-session client says it is a server by type; its name is right', () => {
    const guest = recogniseGuest(windows('Windows 10 Enterprise multi-session', 26100, { ProductType: '3' }))
    expect(guest.family).toBe('w11')
  })

  test.each([
    { ProductType: '1' },
    { CSDVersion: '' },
    { OSVendor: 'Microsoft Corporation' },
    { OSVersion: '6.1.7601' },
    { IntegrationServicesVersion: '10.0.20348.2849' },
    { OSName: 'Windows Server 2019 Standard' },
  ])('one item is enough: %j', (record) => {
    expect(recogniseGuest(items(record)).os).toBe('windows')
  })

  test('a kernel number is not taken for a build', () => {
    expect(
      recogniseGuest(items({ OSVersion: '6.1.112', OSBuildNumber: '6.1.112-122.189.amzn2023.x86_64' })),
    ).toMatchObject({ os: 'linux', kernel: '6.1.112-122.189.amzn2023.x86_64' })
  })
})

describe('addresses and names', () => {
  test.each([
    ['10.0.0.1;10.0.0.2', '', ['10.0.0.1', '10.0.0.2']],
    ['', '2001:db8::1;fe80::1;FE80::2%eth0;::1;::', ['2001:db8::1']],
    ['127.0.0.1;169.254.1.1;0.0.0.0', '', []],
    [' 10.0.0.1 ; ;10.0.0.1', '', ['10.0.0.1']],
    ['getifaddrs failed', 'inet_ntop failed', []],
    ['999.1.1.1;10.0.0', 'abc;12:34', []],
    ['<script>;10.0.0.1', 'fd00::1%$(reboot)', ['10.0.0.1', 'fd00::1']],
  ])('%s | %s', (v4, v6, expected) => {
    const guest = recogniseGuest(items({ NetworkAddressIPv4: v4, NetworkAddressIPv6: v6 }))
    expect(guest.addresses).toEqual(expected)
  })

  test('a host with thousands of addresses keeps a bounded list', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`).join(';')
    expect(recogniseGuest(items({ NetworkAddressIPv4: many })).addresses.length).toBeLessThanOrEqual(64)
  })

  test.each(['getaddrinfo failed\n', 'getaddrinfo failed', '', '  '])('no host name: %j', (name) => {
    expect(recogniseGuest(items({ FullyQualifiedDomainName: name })).hostName).toBe(null)
  })

  test('hostile text is kept, but bounded, and never half a character', () => {
    const name = `<img src=x onerror=alert(1)>${'🖥'.repeat(300)}`
    const guest = recogniseGuest(items({ OSName: name, OSVersion: '5.1.0', FullyQualifiedDomainName: name }))
    expect(guest.name?.startsWith('<img src=x')).toBe(true)
    for (const text of [guest.name, guest.hostName]) {
      expect(text?.length).toBeLessThanOrEqual(256)
      expect(text).not.toMatch(/[\uD800-\uDBFF]$/)
    }
  })

  test('delivered means that something has content', () => {
    expect(recogniseGuest(items({})).delivered).toBe(false)
    expect(recogniseGuest(items({ OSName: '', OSVersion: ' ' })).delivered).toBe(false)
    expect(recogniseGuest(items({ ProcessorArchitecture: '9' })).delivered).toBe(true)
  })
})

const SILENT = items({})
const decide = (record: Readonly<Record<string, string>>, answer: GuestAnswer) => decideGuest(items(record), answer)

describe('what a person says', () => {
  test.each([
    [{ family: 'linux' }, { os: 'linux', family: null, name: null, version: null }],
    [{ family: 'Windows' }, { os: 'windows', family: null, build: null }],
    [{ family: 'freebsd' }, { os: 'freebsd', family: 'freebsd' }],
    [{ family: 'other' }, { os: 'other', family: null }],
    [
      { family: 'ubuntu', version: '22.04' },
      { os: 'linux', family: 'ubuntu', name: 'Ubuntu', version: '22.04' },
    ],
    [
      { family: 'opnsense', version: '26.7' },
      { os: 'freebsd', family: 'opnsense', version: '26.7' },
    ],
    [{ family: 'fortigate' }, { os: 'other', family: 'fortigate' }],
    [{ family: 'vyos' }, { os: 'linux', family: 'vyos' }],
    [{ family: 'ws2012r2' }, { os: 'windows', family: 'ws2012r2', version: '2012 R2', build: 9600 }],
    [{ family: 'w10' }, { os: 'windows', family: 'w10', build: 10240 }],
    [
      { family: 'windows', version: '2012 R2' },
      { os: 'windows', family: 'ws2012r2' },
    ],
    [
      { family: 'windows', version: 'xp' },
      { os: 'windows', family: 'xp' },
    ],
  ])('%j', (answer, expected) => {
    expect(decideGuest(SILENT, answer)).toMatchObject({ ...expected, source: 'answer', conflict: null })
  })

  test.each([{ family: 'unknown' }, { family: 'beos' }, { family: '' }])('%j says nothing', (answer) => {
    expect(decideGuest(SILENT, answer)).toMatchObject({ os: 'unknown', source: 'none', conflict: null })
  })

  test('nothing at all', () => {
    expect(decideGuest(SILENT)).toMatchObject({ os: 'unknown', source: 'none', evidence: null, delivered: false })
  })
})

describe('report and answer together', () => {
  test('the report counts where the systems differ, and the conflict shows', () => {
    const guest = decide({ OSName: 'Ubuntu', OSMajorVersion: '22.04' }, { family: 'windows' })
    expect(guest).toMatchObject({ os: 'linux', family: 'ubuntu', source: 'kvp', conflict: { answer: 'windows' } })
  })

  test('another family of the same system is a disagreement, and the report counts', () => {
    const guest = decide({ OSName: 'Ubuntu', OSMajorVersion: '22.04' }, { family: 'centos', version: '7' })
    expect(guest).toMatchObject({ family: 'ubuntu', version: '22.04', conflict: { answer: 'centos' } })
  })

  test('a release fills a gap and never replaces one', () => {
    expect(decide({ OSName: 'Debian GNU/Linux' }, { family: 'debian', version: '13' }).version).toBe('13')
    expect(
      decide({ OSName: 'Debian GNU/Linux', OSMajorVersion: '12' }, { family: 'debian', version: '13' }).version,
    ).toBe('12')
  })

  test('what the answer adds is in the evidence', () => {
    const guest = decide({ OSName: 'Linux', OSVersion: '5.4.0' }, { family: 'ubuntu', version: '20.04' })
    expect(guest).toMatchObject({ family: 'ubuntu', name: 'Ubuntu', version: '20.04', source: 'kvp', kernel: '5.4.0' })
    expect(JSON.stringify(guest.evidence)).toContain('ubuntu:20.04')
  })

  test('a product that reports the system it is built on', () => {
    const opnsense = decide({ OSName: 'FreeBSD', OSVersion: '14.3' }, { family: 'opnsense', version: '26.7' })
    expect(opnsense).toMatchObject({ family: 'opnsense', name: 'OPNsense', version: '26.7', source: 'kvp' })
    const appliance = decide({ OSName: 'CentOS Linux', OSMajorVersion: '7' }, { family: 'f5-big-ip' })
    expect(appliance).toMatchObject({ family: 'f5-big-ip', version: null })
    expect(decide({ OSName: 'Ubuntu' }, { family: 'f5-big-ip' }).family).toBe('ubuntu')
  })

  test('a Windows release for a build that fits it, and not for another', () => {
    const build = { OSVersion: '10.0.17763', OSBuildNumber: '17763' }
    expect(decide(build, { family: 'ws2019' })).toMatchObject({ family: 'ws2019', build: 17763 })
    expect(decide(build, { family: 'ws2022' })).toMatchObject({ family: null, build: 17763 })
  })

  test('where the report says nothing the answer counts, and name and addresses stay', () => {
    const record = { FullyQualifiedDomainName: 'a.example', NetworkAddressIPv4: '10.0.0.9' }
    expect(decide(record, { family: 'linux' })).toMatchObject({
      os: 'linux',
      source: 'answer',
      hostName: 'a.example',
      addresses: ['10.0.0.9'],
      delivered: true,
    })
  })

  test.each([
    { OSName: 'Windows Server 2022', OSBuildNumber: '5.15.0-91-generic' },
    { OSName: 'Ubuntu', OSVersion: '10.0.20348', OSBuildNumber: '20348' },
    { OSName: 'Linux', IntegrationServicesVersion: '10.0.20348.2849' },
  ])('a name and numbers that contradict each other are no answer: %j', (record) => {
    expect(decideGuest(items(record))).toMatchObject({ os: 'unknown', family: null, source: 'kvp' })
  })

  test('a number without a name keeps it when a person adds the name', () => {
    const record = { OSMajorVersion: '22.04', OSBuildNumber: '5.15.0-91-generic' }
    expect(decide(record, { family: 'ubuntu' })).toMatchObject({ family: 'ubuntu', version: '22.04' })
  })

  test('a report that contradicts itself is not settled by an answer that contradicts its name', () => {
    const record = { OSName: 'Windows Server 2022', OSBuildNumber: '5.15.0-91-generic' }
    expect(decideGuest(items(record))).toMatchObject({ os: 'unknown', source: 'kvp' })
    expect(decide(record, { family: 'linux' })).toMatchObject({ os: 'unknown', conflict: { answer: 'linux' } })
    expect(decide(record, { family: 'windows' })).toMatchObject({ os: 'windows', source: 'answer', conflict: null })
  })

  test('combineGuest without an answer is the report', () => {
    const reported = recogniseGuest(linux('Ubuntu'))
    expect(combineGuest(reported, null, null)).toEqual({ ...reported, source: 'kvp', conflict: null })
  })
})

describe('properties', () => {
  const key = fc.constantFrom(
    'OSName',
    'OSVersion',
    'OSBuildNumber',
    'OSMajorVersion',
    'OSMinorVersion',
    'OSPlatformId',
    'ProductType',
    'IntegrationServicesVersion',
    'FullyQualifiedDomainName',
    'NetworkAddressIPv4',
    'NetworkAddressIPv6',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.constantFrom(
      'Ubuntu',
      'FreeBSD',
      'Windows 10 Pro',
      '10.0.22631',
      '22631',
      '5.15.0-91-generic',
      '2',
      'VERSION = 11',
    ),
  )
  const record = fc.dictionary(key, value, { maxKeys: 11 })
  const answer = fc.record({
    family: fc.oneof(fc.string(), fc.constantFrom('linux', 'windows', 'ws2022', 'opnsense')),
    version: fc.string(),
  })

  test('any items and any answer give a guest with bounded texts', () => {
    fc.assert(
      fc.property(record, fc.option(answer, { nil: undefined }), (facts, said) => {
        const guest = decideGuest(items(facts), said)
        for (const text of [guest.name, guest.version, guest.kernel, guest.hostName]) {
          expect((text ?? '').length).toBeLessThanOrEqual(256)
        }
        expect(JSON.stringify(guest).length).toBeLessThan(20_000)
      }),
    )
  })

  test('an answer never changes the system that a guest reports itself', () => {
    fc.assert(
      fc.property(record, answer, (facts, said) => {
        const alone = decideGuest(items(facts))
        const both = decideGuest(items(facts), said)
        fc.pre(alone.os !== 'unknown')
        expect(both.os).toBe(alone.os)
      }),
    )
  })

  test('what a Linux name says is never taken for Windows or the reverse', () => {
    expect(guestOfAnswer({ family: 'linux' }).os).toBe('linux')
    fc.assert(
      fc.property(fc.constantFrom(...FAMILIES.filter((f) => f.os === 'linux').map((f) => f.name)), (name) => {
        expect(recogniseGuest(linux(name)).os).toBe('linux')
      }),
    )
  })
})
