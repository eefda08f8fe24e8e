import { describe, expect, test } from 'vitest'
import { ByValues } from '../../../../src/core/decode/by-values'
import { decodeCapture } from '../../../../src/core/decode/snapshot'
import type { Row } from '../../../../src/core/model/capture'
import type { ServiceId } from '../../../../src/core/model/service'
import type { Service } from '../../../../src/core/model/snapshot'
import { captureOf, type VmFacts } from '../capture-builder'

const ID = (number: number): string => `5F0C3B2A-0001-4000-8000-00000000000${number}`
const VSS = 'Msvm_VssComponent'
const VSS_SETTING = 'Msvm_VssComponentSettingData'
const HEARTBEAT = 'Msvm_HeartbeatComponent'

/** Three VMs that are well, with the rows of some classes in place of their own. */
const hostWith = (classes: Readonly<Record<string, readonly Row[]>>, vms: readonly VmFacts[] = [{}, {}, {}]) => {
  const capture = captureOf(vms)
  return decodeCapture({
    ...capture,
    classes: {
      ...capture.classes,
      ...Object.fromEntries(Object.entries(classes).map(([name, rows]) => [name, [...rows]])),
    },
  })
}
const servicesOf = (id: ServiceId, classes: Readonly<Record<string, readonly Row[]>>, vms?: readonly VmFacts[]) =>
  hostWith(classes, vms).vms.map(({ services }): Service => services[id])
const component = (number: number, status: unknown, EnabledState: unknown = 2): Row => ({
  SystemName: ID(number),
  OperationalStatus: status,
  EnabledState,
})

describe('rows that say the same of VMs', () => {
  test('are one object of services, and rows that differ are not', () => {
    const status = [2, 32775]
    const [first, second, third] = hostWith({}, [
      { services: { vss: { status } } },
      { services: { vss: { status: [...status] } } },
      { services: { vss: { status: [2] } } },
    ]).vms
    expect(first?.services).toBe(second?.services)
    expect(first?.services).not.toBe(third?.services)
    expect(first?.services.kvp).toBe(third?.services.kvp)
  })

  test.each<readonly [string, readonly unknown[], readonly string[]]>([
    ['numbers without a list', [2, 13, '13'], ['ok', 'lost-communication', 'lost-communication']],
    ['nothing in three ways', [null, undefined, []], ['none', 'none', 'none']],
    ['a number and its list', [12, [12], '12'], ['no-contact', 'no-contact', 'no-contact']],
    ['lists that begin alike', [[2], [2, 32775], [2, 32775, 32784]], ['ok', 'mismatch', 'communication-failed']],
    ['a text and a number', [['2'], [2], ['x']], ['ok', 'ok', 'unknown']],
  ])('are kept apart: %s', (_what, statuses, kinds) => {
    const rows = statuses.map((status, index) => component(index + 1, status))
    const services = servicesOf('vss', { [VSS]: rows })
    expect(services.map(({ kind }) => kind)).toEqual(kinds)
    expect(services.map(({ statusEvidence }) => statusEvidence.value)).toEqual(statuses.map((value) => value ?? null))
  })

  test('are kept apart by what switches them on', () => {
    const rows = [2, 3, null].map((enabled, index) => component(index + 1, [2], enabled))
    const services = servicesOf('vss', { [VSS]: rows, [VSS_SETTING]: [] })
    expect(services.map(({ enabled, enabledEvidence }) => [enabled, enabledEvidence])).toEqual([
      [true, { source: `${VSS}.EnabledState`, value: 2 }],
      [false, { source: `${VSS}.EnabledState`, value: 3 }],
      [null, null],
    ])
  })

  test('are found again by one value after the other', () => {
    const all = new ByValues<string>()
    expect(all.at(2).at('x').keep('first')).toBe('first')
    expect([all.at(2).at('x').output, all.at('2').at('x').output, all.at(2).output]).toEqual([
      'first',
      undefined,
      undefined,
    ])
  })
})

