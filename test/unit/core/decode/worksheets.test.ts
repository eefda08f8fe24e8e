import { describe, expect, test } from 'vitest'
import { readWorksheet, worksheetAt, worksheetFor } from '../../../../src/core/decode/worksheet'
import type { Worksheet } from '../../../../src/core/model/worksheet'
import { VM_ID } from '../capture-builder'
import { outputOf, UBUNTU_LINES } from '../worksheet/outputs'

function said(worksheet: Worksheet | null): string {
  if (worksheet === null) return 'no worksheet'
  const { items, parts, lines, ...rest } = worksheet
  return [
    JSON.stringify(rest),
    [...items].map(([name, value]) => `${name}=${value}`).join('; '),
    Object.entries(parts)
      .map(([service, state]) => `${service} ${state}`)
      .join(', '),
    ...lines,
  ].join('\n')
}

const without = (lines: readonly string[], ...begins: readonly string[]): readonly string[] =>
  lines.filter((line) => !begins.some((begin) => line.startsWith(begin)))
const HIDDEN = [...without(UBUNTU_LINES, 'processes', 'process:'), 'processes: hidden']
const unit = (name: string, active: string, file: string): string =>
  `unit: ${name} LoadState=loaded ActiveState=${active} UnitFileState=${file}`
const RHEL = [
  'kernel: 5.14.0-362.el9.x86_64',
  'os-release: NAME="Red Hat Enterprise Linux"',
  "os-release: VERSION_ID='9.3'",
  'module: hv_utils loaded',
  'bus-devices: 12',
  'processes: readable',
  'packages: rpm',
]
const WINDOWS = [
  'name: Windows Server 2019 Standard',
  'build: 17763',
  'kind: Server',
  'services-version: 10.0.17763.1',
  'service: vmicheartbeat Running 3',
  'service: VMICKVPEXCHANGE Stopped 3',
  'service: vmicshutdown Stopped 4',
  'service: vmictimesync StartPending 3',
  'service: vmicvss Running 3',
]

