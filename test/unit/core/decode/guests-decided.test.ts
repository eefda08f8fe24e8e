import { describe, expect, test } from 'vitest'
import { combineGuest, decideGuest, guestOfAnswer, recogniseGuest } from '../../../../src/core/decode/guest'
import type { Guest, GuestAnswer } from '../../../../src/core/model/snapshot'
import { answered, itemsOf, KVP, NOBODY, type Pairs, reported, UBUNTU, UBUNTU_22 } from './expected-guest'

describe('what the guest reports', () => {
  test.each<readonly [Pairs, Guest]>([
    [{}, NOBODY],
    [UBUNTU_22, reported(UBUNTU_22, { ...UBUNTU, version: '22.04' })],
    // Delivered, and none of it tells the system.
    [{ ProcessorArchitecture: 'x86_64' }, { ...NOBODY, delivered: true }],
    [
      { FullyQualifiedDomainName: 'a.example', NetworkAddressIPv4: '10.0.0.9' },
      { ...NOBODY, delivered: true, hostName: 'a.example', addresses: ['10.0.0.9'] },
    ],
    // Blank items are no evidence, and long ones are bounded.
    [{ OSName: ' ', OSVersion: '' }, NOBODY],
    [
      { OSName: 'Ubuntu', OSMajorVersion: '22.04', OSVersion: '  ', OSPlatformId: 'x'.repeat(257), Other: 'y' },
      reported({ ...UBUNTU_22, OSPlatformId: 'x'.repeat(256) }, { ...UBUNTU, version: '22.04' }),
    ],
    // What contradicts itself is evidence all the same.
    [
      { OSName: 'Ubuntu', OSVersion: '10.0.20348' },
      reported({ OSName: 'Ubuntu', OSVersion: '10.0.20348' }, { name: 'Ubuntu' }),
    ],
  ])('%j', (pairs, guest) => {
    expect(decideGuest(itemsOf(pairs))).toEqual(guest)
  })

  test('every telling item stands in the evidence, and no other', () => {
    const telling = {
      OSName: 'Windows Server 2022 Standard',
      OSMajorVersion: '10',
      OSMinorVersion: '0',
      OSVersion: '10.0.20348',
      OSBuildNumber: '20348',
      OSPlatformId: '2',
      ProductType: '3',
      IntegrationServicesVersion: '10.0.20348.1',
    }
    const pairs = { ...telling, CSDVersion: 'x', FullyQualifiedDomainName: 'a' }
    expect(recogniseGuest(itemsOf(pairs)).evidence).toEqual({ source: KVP, value: telling })
  })
})

describe('what a person says', () => {
  const WINDOWS_2012_R2 = {
    os: 'windows',
    family: 'ws2012r2',
    name: 'Windows Server 2012 R2',
    version: '2012 R2',
    build: 9600,
  } as const
  test.each<readonly [GuestAnswer, Guest]>([
    [{ family: 'linux' }, answered('linux', { os: 'linux' })],
    [{ family: ' Linux ', version: ' 6.1 ' }, answered(' Linux : 6.1 ', { os: 'linux', version: '6.1' })],
    [{ family: 'windows' }, answered('windows', { os: 'windows' })],
    [{ family: 'windows', version: '  ' }, answered('windows:  ', { os: 'windows' })],
    [{ family: 'windows', version: '2012 R2' }, answered('windows:2012 R2', WINDOWS_2012_R2)],
    [{ family: 'windows', version: '13' }, answered('windows:13', { os: 'windows', version: '13' })],
    [{ family: 'linux', version: '2012 R2' }, answered('linux:2012 R2', { os: 'linux', version: '2012 R2' })],
    [{ family: 'WS2012R2', version: 'SP1' }, answered('WS2012R2:SP1', WINDOWS_2012_R2)],
    [{ family: 'other', version: 'x' }, answered('other:x', { os: 'other', version: 'x' })],
    [{ family: 'ubuntu' }, answered('ubuntu', UBUNTU)],
    [{ family: 'ubuntu', version: '22.04' }, answered('ubuntu:22.04', { ...UBUNTU, version: '22.04' })],
    [
      { family: 'freebsd', version: '14.1' },
      answered('freebsd:14.1', { os: 'freebsd', family: 'freebsd', name: 'FreeBSD', version: '14.1' }),
    ],
    [
      { family: 'ubuntu', version: 'x'.repeat(300) },
      answered(`ubuntu:${'x'.repeat(249)}`, { ...UBUNTU, version: 'x'.repeat(256) }),
    ],
    [{ family: 'beos', version: '5' }, NOBODY],
    [{ family: '' }, NOBODY],
  ])('%j', (answer, guest) => {
    expect(decideGuest(itemsOf({}), answer)).toEqual(guest)
  })

  test('a system that nobody knows keeps no version', () => {
    expect(guestOfAnswer({ family: 'beos', version: '5' })).toMatchObject({ os: 'unknown', version: null })
  })
})

