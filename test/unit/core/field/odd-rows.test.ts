import type { Capture, Row } from '../../../../src/core/model/capture'
import { SERVICE_CLASSES, type ServiceId } from '../../../../src/core/model/service'
import { UBUNTU, VM_ID, windowsItems } from '../capture-builder'
import { describeFieldCases, LOST, MISMATCH, OFF, SILENT } from './field-case'

const HARMLESS = 'safe-to-ignore'
const status = (...numbers: readonly unknown[]) => ({ status: numbers })
const NO_ROW = { status: 'no-row' }
const NONE_BUT_HEARTBEAT = { kvp: 'none', shutdown: 'none', timesync: 'none', vss: 'none' } as const
const SERVER_2019 = windowsItems('Windows Server 2019 Standard', '10.0.17763')
const SERVER_2025 = windowsItems('Windows Server 2025 Datacenter', '10.0.26100')

/** The capture with every row of a service's class changed. */
const eachRow =
  (id: ServiceId, of: 'component' | 'setting', change: (row: Row) => Row) =>
  (capture: Capture): Capture => {
    const name = SERVICE_CLASSES[id][of]
    return { ...capture, classes: { ...capture.classes, [name]: (capture.classes[name] ?? []).map(change) } }
  }
const withStatus = (id: ServiceId, value: unknown) =>
  eachRow(id, 'component', (row) => ({ ...row, OperationalStatus: value }))