describe('what a worksheet shows', () => {
  test.each([
    ['Ubuntu without its daemons', outputOf('linux', UBUNTU_LINES)],
    ['Ubuntu of a VM', outputOf('linux', UBUNTU_LINES, VM_ID.toLowerCase())],
    [
      'every daemon by its usual name',
      outputOf('linux', [
        ...UBUNTU_LINES,
        'process: hv_kvp_daemon',
        'process: hv_vss_daemon',
        'process:  hv_fcopy_daemon ',
      ]),
    ],
    [
      'every daemon of Red Hat',
      outputOf('linux', [
        ...RHEL,
        'process: hypervkvpd',
        'process: hypervvssd',
        'process: hypervfcopyd',
        'package: hyperv-daemons 0',
      ]),
    ],
    [
      'names that only begin like daemons',
      outputOf('linux', [...RHEL, 'process: hypervkvpd2', 'process: xhv_vss_daemon']),
    ],
    ['no package', outputOf('linux', RHEL)],
    ['no word about packages', outputOf('linux', without(RHEL, 'packages'))],
    [
      'white space behind every value',
      outputOf(
        'linux',
        [...RHEL, 'process: hypervkvpd'].map((line) => `${line} \t`),
      ),
    ],
    [
      'quotes inside a name',
      outputOf('linux', ['kernel: 6.6', `os-release: NAME="Con'to"so'`, 'os-release: VERSION_ID=1"2"3']),
    ],
    ['a release file of another kind', outputOf('linux', ['kernel: 4.4', 'release-file: /etc/other CentOS release 6'])],
    ['hidden processes, a unit of which little is said', outputOf('linux', [...HIDDEN, 'unit: hypervkvpd Loaded=yes'])],
    ['a package of another distribution', outputOf('linux', [...RHEL, 'package: hyperv-daemons-license 0'])],
    ['no package program', outputOf('linux', [...without(RHEL, 'packages'), 'packages: unknown'])],
    [
      'units switched off',
      outputOf('linux', [
        ...UBUNTU_LINES,
        unit('hv-kvp-daemon', 'inactive', 'disabled'),
        unit('hv_vss_daemon', 'inactive', 'masked'),
        unit('hv-fcopy-uio-daemon', 'inactive', 'enabled'),
      ]),
    ],
    [
      'one unit of two switched off',
      outputOf('linux', [
        ...UBUNTU_LINES,
        unit('hv-kvp-daemon', 'inactive', 'disabled'),
        unit('hypervkvpd', 'inactive', 'enabled'),
      ]),
    ],
    [
      'hidden processes, units of every kind',
      outputOf('linux', [
        ...HIDDEN,
        unit('hypervkvpd', 'active', 'enabled'),
        unit('hv-vss-daemon', 'inactive', 'disabled'),
        unit('hypervfcopyd', 'inactive', 'enabled'),
      ]),
    ],
    [
      'hidden processes, file copy of a new kernel',
      outputOf('linux', [
        ...HIDDEN.map((line) => line.replaceAll('5.15.0-91', '6.10.0-1')),
        unit('hv-fcopy-daemon', 'active', 'enabled'),
        unit('hv-kvp-daemon', 'active', 'enabled'),
      ]),
    ],
    ['hidden processes and a hidden log', outputOf('linux', [...without(HIDDEN, 'kernel-log'), 'kernel-log: hidden'])],
    ['the driver absent', outputOf('linux', [...without(UBUNTU_LINES, 'module: hv_utils'), 'module: hv_utils absent'])],
    [
      'the driver builtin',
      outputOf('linux', [...without(UBUNTU_LINES, 'module: hv_utils'), 'module: hv_utils builtin']),
    ],
    ['the driver not listed', outputOf('linux', without(UBUNTU_LINES, 'module: hv_utils'))],
    ['an empty bus', outputOf('linux', [...without(UBUNTU_LINES, 'bus-devices'), 'bus-devices: 0'])],
    ['a bus of no number', outputOf('linux', [...without(UBUNTU_LINES, 'bus-devices'), 'bus-devices: 12x'])],
    ['a bus nobody could read', outputOf('linux', [...without(UBUNTU_LINES, 'bus-devices'), 'bus-devices: hidden'])],
    [
      'an old release file',
      outputOf('linux', [
        'kernel: 2.6.32-754.el6',
        'release-file: /etc/redhat-release CentOS release 6.10 (Final)',
        'release-file: /etc/other x',
      ]),
    ],
    ['nothing but a kernel', outputOf('linux', ['kernel: 6.6.8'])],
    [
      'a log line and many processes',
      outputOf('linux', [
        ...UBUNTU_LINES,
        'log: hv_utils: x',
        ...Array.from({ length: 50 }, (_, index) => `process: p${index}`),
      ]),
    ],
    [
      'FreeBSD',
      outputOf('freebsd', [
        'name: FreeBSD',
        'kernel: 14.1-RELEASE',
        'processes: readable',
        'process: hv_kvp_daemon',
        'log: hv_kvp0: x',
      ]),
    ],
    [
      'FreeBSD with hidden processes',
      outputOf('freebsd', ['name: FreeBSD', 'kernel: 14.1-RELEASE', 'processes: hidden', 'process: hv_kvp_daemon']),
    ],
    [
      'pfSense',
      outputOf('freebsd', [
        'name: FreeBSD',
        'kernel: 15.0-CURRENT',
        'release-file: /etc/platform pfSense',
        'processes: readable',
        'process: hv_vss_daemon',
        'process: my_hv_kvp_daemon',
      ]),
    ],
    [
      'OPNsense',
      outputOf('freebsd', ['name: FreeBSD', 'release-file: opnsense-version OPNsense 24.1', 'processes: readable']),
    ],
    ['Windows', outputOf('windows', WINDOWS)],
    ['a Windows client', outputOf('windows', ['name: Windows 11 Pro', 'build: 22631', 'kind: Client'])],
    ['a kind nobody knows', outputOf('windows', ['name: Windows', 'kind: other'])],
    ['Windows that breaks off', outputOf('windows', WINDOWS).split('\n').slice(0, -1).join('\n')],
    [
      'Linux that breaks off',
      outputOf('linux', [...UBUNTU_LINES, 'process: hv_kvp_daemon'])
        .split('\n')
        .slice(0, -1)
        .join('\n'),
    ],
    ['two, the later one counts', `${outputOf('linux', UBUNTU_LINES)}\n\n${outputOf('windows', WINDOWS)}`],
    [
      'one that begins inside another',
      `${outputOf('linux', UBUNTU_LINES).split('\n').slice(0, 5).join('\n')}\n${outputOf('windows', WINDOWS)}`,
    ],
    ['the other line ends', outputOf('linux', UBUNTU_LINES).replaceAll('\n', '\r\n')],
    [
      'a line too long for an answer',
      outputOf('linux', ['kernel: 6.6', `log: ${'x'.repeat(401)}`, `log: ${'y'.repeat(400)}`]),
    ],
    ['keys that are none', outputOf('linux', ['kernel: 6.6', 'Kernel: 7', 'k: 8', 'kernel:9'])],
    ['no entries', outputOf('linux', ['nothing'])],
    ['a system nobody knows', outputOf('linux', UBUNTU_LINES).replace('begin: linux', 'begin: beos')],
    ['no mark', UBUNTU_LINES.join('\n')],
    [
      'more lines than a guest has to say',
      outputOf('linux', [...Array.from({ length: 400 }, () => 'x'), 'kernel: 6.6']),
    ],
    ['as many lines as are read', outputOf('linux', [...Array.from({ length: 397 }, () => 'x'), 'kernel: 6.6'])],
  ])('%s', (name, text) => {
    expect(said(readWorksheet(text))).toMatchSnapshot(name)
  })
})

