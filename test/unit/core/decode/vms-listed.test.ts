import { describe, expect, test } from 'vitest'
import { decodeCapture } from '../../../../src/core/decode/snapshot'
import type { Capture, Row } from '../../../../src/core/model/capture'
import { captureOf, VM_ID } from '../capture-builder'

const SYSTEMS = 'Msvm_ComputerSystem'
const HOST_ROW: Row = { Name: 'HV01', EnabledState: 2 }
const ID = (number: number): string => VM_ID.replace(/1$/, String(number))
const row = (number: number, EnabledState: unknown = 2): Row => ({ Name: ID(number), EnabledState })
const PROBLEM = { class: SYSTEMS, code: '0x80041006', message: 'quota' }

interface Read {
  readonly systems: readonly Row[] | null
  readonly others?: Readonly<Record<string, readonly Row[]>>
  readonly more?: Partial<Capture>
}
function decoded({ systems, others = {}, more = {} }: Read) {
  const classes = Object.fromEntries(
    Object.entries({ [SYSTEMS]: systems, ...others }).map(([name, rows]) => [name, rows === null ? null : [...rows]]),
  )
  return decodeCapture({ ...captureOf([]), access: null, classes, ...more })
}
const listed = (read: Read): string =>
  decoded(read)
    .vms.map(({ id, state }) => `${id.at(-1)} ${state}`)
    .join(', ')

describe('which VMs a host has', () => {
  const NAMED_BY_OTHERS = {
    Msvm_VirtualSystemSettingData: [{ VirtualSystemIdentifier: ID(5) }],
    Msvm_VssComponent: [{ SystemName: ID(6), OperationalStatus: [2] }],
    Msvm_VssComponentSettingData: [{ InstanceID: `Microsoft:${ID(7)}\\x`, EnabledState: 2 }],
    Msvm_SummaryInformation: [{ Name: ID(8) }],
  }

  test.each<readonly [string, Read, string]>([
    ['those that it lists, in their order', { systems: [row(2), HOST_ROW, row(1, 3)] }, '2 running, 1 off'],
    ['none', { systems: [HOST_ROW] }, ''],
    ['listed twice, the running row last', { systems: [row(1, 3), row(2), row(1)] }, '1 running, 2 running'],
    ['listed twice, the running row first', { systems: [row(1), row(1, 3)] }, '1 running'],
    ['listed twice, neither running', { systems: [row(1, 3), row(1, 6)] }, '1 saved'],
    ['listed twice and running twice', { systems: [row(1, '2'), { ...row(1), ElementName: 'x' }] }, '1 running'],
    ['rows without a name', { systems: [{}, { Name: null }, row(1)] }, '1 running'],
    ['named by others, where the list was read', { systems: [row(1)], others: NAMED_BY_OTHERS }, '1 running'],
    [
      'named by others, where the list broke off',
      { systems: [row(1)], others: NAMED_BY_OTHERS, more: { problems: [PROBLEM] } },
      '1 running, 5 unknown, 6 unknown',
    ],
    [
      'named by others, where the list was refused',
      { systems: null, others: NAMED_BY_OTHERS, more: { problems: [PROBLEM] } },
      '5 unknown, 6 unknown',
    ],
    [
      'named by others, where the list was not asked for',
      { systems: null, others: NAMED_BY_OTHERS },
      '5 unknown, 6 unknown',
    ],
  ])('%s', (_what, read, vms) => {
    expect(listed(read)).toBe(vms)
  })
})

describe('whether a host without VMs is proved to have none', () => {
  const { access } = captureOf([])
  const seen = (hostRowSeen: boolean | null): Partial<Capture> => ({
    access: access === null ? null : { ...access, hostRowSeen },
  })

  test.each<readonly [string, Read, boolean]>([
    ['its own row', { systems: [HOST_ROW] }, true],
    ['its own row between VMs', { systems: [row(1), HOST_ROW, row(2)] }, true],
    ['the self-test that saw its own row', { systems: [], more: seen(true) }, true],
    ['the self-test that did not', { systems: [], more: seen(false) }, false],
    ['a self-test without an answer', { systems: [], more: seen(null) }, false],
    ['no self-test', { systems: [] }, false],
    ['a row without a name', { systems: [{ EnabledState: 2 }, { Name: ' ' }] }, false],
    ['a list that broke off', { systems: [HOST_ROW], more: { problems: [PROBLEM] } }, false],
    ['no list, and the self-test that saw its own row', { systems: null, more: seen(true) }, false],
    ['a check that was stopped', { systems: [HOST_ROW], more: { stopped: 'cancelled' } }, false],
  ])('%s: %s', (_what, read, isProved) => {
    expect(decoded(read).emptyIsProved).toBe(isProved)
  })
})

