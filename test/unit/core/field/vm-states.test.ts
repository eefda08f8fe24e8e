import { UBUNTU, VM_ID, windowsItems } from '../capture-builder'
import { describeFieldCases, DEGRADED, MISMATCH, SILENT } from './field-case'

const SERVER_2022 = windowsItems('Windows Server 2022 Datacenter', '10.0.20348')
const NOTHING_TO_SEE = { verdict: 'not-running', rest: 'not-running' } as const
const NOT_YET = { verdict: 'cannot-tell', rest: 'cannot-tell' } as const

describeFieldCases([
  {
    what: 'saved, with the statuses of before',
    vm: { stateCode: 6, kvp: UBUNTU, services: { kvp: MISMATCH } },
    ...NOTHING_TO_SEE,
    code: 'IS-06',
  },
  {
    what: 'paused, with the statuses of before',
    vm: { stateCode: 9, kvp: UBUNTU, services: { heartbeat: { status: [15] }, vss: DEGRADED, kvp: SILENT } },
    ...NOTHING_TO_SEE,
    code: 'IS-07',
  },
  {
    what: 'off, with silent rows left',
    vm: { stateCode: 3, services: { kvp: SILENT, heartbeat: SILENT } },
    ...NOTHING_TO_SEE,
    code: 'IS-05',
  },
  {
    what: 'off, with rows without a status',
    vm: { stateCode: 3, services: { kvp: { status: null }, vss: { status: [] } } },
    ...NOTHING_TO_SEE,
  },
  { what: 'saved fast', vm: { stateCode: 32_779 }, ...NOTHING_TO_SEE, code: 'IS-06' },
  { what: 'off and critical', vm: { stateCode: 32_782 }, ...NOTHING_TO_SEE, code: 'IS-09' },
  { what: 'saved and critical', vm: { stateCode: 32_784, health: 25 }, ...NOTHING_TO_SEE, code: 'IS-09' },
  {
    what: 'paused for lack of storage by the text',
    vm: { stateCode: 1, otherState: 'PausedCritical', health: 20 },
    ...NOTHING_TO_SEE,
    code: 'IS-09',
  },
  { what: 'a replica waits', vm: { stateCode: 3, replicationMode: 2 }, ...NOTHING_TO_SEE, code: 'IS-08', not: 'IS-05' },
  { what: 'an extended replica waits', vm: { stateCode: 3, replicationMode: 4 }, ...NOTHING_TO_SEE, code: 'IS-08' },
  {
    what: 'the primary of a replica that is off is simply off',
    vm: { stateCode: 3, replicationMode: 1 },
    ...NOTHING_TO_SEE,
    code: 'IS-05',
    not: 'IS-08',
  },
  { what: 'starting', vm: { stateCode: 10, services: { heartbeat: SILENT } }, ...NOT_YET, code: 'IS-75' },
  { what: 'shutting down', vm: { stateCode: 4, operation: [11] }, ...NOT_YET, code: 'IS-75' },
  { what: 'resetting', vm: { stateCode: 11 }, ...NOT_YET, code: 'IS-75' },
  { what: 'saving by the text', vm: { stateCode: 1, otherState: 'Saving' }, ...NOT_YET, code: 'IS-75' },
  { what: 'saving fast by the text', vm: { stateCode: 1, otherState: 'FastSaving' }, ...NOT_YET, code: 'IS-75' },
  { what: 'resuming by the number', vm: { stateCode: 32_777 }, ...NOT_YET, code: 'IS-75' },
  {
    what: 'moving to another host, everything OK',
    vm: { kvp: UBUNTU, operation: [11, 32_774] },
    ...NOT_YET,
    code: 'IS-75',
  },
  {
    what: 'components being serviced',
    vm: { stateCode: 1, otherState: 'ComponentServicing' },
    ...NOT_YET,
    code: 'IS-74',
  },
  { what: 'no state at all', vm: { stateCode: null }, ...NOT_YET, code: 'IS-74' },
  { what: 'a deferred state', vm: { stateCode: 8 }, ...NOT_YET, code: 'IS-74' },
  {
    what: 'merging a checkpoint, data different',
    vm: { kvp: UBUNTU, operation: [11, 32_772], services: { kvp: MISMATCH } },
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore' },
  },
  {
    what: 'a disk is filling up, data different',
    vm: { kvp: UBUNTU, operation: [5], services: { kvp: MISMATCH } },
    verdict: 'advice',
    services: { kvp: 'safe-to-ignore' },
    code: 'IS-64',
  },
  {
    what: 'running, and the configuration storage is lost',
    vm: { kvp: SERVER_2022, operation: [3] },
    verdict: 'action-needed',
    code: 'IS-80',
  },
  {
    what: 'running, and the worker process does not answer',
    vm: { kvp: SERVER_2022, health: 25 },
    verdict: 'action-needed',
    code: 'IS-81',
  },
  {
    what: 'running, and a health nobody documents',
    vm: { kvp: SERVER_2022, health: 10 },
    verdict: 'cannot-tell',
    code: 'IS-82',
  },
  { what: 'running, and no health was read', vm: { kvp: SERVER_2022, health: null }, verdict: 'healthy' },
  {
    what: 'a role of a cluster that is off',
    vm: { stateCode: 3 },
    change: (capture) => ({
      ...capture,
      classes: {
        ...capture.classes,
        MSCluster_Resource: [
          {
            Name: 'Virtual Machine srv-01',
            Type: 'Virtual Machine',
            PrivateProperties: { VmID: `{${VM_ID.toLowerCase()}}` },
          },
        ],
      },
    }),
    ...NOTHING_TO_SEE,
    code: 'IS-05',
  },
  {
    what: 'a checkpoint’s settings stand before the VM’s own',
    vm: { kvp: UBUNTU, services: { kvp: MISMATCH } },
    change: (capture) => ({
      ...capture,
      classes: {
        ...capture.classes,
        Msvm_VirtualSystemSettingData: [
          {
            InstanceID: 'Microsoft:5F0C3B2A-0001-4000-8000-00000000ABCD',
            VirtualSystemIdentifier: VM_ID,
            VirtualSystemType: 'Microsoft:Hyper-V:Snapshot:Realized',
            ElementName: 'before the update',
          },
          ...(capture.classes['Msvm_VirtualSystemSettingData'] ?? []),
        ],
      },
    }),
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore' },
  },
])
