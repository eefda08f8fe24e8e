import { describe, expect, test } from 'vitest'
import { decodeCapture } from '../../../../src/core/decode/snapshot'
import type { Capture, Row } from '../../../../src/core/model/capture'
import type { Vm } from '../../../../src/core/model/snapshot'
import { captureOf, VM_ID, type VmFacts } from '../capture-builder'

const SYSTEMS = 'Msvm_ComputerSystem'
const SETTINGS = 'Msvm_VirtualSystemSettingData'
const OTHER_ID = VM_ID.replace(/1$/, '2')
const HOST_ROW: Row = { Name: 'HV01', EnabledState: 2 }

type Classes = Readonly<Record<string, readonly Row[] | null>>

function captureWith(classes: Classes, more: Partial<Capture> = {}, vm: VmFacts = {}): Capture {
  const capture = captureOf([{ name: 'srv', ...vm }])
  const own = Object.fromEntries(
    Object.entries(classes).map(([name, rows]) => [name, rows === null ? null : [...rows]]),
  )
  return { ...capture, classes: { ...capture.classes, ...own }, ...more }
}
const systemRow = (parts: Row = {}): Row => ({ Name: VM_ID, ElementName: 'srv', EnabledState: 2, ...parts })
const settingRow = (parts: Row = {}): Row => ({ VirtualSystemIdentifier: VM_ID, ElementName: 'set', ...parts })
const ofSystem = (parts: Row): Classes => ({ [SYSTEMS]: [HOST_ROW, systemRow(parts)] })
const ofSetting = (...rows: readonly Row[]): Classes => ({ [SETTINGS]: rows })
const only = (capture: Capture): Vm | undefined => decodeCapture(capture).vms[0]

describe('how long a VM has been what it is', () => {
  // Read at 08:46:37, up for 1,000 seconds by the host's counter.
  const at = (time: string): string => `2026-11-23T${time}Z`
  const event = (id: number, time: string): Row => ({ provider: 'x', id, time: at(time), vmId: VM_ID, values: [] })
  const UP: Row = { OnTimeInMilliseconds: 1_000_999 }

  test.each<readonly [string, Row, readonly Row[], readonly (number | null)[]]>([
    ['nothing but the counter', UP, [], [null, 1000, 1000]],
    ['a start after the counter began', UP, [event(18500, '08:46:27')], [10, 1000, 10]],
    ['a start in the second of the reading', UP, [event(18500, '08:46:37')], [0, 1000, 0]],
    ['a start before the counter began', UP, [event(18500, '08:00:37')], [2760, 1000, 1000]],
    ['a start after the reading', UP, [event(18500, '08:46:38')], [null, 1000, 1000]],
    ['a start and no counter', {}, [event(18500, '08:46:27')], [10, null, 10]],
    ['neither', {}, [], [null, null, null]],
    ['a counter of nothing', { OnTimeInMilliseconds: 0 }, [], [null, 0, 0]],
    ['a counter below nothing', { OnTimeInMilliseconds: -1 }, [], [null, null, null]],
    ['a counter in words', { OnTimeInMilliseconds: 'x' }, [], [null, null, null]],
    ['a counter of a VM that is off', { ...UP, EnabledState: 3 }, [event(18500, '08:46:27')], [10, null, null]],
    ['a resume after a start', UP, [event(18500, '08:46:07'), event(18518, '08:46:27')], [10, 1000, 30]],
    ['a start after a resume', UP, [event(18518, '08:46:07'), event(18500, '08:46:27')], [10, 1000, 10]],
    [
      'its own record after both',
      { ...UP, TimeOfLastStateChange: at('08:46:35') },
      [event(18518, '08:46:27')],
      [2, 1000, 1000],
    ],
    [
      'its own record before both',
      { ...UP, TimeOfLastStateChange: at('08:40:37') },
      [event(18518, '08:46:27')],
      [10, 1000, 1000],
    ],
    [
      'its own record of after the reading',
      { ...UP, TimeOfLastStateChange: at('08:46:38') },
      [event(18518, '08:46:27')],
      [10, 1000, 1000],
    ],
    [
      'its own record of the second of the reading',
      { ...UP, TimeOfLastStateChange: at('08:46:37') },
      [],
      [0, 1000, 1000],
    ],
    ['its own record that is no time', { ...UP, TimeOfLastStateChange: 'x' }, [], [null, 1000, 1000]],
  ])('%s', (_what, parts, events, [change, up, start]) => {
    expect(only(captureWith(ofSystem(parts), { events: [...events] }))).toMatchObject({
      secondsSinceChange: change,
      uptimeSeconds: up,
      secondsSinceStart: start,
    })
  })

  test.each<readonly [string, Partial<Capture>, number | null]>([
    ['the host', {}, 10],
    ['the VM later', { rechecked: { [VM_ID]: at('08:47:07') } }, 40],
    ['another VM later', { rechecked: { [OTHER_ID]: at('08:47:07') } }, 10],
    ['the VM at a time that is none', { rechecked: { [VM_ID]: 'later' } }, null],
    ['the host at a time that is none', { collectedAt: 'some day' }, null],
  ])('counts from the reading of %s', (_what, more, change) => {
    const capture = captureWith(ofSystem({ TimeOfLastStateChange: at('08:46:27') }), more)
    expect(only(capture)?.secondsSinceChange).toBe(change)
  })
})