describe('what the capture itself says', () => {
  test('stands in what was read', () => {
    const more: Partial<Capture> = {
      complete: false,
      stopped: 'timed-out',
      timings: { a: 40, b: 2 },
      problems: [PROBLEM],
    }
    expect(decoded({ systems: [], more })).toMatchObject({
      collectedAt: '2026-11-23T08:46:37Z',
      complete: false,
      stopped: 'timed-out',
      queries: 2,
      queryMs: 42,
      problems: [PROBLEM],
    })
  })

  test('can be null', () => {
    expect(decoded({ systems: [], more: { timings: null, problems: null, events: null } })).toMatchObject({
      queries: 0,
      queryMs: 0,
      problems: [],
    })
  })
})

describe('what is there only where there is any', () => {
  const read = (more: Partial<Capture>, others: Read['others'] = {}) =>
    decoded({ systems: [row(1)], others, more }).vms[0]
  const ROLE = { MSCluster_Resource: [{ PrivateProperties: { VmID: ID(1) } }] }
  const output = '--- integration-doctor worksheet 1 begin: linux - ---\nkernel: 5.15.0\n'

  test('a role of a cluster', () => {
    expect(read({}, ROLE)).toMatchObject({ clustered: true })
    expect(Object.keys(read({}, ROLE) ?? {})).not.toContain('worksheet')
  })

  test('a worksheet', () => {
    const worksheets = { [ID(1)]: { text: output } }
    expect(read({ worksheets })?.worksheet).toMatchObject({ system: 'linux', vmId: null, isWhole: false })
    expect(Object.keys(read({ worksheets }) ?? {})).not.toContain('clustered')
    expect(read({ worksheets }, ROLE)).toMatchObject({ clustered: true, worksheet: { system: 'linux' } })
  })

  test('neither', () => {
    expect(Object.keys(read({}) ?? {}).filter((name) => ['clustered', 'worksheet'].includes(name))).toEqual([])
  })

  test.each([
    [' ', null],
    ['Ubuntu', 'Ubuntu'],
    ['x'.repeat(257), 'x'.repeat(256)],
    [5, '5'],
  ])('a guest in the summary: %j', (GuestOperatingSystem, hint) => {
    expect(read({}, { Msvm_SummaryInformation: [{ Name: ID(1), GuestOperatingSystem }] })?.guestHint).toBe(hint)
  })
})

describe('rows that name VMs in different ways and orders', () => {
  const vssOf = (names: readonly unknown[]) =>
    decoded({
      systems: [row(1), row(2), row(3)],
      others: {
        Msvm_VssComponent: names.map((SystemName, index) => ({
          SystemName,
          OperationalStatus: [index === 0 ? 13 : 2],
        })),
      },
    })
      .vms.map(({ services }) => services.vss.kind)
      .join(' ')

  test.each<readonly [string, readonly unknown[], string]>([
    ['as the list of VMs', [ID(1), ID(2), ID(3)], 'lost-communication ok ok'],
    ['the other way round', [ID(3), ID(2), ID(1)], 'ok ok lost-communication'],
    ['with the last one first', [ID(3), ID(1), ID(2)], 'ok ok lost-communication'],
    ['one of them', [ID(2)], 'none lost-communication none'],
    [
      'in small letters and braces',
      [`{${ID(2).toLowerCase()}}`, ID(1), ID(3).toLowerCase()],
      'ok lost-communication ok',
    ],
    ['the host between them', ['HV01', ID(1), 'HV01', ID(2)], 'ok ok none'],
    ['numbers and nothing between them', [5, ID(1), null, undefined, ID(3)], 'ok none ok'],
  ])('%s', (_how, names, kinds) => {
    expect(vssOf(names)).toBe(kinds)
  })

  test.each<readonly [string, readonly unknown[], string]>([
    ['in order', [1, 2, 3].map((at) => `Microsoft:${ID(at)}\\x`), 'false true true'],
    ['the other way round', [3, 2, 1].map((at) => `Microsoft:${ID(at)}\\x`), 'true true false'],
    ['with nothing behind the id', [3, 1].map((at) => `Microsoft:${ID(at)}`), 'true null false'],
    ['in small letters', [3, 1].map((at) => `microsoft:${ID(at).toLowerCase()}\\x`), 'true null false'],
    ['with the id behind something', [3, 1].map((at) => `Microsoft:x\\${ID(at)}\\x`), 'true null false'],
    [
      'templates between them',
      ['Microsoft:Definition\\x', `Microsoft:${ID(2)}`, 5, null, `Microsoft:${ID(1)}`],
      'true true null',
    ],
    ['a template that names an id', [`Microsoft:Definition\\${ID(1)}`, `Microsoft:${ID(1)}`], 'true null null'],
    ['a VM that nobody lists between them', [9, 1].map((at) => `Microsoft:${ID(at)}`), 'true null null'],
  ])('settings %s', (_how, ids, switches) => {
    const settings = ids.map((InstanceID, index) => ({ InstanceID, EnabledState: index === 0 ? 3 : 2 }))
    const { vms } = decoded({ systems: [row(1), row(2), row(3)], others: { Msvm_VssComponentSettingData: settings } })
    expect(vms.map(({ services }) => String(services.vss.enabled)).join(' ')).toBe(switches)
  })
})
