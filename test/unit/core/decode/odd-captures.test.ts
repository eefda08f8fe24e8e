import { describe, expect, test } from 'vitest'
import { decodeCapture } from '../../../../src/core/decode/snapshot'
import { judge } from '../../../../src/core/diagnosis/judge'
import type { Capture, Row } from '../../../../src/core/model/capture'
import { outcomeText } from '../approval/outcome-text'
import { snapshotText } from '../approval/reading-text'
import { captureOf, type HostFacts, UBUNTU, VM_ID, type VmFacts } from '../capture-builder'

type Change = (capture: Capture) => Capture

const OTHER_ID = VM_ID.replace(/1$/, '2')
const rowsOf = (capture: Capture, name: string): readonly Row[] => capture.classes[name] ?? []
const withClass =
  (name: string, rows: (before: readonly Row[]) => readonly Row[]): Change =>
  (capture) => ({ ...capture, classes: { ...capture.classes, [name]: [...rows(rowsOf(capture, name))] } })
const without =
  (name: string): Change =>
  (capture) => {
    const { [name]: _gone, ...classes } = capture.classes
    return { ...capture, classes, asked: (capture.asked ?? []).filter((asked) => asked !== name) }
  }
const refused =
  (name: string, code: string, keep = false): Change =>
  (capture) => {
    const { [name]: rows, ...classes } = capture.classes
    return {
      ...capture,
      classes: keep && rows !== undefined ? capture.classes : classes,
      problems: [...(capture.problems ?? []), { class: name, code, message: 'refused' }],
    }
  }
const withSystem = (parts: Row): Change =>
  withClass('Msvm_ComputerSystem', (rows) => rows.map((row) => (row['Name'] === VM_ID ? { ...row, ...parts } : row)))
const withSettings = (parts: Row): Change =>
  withClass('Msvm_VirtualSystemSettingData', (rows) => rows.map((row) => ({ ...row, ...parts })))
const withComponent = (name: string, parts: Row): Change =>
  withClass(name, (rows) => rows.map((row) => ({ ...row, ...parts })))

const event =
  (parts: Row): Change =>
  (capture) => ({
    ...capture,
    events: [
      ...(capture.events ?? []),
      { provider: 'Microsoft-Windows-Hyper-V-Worker', time: '2026-11-23T08:00:00Z', vmId: VM_ID, values: [], ...parts },
    ],
  })

interface Odd {
  readonly vm?: VmFacts
  readonly host?: HostFacts
  readonly change?: readonly Change[]
}

