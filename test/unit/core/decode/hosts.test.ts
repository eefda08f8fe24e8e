import { describe, expect, test } from 'vitest'
import { buildText, decodeHost } from '../../../../src/core/decode/host'
import type { Capture } from '../../../../src/core/model/capture'
import type { Host } from '../../../../src/core/model/snapshot'
import { captureOf } from '../capture-builder'

const NOBODY: Host = { name: null, os: null, build: null, is2016OrLater: null, access: null }
const hostOf = (host: Capture['host'], computerName: string | null = null): Host =>
  decodeHost({ ...captureOf([]), host, target: { computerName, via: 'file' }, access: null })

describe('the host', () => {
  test.each<readonly [string, Capture['host'], Partial<Host>]>([
    ['of which nothing was read', {}, {}],
    ['whose rows are null', { Win32_OperatingSystem: null, Win32_ComputerSystem: null, StdRegProv: null }, {}],
    [
      'that was read whole',
      {
        Win32_OperatingSystem: { Caption: 'Microsoft Windows Server 2022 Datacenter', BuildNumber: '20348' },
        Win32_ComputerSystem: { Name: 'HV01' },
        StdRegProv: { UBR: 2113 },
      },
      { name: 'HV01', os: 'Windows Server 2022 Datacenter', build: 20_348, revision: 2113, is2016OrLater: true },
    ],
    [
      'of an old release',
      { Win32_OperatingSystem: { Caption: 'Microsoft Windows Server 2012 R2 Standard', BuildNumber: 9600 } },
      { os: 'Windows Server 2012 R2 Standard', build: 9600, is2016OrLater: false },
    ],
    [
      'with white space around its names',
      { Win32_OperatingSystem: { Caption: ' microsoft  Windows Server 2016 ' } },
      { os: 'Windows Server 2016', is2016OrLater: true },
    ],
    [
      'whose release has the maker inside its name',
      { Win32_OperatingSystem: { Caption: 'Azure Microsoft Host' } },
      { os: 'Azure Microsoft Host' },
    ],
    ['that names its maker alone', { Win32_OperatingSystem: { Caption: 'Microsoft ' } }, { os: 'Microsoft' }],
    ['whose names are blank', { Win32_OperatingSystem: { Caption: ' ' }, Win32_ComputerSystem: { Name: ' ' } }, {}],
    [
      'whose build stands in its version alone',
      { Win32_OperatingSystem: { Version: '10.0.14393' } },
      { build: 14_393, is2016OrLater: true },
    ],
    [
      'whose version has more behind the build',
      { Win32_OperatingSystem: { Version: '10.0.14393.1', BuildNumber: 'x' } },
      { build: 14_393, is2016OrLater: true },
    ],
    [
      'whose build counts before its version',
      { Win32_OperatingSystem: { Version: '10.0.14393', BuildNumber: '9600' } },
      { build: 9600, is2016OrLater: false },
    ],
    ['whose version is none', { Win32_OperatingSystem: { Version: 'v10.0.14393' } }, {}],
    ['whose version is too short', { Win32_OperatingSystem: { Version: '10.14393' } }, {}],
    ['whose update level is none', { StdRegProv: { UBR: 'x' } }, {}],
    ['whose update level is a text', { StdRegProv: { UBR: '0' } }, { revision: 0 }],
  ])('%s', (_what, host, expected) => {
    expect(hostOf(host)).toEqual({ ...NOBODY, ...expected })
  })

  test('is called as it was asked, where it did not say its name', () => {
    expect(hostOf({}, 'HV02').name).toBe('HV02')
    expect(hostOf({}, ' ').name).toBeNull()
    expect(hostOf({ Win32_ComputerSystem: { Name: 'HV01' } }, 'HV02').name).toBe('HV01')
    expect(hostOf({ Win32_ComputerSystem: { Name: '' } }, 'HV02').name).toBe('HV02')
  })

  test('has the access that the self-test found', () => {
    const capture = captureOf([])
    expect(decodeHost(capture).access).toBe(capture.access)
  })
})

test.each<readonly [number | string | null, number | undefined, string | null]>([
  [26_100, 4652, '26100.4652'],
  [26_100, 0, '26100.0'],
  [26_100, undefined, '26100'],
  ['26100', undefined, '26100'],
  [null, 4652, null],
])('build %s and update level %s: %s', (build, revision, text) => {
  expect(buildText(build, revision)).toBe(text)
})