describeFieldCases([
  {
    what: 'Degraded with a number nobody documents beside it',
    vm: { kvp: UBUNTU, services: { vss: status(3, 10) } },
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell' },
  },
  {
    what: 'OK with Degraded beside it',
    vm: { kvp: UBUNTU, services: { vss: status(2, 3) } },
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell' },
  },
  {
    what: 'no contact with the number of a mismatch beside it',
    vm: { kvp: UBUNTU, services: { vss: status(12, 32775), shutdown: status(13, 32775) } },
    verdict: 'action-needed',
    services: { vss: 'action-needed', shutdown: 'action-needed' },
  },
  {
    what: 'a mismatch with a third number',
    vm: { kvp: UBUNTU, services: { vss: status(2, 32775, 5) } },
    verdict: HARMLESS,
    services: { vss: HARMLESS },
  },
  {
    what: 'a heartbeat of a number nobody knows, all else well',
    vm: { kvp: UBUNTU, services: { heartbeat: status(2, 40000) } },
    verdict: 'cannot-tell',
    services: { heartbeat: 'cannot-tell' },
  },
  {
    what: 'a heartbeat without a status, and data silent',
    vm: { services: { heartbeat: { status: null }, kvp: SILENT } },
    answer: { family: 'ubuntu' },
    verdict: 'cannot-tell',
    services: { heartbeat: 'cannot-tell', kvp: 'cannot-tell' },
  },
  {
    what: 'negative, nested, true and empty where numbers should be',
    vm: {
      kvp: UBUNTU,
      services: { vss: status(-1), shutdown: status([2]), timesync: { status: true }, kvp: { status: '' } },
    },
    verdict: 'cannot-tell',
    rest: 'cannot-tell',
    services: { heartbeat: 'healthy', 'guest-service-interface': 'healthy' },
  },
  {
    what: 'a list as Windows PowerShell 5.1 wraps it',
    vm: { kvp: UBUNTU },
    change: withStatus('vss', { value: [2, 32775], Count: 2 }),
    verdict: HARMLESS,
    services: { vss: HARMLESS },
  },
  {
    what: 'both numbers in one text, as PowerShell joins a list',
    vm: { kvp: UBUNTU },
    change: withStatus('vss', '2 32775'),
    verdict: HARMLESS,
    services: { vss: HARMLESS },
  },
  {
    what: 'descriptions in Korean, and no numbers',
    vm: { kvp: UBUNTU },
    change: eachRow('vss', 'component', (row) => ({
      ...row,
      OperationalStatus: null,
      StatusDescriptions: ['확인', '가상 컴퓨터에 설치된 구성 요소의 프로토콜 버전이 다릅니다'],
    })),
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell' },
  },
  {
    what: 'descriptions that say OK beside numbers that do not',
    vm: { kvp: UBUNTU },
    change: eachRow('vss', 'component', (row) => ({ ...row, OperationalStatus: [13], StatusDescriptions: ['정상'] })),
    verdict: 'action-needed',
    services: { vss: 'action-needed' },
  },
  {
    what: 'a switch of a number that is neither on nor off: what the component says counts',
    vm: { kvp: UBUNTU, services: { vss: OFF } },
    change: eachRow('vss', 'setting', (row) => ({ ...row, EnabledState: 32_768 })),
    verdict: 'advice',
    services: { vss: 'advice' },
  },
  {
    what: 'switches of numbers that say nothing anywhere',
    vm: { kvp: UBUNTU, services: { shutdown: SILENT } },
    change: (capture) =>
      eachRow('shutdown', 'component', (row) => ({ ...row, EnabledState: 5 }))(
        eachRow('shutdown', 'setting', (row) => ({ ...row, EnabledState: 32_768 }))(capture),
      ),
    verdict: 'action-needed',
    services: { shutdown: 'action-needed' },
  },
  {
    what: 'only the heartbeat has a row',
    vm: {
      services: { kvp: NO_ROW, shutdown: NO_ROW, timesync: NO_ROW, vss: NO_ROW, 'guest-service-interface': NO_ROW },
    },
    verdict: 'healthy',
    services: NONE_BUT_HEARTBEAT,
  },
  {
    what: 'only the heartbeat has a row, and it is silent',
    vm: { services: { heartbeat: SILENT, kvp: NO_ROW, shutdown: NO_ROW, timesync: NO_ROW, vss: NO_ROW } },
    verdict: 'action-needed',
    services: { ...NONE_BUT_HEARTBEAT, heartbeat: 'action-needed', 'guest-service-interface': 'healthy' },
  },
  {
    what: 'the summary has lost the heartbeat that the component has',
    vm: { kvp: UBUNTU, summary: { Heartbeat: 13 } },
    verdict: 'healthy',
  },
  {
    what: 'the summary calls it Ubuntu, data exchange is silent',
    vm: { services: { kvp: SILENT, vss: MISMATCH }, summary: { GuestOperatingSystem: 'Ubuntu 22.04' } },
    verdict: 'action-needed',
    services: { kvp: 'action-needed', vss: 'cannot-tell' },
    not: 'IS-12',
  },
  {
    what: 'items of before and a heartbeat that is silent now',
    vm: { kvp: SERVER_2019, services: { heartbeat: SILENT, kvp: SILENT, vss: SILENT } },
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed', kvp: 'action-needed', vss: 'action-needed' },
    code: 'IS-30',
  },
  {
    what: 'the log tells of a difference that the status does not show',
    vm: {
      kvp: UBUNTU,
      events: [
        {
          provider: 'Microsoft-Windows-Hyper-V-Integration-KvpExchange',
          id: 4010,
          ago: 500,
          values: ['srv-01', VM_ID, '3.0', '3.0', '4.0', '5.0'],
        },
      ],
    },
    verdict: 'healthy',
  },
  {
    what: 'data exchange was asked for while the VM did not run: 4096 of an hour ago',
    vm: {
      kvp: UBUNTU,
      services: { kvp: MISMATCH },
      events: [
        {
          provider: 'Microsoft-Windows-Hyper-V-Integration-KvpExchange',
          id: 4096,
          ago: 3600,
          values: ['srv-01', VM_ID],
        },
      ],
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS },
  },

  // States.
  {
    what: 'a checkpoint is being taken, data different',
    vm: { kvp: UBUNTU, operation: [11, 32_768], services: { kvp: MISMATCH } },
    verdict: HARMLESS,
    services: { kvp: HARMLESS },
  },
  {
    what: 'the test copy of a replica runs',
    vm: { kvp: SERVER_2025, replicationMode: 3, services: { heartbeat: status(2, 12) } },
    verdict: 'healthy',
  },
  {
    what: 'Linux that runs, its worker process does not answer, and its data differ',
    vm: { kvp: UBUNTU, health: 25, services: { kvp: MISMATCH } },
    verdict: 'action-needed',
    services: { kvp: HARMLESS },
    code: 'IS-81',
  },
  {
    what: 'a state that is only a word nobody knows',
    vm: { kvp: UBUNTU, stateCode: 1, otherState: 'Migrating' },
    verdict: 'cannot-tell',
    rest: 'cannot-tell',
  },
  {
    what: 'in its first minute: a mismatch of nobody knows whom, and a loss',
    vm: { uptimeSeconds: 60, services: { vss: MISMATCH, shutdown: LOST, kvp: SILENT } },
    verdict: 'action-needed',
    services: { vss: 'cannot-tell', shutdown: 'action-needed', kvp: 'cannot-tell' },
  },
  {
    what: 'nobody knows since when it runs, and backup is silent',
    vm: { kvp: SERVER_2019, uptimeSeconds: null, services: { vss: SILENT } },
    verdict: 'action-needed',
    services: { vss: 'action-needed' },
  },
  {
    what: 'heartbeat switched off, data of Linux different',
    vm: { kvp: UBUNTU, services: { heartbeat: OFF, kvp: MISMATCH } },
    verdict: 'advice',
    services: { heartbeat: 'advice', kvp: HARMLESS },
  },
  {
    what: 'no compatible version of a guest nobody knows, and harmless words beside it',
    vm: { services: { kvp: status(7), vss: MISMATCH } },
    verdict: 'action-needed',
    services: { kvp: 'action-needed', vss: 'cannot-tell' },
  },
])