describe('several rows of one service', () => {
  test.each<readonly [readonly unknown[], string, unknown, readonly [string, unknown][]]>([
    [
      [[2], [13], [6]],
      'lost-communication',
      [13],
      [
        ['ok', [2]],
        ['error', [6]],
      ],
    ],
    [
      [[6], [13], [2]],
      'lost-communication',
      [13],
      [
        ['error', [6]],
        ['ok', [2]],
      ],
    ],
    [[[2, 32775], [3]], 'mismatch', [2, 32775], []],
    [[[3], [2, 32775]], 'mismatch', [3], []],
    [[null, [2]], 'none', null, [['ok', [2]]]],
    [[[2], undefined], 'none', null, [['ok', [2]]]],
  ])('%j: %s', (statuses, kind, value, others) => {
    const [service] = servicesOf('vss', { [VSS]: statuses.map((status) => component(1, status)) })
    const evidence = (of: unknown) => ({ source: `${VSS}.OperationalStatus`, value: of })
    expect(service).toMatchObject({ kind, rows: statuses.length, statusEvidence: evidence(value) })
    expect(service?.others ?? []).toEqual(others.map(([other, of]) => ({ kind: other, statusEvidence: evidence(of) })))
  })

  test.each<readonly [string, readonly unknown[], boolean | null]>([
    ['on', [2], true],
    ['on twice', [2, 2], true],
    ['off twice', [3, '3'], false],
    ['on and off', [2, 3], null],
    ['neither', [5, null], null],
    ['on and unknown', [null, 2], true],
  ])('settings that say %s', (_what, states, enabled) => {
    const [heartbeat] = captureOf([{}]).classes['Msvm_VssComponentSettingData'] ?? []
    const settings = states.map((EnabledState) => ({ ...heartbeat, EnabledState }))
    const [service] = servicesOf('vss', { [VSS]: [component(1, [2], null)], [VSS_SETTING]: settings }, [{}])
    expect([service?.enabled, service?.enabledEvidence]).toEqual([
      enabled,
      enabled === null ? null : { source: `${VSS_SETTING}.EnabledState`, value: enabled ? 2 : 3 },
    ])
  })

  test('the first row of data exchange has the items', () => {
    const [row] = captureOf([{ kvp: { OSName: 'Ubuntu' } }]).classes['Msvm_KvpExchangeComponent'] ?? []
    const other = { ...row, GuestIntrinsicExchangeItems: [] }
    const nameOf = (rows: readonly Row[]) => hostWith({ Msvm_KvpExchangeComponent: rows }, [{}]).vms[0]?.guest.name
    expect([nameOf([row ?? {}, other]), nameOf([other, row ?? {}])]).toEqual(['Ubuntu', null])
  })
})

describe('rows of VMs that are not listed', () => {
  const OTHER = ID(9)
  test.each<readonly [string, Readonly<Record<string, readonly Row[]>>, number]>([
    ['none', {}, 0],
    ['a component of another VM', { [VSS]: [component(9, [2])] }, 1],
    ['two components of one other VM', { [VSS]: [component(9, [2])], [HEARTBEAT]: [component(9, [2])] }, 1],
    ['components of nobody', { [VSS]: [{ SystemName: 'HV01' }, { SystemName: null }, {}] }, 3],
    ['a setting of another VM', { [VSS_SETTING]: [{ InstanceID: `Microsoft:${OTHER}\\x`, EnabledState: 2 }] }, 0],
    ['a template’s setting', { [VSS_SETTING]: [{ InstanceID: 'Microsoft:Definition\\x' }, {}] }, 0],
    ['a summary of another VM and of nobody', { Msvm_SummaryInformation: [{ Name: OTHER }, { Name: 'HV01' }, {}] }, 0],
  ])('%s', (_what, classes, stray) => {
    const { strayRows, vms } = hostWith(classes)
    expect([strayRows, vms.length]).toEqual([stray, 3])
  })
})

describe('the heartbeat by the host’s summary', () => {
  const UNLISTED: VmFacts = { services: { heartbeat: { status: 'no-row' } } }
  const summaryOf = (Heartbeat: unknown): VmFacts => ({ ...UNLISTED, summary: { Heartbeat } })

  test.each<readonly [unknown, string | null]>([
    [2, 'ok'],
    [6, 'error'],
    [12, 'no-contact'],
    [13, 'lost-communication'],
    ['13', 'lost-communication'],
    [3, null],
    [null, null],
    ['OK', null],
    [[13], null],
  ])('%j: %s', (said, kind) => {
    const [service] = servicesOf('heartbeat', {}, [summaryOf(said)])
    expect(service?.listed).toBe(kind !== null)
    expect(service).toMatchObject(
      kind === null
        ? { kind: 'none', code: null, statusEvidence: { source: `${HEARTBEAT}.OperationalStatus`, value: null } }
        : {
            kind,
            code: Number(said),
            rows: 0,
            statusEvidence: { source: 'Msvm_SummaryInformation.Heartbeat', value: Number(said) },
          },
    )
  })

  test('counts for each VM by itself, and only where no row is', () => {
    const vms = [summaryOf(13), summaryOf(2), UNLISTED, { summary: { Heartbeat: 13 } }, summaryOf(13)]
    const { vms: decoded } = hostWith({}, vms)
    expect(decoded.map(({ services }) => services.heartbeat.kind)).toEqual([
      'lost-communication',
      'ok',
      'none',
      'ok',
      'lost-communication',
    ])
    expect(decoded[0]?.services).toBe(decoded[4]?.services)
    expect(decoded[0]?.services.kvp).toBe(decoded[2]?.services.kvp)
  })
})
