import { describe, expect, test } from 'vitest'
import { decideGuest } from '../../../../src/core/decode/guest'
import { readWorksheet } from '../../../../src/core/decode/worksheet'
import type { KnownGuest } from '../../../../src/core/model/history'
import type { Guest, GuestAnswer } from '../../../../src/core/model/snapshot'
import { outputOf, UBUNTU_LINES } from '../worksheet/outputs'
import { answered, itemsOf, NOBODY, type Pairs, reported, UBUNTU, UBUNTU_22 } from './expected-guest'

describe('a guest that an earlier check knew', () => {
  const KNOWN: KnownGuest = {
    os: 'linux',
    family: 'ubuntu',
    name: 'Ubuntu',
    version: '22.04',
    kernel: '5.15.0-91-generic',
    build: null,
    hostName: 'web01.example.test',
    asOf: '2026-11-01T08:00:00Z',
  }
  const { hostName: _then, asOf, ...system } = KNOWN
  const remembered: Guest = {
    ...NOBODY,
    ...system,
    source: 'history',
    asOf,
    evidence: { source: 'history', value: { ...system, asOf } },
  }

  test.each<readonly [string, Pairs, GuestAnswer | undefined, Guest]>([
    ['and that is silent now', {}, undefined, remembered],
    ['and that sends blank items now', { OSName: ' ' }, undefined, remembered],
    ['of which a person says nothing', {}, { family: 'beos' }, remembered],
    [
      'of which a person says something',
      {},
      { family: 'freebsd' },
      answered('freebsd', { os: 'freebsd', family: 'freebsd', name: 'FreeBSD' }),
    ],
    ['and that sends something else now', { ProcessorArchitecture: 'x' }, undefined, { ...NOBODY, delivered: true }],
    ['and that names itself now', UBUNTU_22, undefined, reported(UBUNTU_22, { ...UBUNTU, version: '22.04' })],
    [
      'and that contradicts itself now',
      { OSName: 'Linux', OSVersion: '10.0.20348' },
      undefined,
      reported({ OSName: 'Linux', OSVersion: '10.0.20348' }, { name: 'Linux' }),
    ],
  ])('%s', (_what, pairs, answer, guest) => {
    expect(decideGuest(itemsOf(pairs), answer, KNOWN)).toEqual(guest)
  })
})

describe('a guest in which a worksheet was run', () => {
  const worksheet = (system: 'linux' | 'freebsd' | 'windows', lines: readonly string[]) =>
    readWorksheet(outputOf(system, lines)) ?? undefined
  const decide = (pairs: Pairs, lines = worksheet('linux', UBUNTU_LINES), answer?: GuestAnswer): Guest =>
    decideGuest(itemsOf(pairs), answer, undefined, lines)
  const DEBIAN: Pairs = { OSName: 'Debian GNU/Linux' }
  const SEEN: Guest = {
    ...NOBODY,
    ...UBUNTU,
    version: '22.04',
    kernel: '5.15.0-91-generic',
    source: 'worksheet',
    evidence: {
      source: 'worksheet',
      value: {
        OSName: 'Ubuntu',
        OSMajorVersion: '22.04',
        OSVersion: '5.15.0',
        OSBuildNumber: '5.15.0-91-generic',
        IntegrationServicesVersion: '3.1',
        kernel: 'kernel: 5.15.0-91-generic',
      },
    },
  }

  test('is known by it where data exchange is silent', () => {
    expect(decide({})).toEqual(SEEN)
    expect(decide({ FullyQualifiedDomainName: 'a' })).toEqual({ ...SEEN, hostName: 'a', delivered: true })
  })

  test('is the product that its release file names', () => {
    const lines = ['kernel: 14.1-RELEASE', 'name: FreeBSD', 'release-file: /etc/platform OPNsense 26.7']
    expect(decide({}, worksheet('freebsd', lines))).toMatchObject({
      os: 'freebsd',
      family: 'opnsense',
      name: 'OPNsense',
      version: null,
      source: 'worksheet',
    })
  })

  test('without a telling line has what the items say as evidence', () => {
    const { source, evidence } = decide(
      {},
      worksheet('windows', ['name: Windows Server 2019 Standard', 'build: 17763']),
    )
    expect(source).toBe('worksheet')
    expect(evidence).toEqual({
      source: 'worksheet',
      value: { OSName: 'Windows Server 2019 Standard', OSBuildNumber: '17763', OSPlatformId: '2' },
    })
  })

  test('is what data exchange says, marked where the worksheet saw another system', () => {
    expect(decide(UBUNTU_22)).toEqual(reported(UBUNTU_22, { ...UBUNTU, version: '22.04' }))
    const debian = reported(DEBIAN, { os: 'linux', family: 'debian', name: 'Debian GNU/Linux' })
    expect(decide(DEBIAN)).toEqual({ ...debian, conflict: { answer: 'Ubuntu', by: 'worksheet' } })
    expect(decide(DEBIAN, worksheet('windows', ['build: 17763']))).toEqual({
      ...debian,
      conflict: { answer: 'windows', by: 'worksheet' },
    })
    expect(decide(DEBIAN, worksheet('linux', ['bus-devices: 3']))).toEqual(debian)
  })

  test('keeps the conflict with a person before that with the worksheet', () => {
    const conflicts = [{ family: 'FreeBSD' }, { family: 'linux' }].map(
      (answer) => decide(DEBIAN, undefined, answer).conflict,
    )
    expect(conflicts).toEqual([{ answer: 'FreeBSD' }, { answer: 'Ubuntu', by: 'worksheet' }])
  })

  test('and a person’s answer go together as report and answer do', () => {
    expect(decide({}, undefined, { family: 'freebsd' })).toEqual({ ...SEEN, conflict: { answer: 'freebsd' } })
    expect(decide({}, undefined, { family: 'ubuntu' })).toEqual(SEEN)
    expect(decide({}, worksheet('linux', ['bus-devices: 3']), { family: 'ubuntu' })).toMatchObject(UBUNTU)
  })
})