describe('the lines of a worksheet in a text', () => {
  const lines = (text: string) => text.split('\n')
  test.each<readonly [string, string, number, readonly [number, number] | null]>([
    ['from its mark to its end', `x\n${outputOf('linux', ['kernel: 6.6'])}\ny`, 1, [1, 4]],
    ['to the end of the text', outputOf('linux', ['kernel: 6.6']).split('\n').slice(0, -1).join('\n'), 0, [0, 2]],
    [
      'to the mark of another',
      `${outputOf('linux', ['kernel: 6.6']).replace('end', 'x')}\n${outputOf('linux', [])}`,
      0,
      [0, 3],
    ],
    [
      'to the last line that is read',
      outputOf('linux', ['kernel: 6.6', ...Array.from({ length: 500 }, () => 'x')]),
      0,
      [0, 400],
    ],
    ['not from another line', `x\n${outputOf('linux', ['kernel: 6.6'])}`, 0, null],
    ['not behind the text', outputOf('linux', ['kernel: 6.6']), 3, null],
    ['not where nothing is said', outputOf('linux', []), 0, null],
  ])('%s', (_what, text, at, found) => {
    const worksheet = worksheetAt(lines(text), at)
    expect(worksheet === null ? null : [worksheet.from, worksheet.to]).toEqual(found)
  })
})

describe('the worksheet of a VM', () => {
  const text = (id: string): string => outputOf('linux', UBUNTU_LINES, id)

  test.each([
    [VM_ID, VM_ID, true],
    [VM_ID.toLowerCase(), VM_ID, true],
    [VM_ID, '-', true],
    [VM_ID, VM_ID.replace(/1$/, '9'), false],
    ['pasted:web', VM_ID, true],
  ])('%s takes one made for %s: %s', (id, made, takes) => {
    expect(worksheetFor(id, { [id]: { text: text(made) } }) !== undefined).toBe(takes)
  })

  test.each([[undefined], [{}], [{ [VM_ID]: { text: 'nothing' } }]])('none in %j', (worksheets) => {
    expect(worksheetFor(VM_ID, worksheets)).toBeUndefined()
    expect(worksheetFor('toString', worksheets)).toBeUndefined()
  })
})