describe('report and answer together', () => {
  const both = (pairs: Pairs, answer: string, guest: Partial<Guest>): Guest =>
    reported(pairs, { ...guest, evidence: { source: `${KVP}, answer`, value: { ...pairs, answer } } })
  const DEBIAN: Pairs = { OSName: 'Debian GNU/Linux' }
  const DEBIAN_12: Pairs = { ...DEBIAN, OSMajorVersion: '12' }
  const debian = { os: 'linux', family: 'debian', name: 'Debian GNU/Linux' } as const
  const LINUX: Pairs = { OSName: 'Linux', OSVersion: '5.4.0' }
  const BUILD: Pairs = { OSVersion: '10.0.17763', OSBuildNumber: '17763' }
  const BSD: Pairs = { OSName: 'FreeBSD', OSVersion: '14.3' }
  const CONTRADICTION: Pairs = { OSName: 'Windows Server 2022', OSBuildNumber: '5.15.0-91-generic' }

  test.each<readonly [string, Pairs, GuestAnswer, Guest]>([
    ['the same family', DEBIAN_12, { family: 'debian' }, reported(DEBIAN_12, { ...debian, version: '12' })],
    ['the same family and no release', DEBIAN, { family: 'debian' }, reported(DEBIAN, debian)],
    ['the system alone', DEBIAN, { family: 'linux' }, reported(DEBIAN, debian)],
    [
      'a release that is missing',
      DEBIAN,
      { family: 'debian', version: '13' },
      both(DEBIAN, 'debian:13', { ...debian, version: '13' }),
    ],
    [
      'the system and a release that is missing',
      DEBIAN,
      { family: 'linux', version: '13' },
      both(DEBIAN, 'linux:13', { ...debian, version: '13' }),
    ],
    [
      'another release',
      DEBIAN_12,
      { family: 'debian', version: '13' },
      reported(DEBIAN_12, { ...debian, version: '12' }),
    ],
    [
      'another family',
      DEBIAN_12,
      { family: 'ubuntu' },
      reported(DEBIAN_12, { ...debian, version: '12', conflict: { answer: 'ubuntu' } }),
    ],
    [
      'another system',
      DEBIAN_12,
      { family: 'FreeBSD' },
      reported(DEBIAN_12, { ...debian, version: '12', conflict: { answer: 'FreeBSD' } }),
    ],
    ['nothing', DEBIAN_12, { family: 'beos' }, reported(DEBIAN_12, { ...debian, version: '12' })],
    [
      'the family of a plain Linux',
      LINUX,
      { family: 'ubuntu', version: '20.04' },
      both(LINUX, 'ubuntu:20.04', { ...UBUNTU, version: '20.04', kernel: '5.4.0' }),
    ],
    [
      'the family of a Linux without a name',
      { OSVersion: '5.4.0', OSMajorVersion: '20' },
      { family: 'ubuntu' },
      both({ OSVersion: '5.4.0', OSMajorVersion: '20' }, 'ubuntu', { ...UBUNTU, version: '20', kernel: '5.4.0' }),
    ],
    [
      'the family of a Linux with another name',
      { OSName: 'Contoso', OSVersion: '5.4.0' },
      { family: 'ubuntu' },
      reported({ OSName: 'Contoso', OSVersion: '5.4.0' }, { os: 'linux', name: 'Contoso', kernel: '5.4.0' }),
    ],
    [
      'a Windows that fits the build',
      BUILD,
      { family: 'ws2019' },
      both(BUILD, 'ws2019', {
        os: 'windows',
        family: 'ws2019',
        name: 'Windows Server 2019',
        version: '2019',
        build: 17763,
      }),
    ],
    [
      'a Windows that is too new for the build',
      BUILD,
      { family: 'ws2022' },
      reported(BUILD, { os: 'windows', build: 17763 }),
    ],
    [
      'a Windows that is too old for the build',
      BUILD,
      { family: 'ws2016' },
      reported(BUILD, { os: 'windows', build: 17763 }),
    ],
    [
      'a Windows where no build is known',
      { OSPlatformId: '2' },
      { family: 'ws2016' },
      both({ OSPlatformId: '2' }, 'ws2016', {
        os: 'windows',
        family: 'ws2016',
        name: 'Windows Server 2016',
        version: '2016',
        build: 14393,
      }),
    ],
    [
      'a Windows of a family that is known',
      { OSName: 'Windows 10 Pro' },
      { family: 'ws2016' },
      reported(
        { OSName: 'Windows 10 Pro' },
        { os: 'windows', family: 'w10', name: 'Windows 10 Pro', version: '10', conflict: { answer: 'ws2016' } },
      ),
    ],
    [
      'a product that reports what it is built on',
      BSD,
      { family: 'opnsense', version: '26.7' },
      both(BSD, 'opnsense:26.7', { os: 'freebsd', family: 'opnsense', name: 'OPNsense', version: '26.7' }),
    ],
    [
      'a product without its release',
      BSD,
      { family: 'opnsense' },
      both(BSD, 'opnsense', { os: 'freebsd', family: 'opnsense', name: 'OPNsense' }),
    ],
    [
      'a contradiction that is not settled',
      CONTRADICTION,
      { family: 'linux' },
      reported(CONTRADICTION, { name: 'Windows Server 2022', conflict: { answer: 'linux' } }),
    ],
    [
      'a contradiction that is settled',
      CONTRADICTION,
      { family: 'windows' },
      answered('windows', { os: 'windows', delivered: true }),
    ],
    [
      'a contradiction, and nothing said',
      CONTRADICTION,
      { family: 'beos' },
      reported(CONTRADICTION, { name: 'Windows Server 2022' }),
    ],
    [
      'a contradiction of Linux, settled either way',
      { OSName: 'Ubuntu', OSVersion: '10.0.20348' },
      { family: 'windows' },
      answered('windows', { os: 'windows', delivered: true }),
    ],
    [
      'a name and addresses, which stay',
      { FullyQualifiedDomainName: 'a.example', NetworkAddressIPv4: '10.0.0.9' },
      { family: 'linux' },
      answered('linux', { os: 'linux', hostName: 'a.example', addresses: ['10.0.0.9'], delivered: true }),
    ],
  ])('%s', (_what, pairs, answer, guest) => {
    expect(decideGuest(itemsOf(pairs), answer)).toEqual(guest)
  })

  test('a conflict without words of the person names the system that was meant', () => {
    const conflicts = [DEBIAN_12, CONTRADICTION].map(
      (pairs) => combineGuest(recogniseGuest(itemsOf(pairs)), guestOfAnswer({ family: 'freebsd' }), null).conflict,
    )
    expect(conflicts).toEqual([{ answer: 'freebsd' }, { answer: 'freebsd' }])
  })
})