const ODD: Readonly<Record<string, Odd>> = {
  'the host of which nothing was read': {
    host: { caption: null, build: null },
    change: [(capture) => ({ ...capture, host: {}, access: null, target: { computerName: null, via: 'file' } })],
  },
  'a host with a version and no build': {
    change: [
      (capture) => ({
        ...capture,
        host: { Win32_OperatingSystem: { Caption: ' microsoft  Windows Server 2016 ', Version: '10.0.14393' } },
      }),
    ],
  },
  'no class at all': { change: [(capture) => ({ ...capture, classes: {}, asked: [], timings: { a: 2, b: 40 } })] },
  'a list of VMs that was refused': { vm: { kvp: UBUNTU }, change: [refused('Msvm_ComputerSystem', '0x80041003')] },
  'a list of VMs that was refused, nothing but settings': {
    change: [
      refused('Msvm_ComputerSystem', '0x80041003'),
      (capture) => ({
        ...capture,
        classes: { Msvm_VirtualSystemSettingData: capture.classes['Msvm_VirtualSystemSettingData'] ?? [] },
      }),
    ],
  },
  'a list of VMs that broke off': { vm: { kvp: UBUNTU }, change: [refused('Msvm_ComputerSystem', '0x80041006', true)] },
  'a class that broke off': { vm: { kvp: UBUNTU }, change: [refused('Msvm_VssComponent', '0x80041006', true)] },
  'a class that was not asked for': { vm: { kvp: UBUNTU }, change: [without('Msvm_VssComponent')] },
  'settings that were not read': { vm: { kvp: UBUNTU }, change: [without('Msvm_VssComponentSettingData')] },
  'no settings and a component without a switch': {
    vm: { kvp: UBUNTU },
    change: [without('Msvm_VssComponentSettingData'), withComponent('Msvm_VssComponent', { EnabledState: null })],
  },
  'settings for and against': {
    change: [withClass('Msvm_VssComponentSettingData', (rows) => [...rows, { ...rows[0], EnabledState: 3 }])],
  },
  'a class that lists no VM': { change: [withClass('Msvm_VssComponent', () => [])] },
  'two rows of one service': {
    change: [
      withClass('Msvm_VssComponent', (rows) => [
        ...rows,
        { ...rows[0], OperationalStatus: [13] },
        { ...rows[0], OperationalStatus: [2] },
      ]),
    ],
  },
  'rows of no VM': {
    change: [
      withClass('Msvm_VssComponent', (rows) => [
        ...rows,
        { ...rows[0], SystemName: OTHER_ID },
        { SystemName: 'HV01' },
        {},
      ]),
    ],
  },
  'one VM listed twice, running second': {
    change: [withClass('Msvm_ComputerSystem', (rows) => [{ ...rows[1], EnabledState: 3 }, ...rows])],
  },
  'one VM listed twice, running first': {
    change: [withClass('Msvm_ComputerSystem', (rows) => [...rows, { ...rows[1], EnabledState: 3 }])],
  },
  'no row of the host': { change: [withClass('Msvm_ComputerSystem', () => [])] },
  'no row of the host and no word about it': {
    change: [withClass('Msvm_ComputerSystem', () => []), (capture) => ({ ...capture, access: null })],
  },
  'nothing but the host': {
    change: [withClass('Msvm_ComputerSystem', (rows) => rows.slice(0, 1)), (capture) => ({ ...capture, access: null })],
  },
  'nothing but the host, cut short': {
    change: [
      withClass('Msvm_ComputerSystem', (rows) => rows.slice(0, 1)),
      (capture) => ({ ...capture, complete: false, stopped: 'timed-out' }),
    ],
  },
  'a check that was cancelled': {
    vm: { kvp: UBUNTU },
    change: [(capture) => ({ ...capture, complete: false, stopped: 'cancelled' })],
  },
  'a heartbeat by the summary': {
    vm: {
      services: { heartbeat: { status: 'no-row' } },
      summary: { Heartbeat: 13, GuestOperatingSystem: ' Ubuntu 22.04 ' },
    },
  },
  'a heartbeat of the summary that is no heartbeat': {
    vm: { services: { heartbeat: { status: 'no-row' } }, summary: { Heartbeat: 3 } },
  },
  'a heartbeat in both': { vm: { services: { heartbeat: { status: [2] } }, summary: { Heartbeat: 13 } } },
  'ids in lower case and in braces': {
    change: [
      withSystem({ Name: `{${VM_ID.toLowerCase()}}` }),
      withComponent('Msvm_VssComponent', { SystemName: VM_ID.toLowerCase(), OperationalStatus: [12] }),
    ],
  },
  'names by the settings alone': { change: [withSystem({ ElementName: null })] },
  'no name anywhere': { change: [withSystem({ ElementName: ' ' }), withSettings({ ElementName: null })] },
  'checkpoints beside the VM': {
    change: [
      withClass('Msvm_VirtualSystemSettingData', (rows) => [
        { ...rows[0], VirtualSystemType: 'Microsoft:Hyper-V:Snapshot:Realized', Version: '5.0' },
        ...rows,
      ]),
    ],
  },
  'settings without a type and by their instance': {
    change: [withSettings({ VirtualSystemType: null, VirtualSystemIdentifier: null })],
  },
  'a generation nobody knows': {
    change: [withSettings({ VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:3', Version: 9 })],
  },
  'generation 1 with notes': {
    change: [
      withSettings({
        VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:1',
        Notes: ['first ', 5, 'second'],
        Version: '5.0',
      }),
    ],
  },
  'one note that is a text': { change: [withSettings({ Notes: ` ${'x'.repeat(5000)}` })] },
  'notes that are empty': { change: [withSettings({ Notes: ['', ' '] })] },
  'a template that is off': { vm: { stateCode: 3 }, change: [withSettings({ Notes: 'Golden image, do not start' })] },
  'a counter that runs backwards': { change: [withSystem({ OnTimeInMilliseconds: -5 })] },
  'a counter as a text': { change: [withSystem({ OnTimeInMilliseconds: '61999' })] },
  'a counter of a VM that is off': { vm: { stateCode: 3 }, change: [withSystem({ OnTimeInMilliseconds: 5000 })] },
  'a state in words': { vm: { stateCode: 1, otherState: ' FastSavedCritical ' } },
  'a change of state a minute ago': { change: [withSystem({ TimeOfLastStateChange: '2026-11-23T08:45:37Z' })] },
  'a change of state two minutes ago': { change: [withSystem({ TimeOfLastStateChange: '2026-11-23T08:44:37Z' })] },
  'a change of state in the future': { change: [withSystem({ TimeOfLastStateChange: '2026-11-23T08:50:00Z' })] },
  'a resume a moment ago': { change: [event({ id: 18518, time: '2026-11-23T08:46:00Z' })] },
  'a restore a moment ago': { change: [event({ id: 18596, time: '2026-11-23T08:46:00Z' })] },
  'a start after the reading': { change: [event({ id: 18500, time: '2026-11-23T09:00:00Z' })] },
  'a start before the counter began': { change: [event({ id: 18500, time: '2026-11-01T00:00:00Z' })] },
  'a start, and no counter': {
    vm: { uptimeSeconds: null },
    change: [event({ id: 18514, time: '2026-11-23T08:40:00Z' })],
  },
  'a reading time that is none': {
    change: [event({ id: 18500 }), (capture) => ({ ...capture, collectedAt: 'yesterday' })],
  },
  'a VM that was read again': {
    change: [
      event({ id: 18500, time: '2026-11-23T09:00:00Z' }),
      (capture) => ({ ...capture, rechecked: { [VM_ID]: '2026-11-23T09:01:00Z' } }),
    ],
  },
  'versions by the providers of old hosts': {
    change: ['KvpExchange', 'Heartbeat', 'Shutdown', 'TimeSync', 'VSS', 'GuestInterface', 'RDV', 'Other'].map((name) =>
      event({
        id: 4010,
        provider: `Microsoft-Windows-Hyper-V-Integration-${name}`,
        values: ['srv', VM_ID, '3.0', '3.0', '4.0', '5.0'],
      }),
    ),
  },
  'versions by the shared provider': {
    change: [
      event({ id: 4010, provider: 'Microsoft-Windows-Hyper-V-Integration', values: ['3.0', '3.0', '4.0', '5.0'] }),
    ],
  },
  'versions of a VM called by one': {
    change: [event({ id: 4010, values: ['10.0', VM_ID, '3.0', '3.0', '4.0', '5.0'] })],
  },
  'versions that are missing': { change: [event({ id: 4010, values: ['srv', VM_ID, '3.0', '3.0', '4.0'] })] },
  'versions of two times, the newer first': {
    change: [
      event({ id: 4010, time: '2026-11-23T08:30:00Z', values: ['srv', VM_ID, '3.0', '3.0', '4.0', '5.0'] }),
      event({ id: 4010, values: ['srv', VM_ID, '3.0', '3.0', '3.0', '5.0'] }),
    ],
  },
  'an event that names its VM among its values': {
    change: [event({ id: 23014, vmId: null, values: ['srv', VM_ID, 'Adapter', null, 5] })],
  },
  'an event of no VM': { change: [event({ id: 23014, vmId: null, values: ['srv'] })] },
  'events without time, number or values': {
    change: [event({ id: 23014, time: null }), event({ id: null }), event({ id: '23014', values: 'x' })],
  },
  'network adapters of old and new hosts': {
    change: [
      event({ id: 26, provider: 'VMSMP' }),
      event({ id: 26, provider: 'Microsoft-Windows-Hyper-V-SynthNic-Admin' }),
      event({ id: 26, provider: 'disk' }),
    ],
  },
  'storage of both kinds': {
    change: [
      event({ id: 5, provider: 'StorVSP' }),
      event({ id: 6, provider: 'storvsp' }),
      event({ id: 23012, provider: 'storvsp' }),
    ],
  },
  'a device without a name': {
    change: [event({ id: 23012, values: ['srv', VM_ID, ' '] }), event({ id: 23014, values: ['srv', VM_ID] })],
  },
  'a device with an endless name': { change: [event({ id: 23012, values: ['srv', VM_ID, 'x'.repeat(300)] })] },
  'a role of a cluster': {
    vm: { stateCode: 3 },
    change: [
      withClass('MSCluster_Resource', () => [
        { PrivateProperties: { VmID: `{${VM_ID.toLowerCase()}}` } },
        { PrivateProperties: null },
        { PrivateProperties: { Other: 1 } },
      ]),
    ],
  },
  'a paused role of a cluster': {
    vm: { stateCode: 9 },
    change: [withClass('MSCluster_Resource', () => [{ PrivateProperties: { VMID: VM_ID } }])],
  },
  'health of a stopped VM': { vm: { stateCode: 3, health: 17 } },
  'a stopped VM whose disk is filling up': { vm: { stateCode: 3, operation: [5] } },
  'a running VM whose disk is filling up': { vm: { operation: [5] } },
  'an old configuration version': { vm: { version: '5.0' } },
  'an old configuration version on an old host': {
    vm: { version: '5.0' },
    host: { caption: 'Microsoft Windows Server 2012 R2 Standard', build: 9600 },
  },
  'a configuration version that is none': { vm: { version: 'abc' } },
  'version 8.0': { vm: { version: '8.0' } },
  'a VM in every transition': { vm: { stateCode: 4 } },
  'being moved': { vm: { operation: [11, 32774] } },
  'being merged': { vm: { operation: [11, 32773] } },
  'the remote desktop component': {
    change: [withClass('Msvm_RdvComponent', () => [{ SystemName: VM_ID, EnabledState: 2, OperationalStatus: [12] }])],
  },
  'kernels on both sides of the file copy daemon': {
    vm: {
      kvp: { ...UBUNTU, OSBuildNumber: '6.9.0-1', OSVersion: '6.9.0' },
      services: { 'guest-service-interface': { enabled: true } },
    },
  },
  'a kernel with the user-space file copy daemon': {
    vm: {
      kvp: { ...UBUNTU, OSBuildNumber: '6.10.0-1', OSVersion: '6.10.0' },
      services: { 'guest-service-interface': { enabled: true } },
    },
  },
  'a kernel that waits for its file copy daemon': {
    vm: {
      kvp: { ...UBUNTU, OSBuildNumber: '4.1.0-1', OSVersion: '4.1.0' },
      services: { 'guest-service-interface': { enabled: true } },
    },
  },
  'the first kernel that does not wait': {
    vm: {
      kvp: { ...UBUNTU, OSBuildNumber: '4.2.0-1', OSVersion: '4.2.0' },
      services: { 'guest-service-interface': { enabled: true } },
    },
  },
  'only a name delivered': { vm: { kvp: { FullyQualifiedDomainName: 'srv.example' } } },
  'only addresses delivered': {
    vm: {
      kvp: {
        NetworkAddressIPv4: '10.0.0.1;127.0.0.1;169.254.0.1;0.0.0.0',
        NetworkAddressIPv6: 'fe80::1;::1;2001:db8::1%4;2001:db8::1',
      },
    },
  },
  'items of a service that lost contact': { vm: { kvp: UBUNTU, services: { kvp: { status: [13] } } } },
}

function captureFor({ vm = {}, host = {}, change = [] }: Odd): Capture {
  return change.reduce((capture, apply) => apply(capture), captureOf([{ name: 'srv', kvp: null, ...vm }], host))
}

describe('captures that are odd in one way', () => {
  test.each(Object.entries(ODD))('%s', (name, odd) => {
    expect(snapshotText(decodeCapture(captureFor(odd)))).toMatchSnapshot(`${name}: read`)
    expect(outcomeText(judge(captureFor(odd)), true)).toMatchSnapshot(`${name}: judged`)
  })
})