describe('what the settings say', () => {
  test.each<readonly [string, Classes, Partial<Vm>]>([
    ['a name, of the VM’s own row first', ofSetting(settingRow()), { name: 'srv' }],
    [
      'a name, where the VM’s own row has none',
      { ...ofSystem({ ElementName: ' ' }), ...ofSetting(settingRow()) },
      { name: 'set' },
    ],
    [
      'no name at all',
      { ...ofSystem({ ElementName: null }), ...ofSetting(settingRow({ ElementName: '' })) },
      { name: VM_ID },
    ],
    ['nothing', ofSetting(), { generation: null, configurationVersion: null, notes: null }],
    ['generation 1', ofSetting(settingRow({ VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:1' })), { generation: 1 }],
    ['generation 2', ofSetting(settingRow({ VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:2' })), { generation: 2 }],
    [
      'generation 3',
      ofSetting(settingRow({ VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:3' })),
      { generation: null },
    ],
    ['a version as a number', ofSetting(settingRow({ Version: 9 })), { configurationVersion: '9' }],
    ['a note', ofSetting(settingRow({ Notes: [' a '] })), { notes: 'a' }],
    ['a note without a list', ofSetting(settingRow({ Notes: 'a' })), { notes: 'a' }],
    ['several notes', ofSetting(settingRow({ Notes: ['a ', null, 5, 'b'] })), { notes: 'a \nb' }],
    ['notes that are none', ofSetting(settingRow({ Notes: [5] })), { notes: null }],
    ['a note that is a number', ofSetting(settingRow({ Notes: 5 })), { notes: null }],
    ['blank notes', ofSetting(settingRow({ Notes: [' ', '\n'] })), { notes: null }],
    [
      'a note of 4,000 characters',
      ofSetting(settingRow({ Notes: ` ${'x'.repeat(4001)}` })),
      { notes: 'x'.repeat(4000) },
    ],
    [
      'of a checkpoint first, which do not count',
      ofSetting(
        settingRow({ VirtualSystemType: 'Microsoft:Hyper-V:Snapshot:Realized', Version: '5.0' }),
        settingRow({ Version: '9.0' }),
      ),
      { configurationVersion: '9.0' },
    ],
    [
      'twice, of which the first count',
      ofSetting(
        settingRow({ VirtualSystemType: 'Microsoft:Hyper-V:System:Realized', Version: '8.0' }),
        settingRow({ Version: '9.0' }),
      ),
      { configurationVersion: '8.0' },
    ],
    [
      'of nobody beside them',
      ofSetting(
        { Version: '5.0' },
        { VirtualSystemIdentifier: 'HV01', InstanceID: 'Microsoft:Definition' },
        settingRow({ Version: '9.0' }),
      ),
      { configurationVersion: '9.0' },
    ],
    [
      'by their instance alone',
      ofSetting({ InstanceID: `Microsoft:${VM_ID}`, Version: '9.0' }),
      { configurationVersion: '9.0' },
    ],
    [
      'by their identifier before their instance',
      ofSetting({ VirtualSystemIdentifier: VM_ID, InstanceID: `Microsoft:${OTHER_ID}`, Version: '9.0' }),
      { configurationVersion: '9.0' },
    ],
  ])('%s', (_what, classes, vm) => {
    expect(only(captureWith(classes))).toMatchObject(vm)
  })
})

describe('what the VM’s own row says', () => {
  test.each<readonly [string, Row, Partial<Vm>]>([
    ['a replica', { ReplicationMode: 2 }, { replica: true }],
    ['an extended replica', { ReplicationMode: '4' }, { replica: true }],
    ['a primary', { ReplicationMode: 1 }, { replica: false }],
    ['a recovered one', { ReplicationMode: 3 }, { replica: false }],
    ['nothing of replication', {}, { replica: false }],
    [
      'a state',
      { EnabledState: 32773 },
      { state: 'saving', stateEvidence: { source: 'Msvm_ComputerSystem.EnabledState', value: 32773 } },
    ],
    [
      'no state',
      { EnabledState: undefined },
      { state: 'unknown', stateEvidence: { source: 'Msvm_ComputerSystem.EnabledState', value: null } },
    ],
    [
      'a state in words',
      { EnabledState: 1, OtherEnabledState: ' PausedCritical ' },
      {
        state: 'paused',
        critical: true,
        stateEvidence: {
          source: 'Msvm_ComputerSystem.EnabledState, OtherEnabledState',
          value: [1, ' PausedCritical '],
        },
      },
    ],
    ['words beside a number', { EnabledState: 3, OtherEnabledState: 'Saved' }, { state: 'off' }],
    [
      'words that nobody knows',
      { EnabledState: 1, OtherEnabledState: 'Dozing' },
      { state: 'unknown', critical: false },
    ],
    ['critical alone', { EnabledState: 1, OtherEnabledState: 'Critical' }, { state: 'unknown', critical: true }],
    [
      'words with more behind',
      { EnabledState: 1, OtherEnabledState: 'CriticalPaused' },
      { state: 'unknown', critical: false },
    ],
    ['a state whose words are no text', { EnabledState: 1, OtherEnabledState: 5 }, { state: 'unknown' }],
    ['a number that nobody knows', { EnabledState: 7 }, { state: 'unknown' }],
    [
      'no health',
      {},
      { healthState: null, healthEvidence: { source: 'Msvm_ComputerSystem.HealthState', value: null } },
    ],
    [
      'a health',
      { HealthState: 25 },
      { critical: true, healthState: 25, healthEvidence: { source: 'Msvm_ComputerSystem.HealthState', value: 25 } },
    ],
    ['a milder health', { HealthState: 10 }, { critical: false, healthState: 10 }],
    ['a major failure', { HealthState: 20 }, { critical: true }],
    [
      'a condition and what is done',
      { OperationalStatus: [11, 32774] },
      { conditionCode: 11, operationCode: 32774, critical: false },
    ],
    ['a lost configuration', { OperationalStatus: [3] }, { conditionCode: 3, operationCode: null, critical: true }],
    ['no condition', { OperationalStatus: [] }, { conditionCode: null, operationCode: null }],
    ['a condition in words', { OperationalStatus: ['OK'] }, { conditionCode: null, operationCode: null }],
  ])('%s', (_what, parts, vm) => {
    expect(only(captureWith(ofSystem(parts)))).toMatchObject(vm)
  })
})
