import { describe, expect, test } from 'vitest'
import { decodeCapture } from '../../../src/core/decode/snapshot'
import { diagnose } from '../../../src/core/diagnosis/diagnose'
import { judge } from '../../../src/core/diagnosis/judge'
import { RULES } from '../../../src/core/diagnosis/rules/index'
import { translate } from '../../../src/core/i18n/translate'
import { renderVm } from '../../../src/core/diagnosis/render'
import { articleText, isArticleId } from '../../../src/core/knowledge/articles'
import type { Capture } from '../../../src/core/model/capture'
import type { Answers, Snapshot } from '../../../src/core/model/snapshot'
import { JUDGED_SERVICES } from '../../../src/core/model/service'
import { LANGUAGES } from '../../../src/core/model/text'
import type { Verdict } from '../../../src/core/model/verdict'
import { vmText } from './approval/outcome-text'
import { UBUNTU_LINES, withWorksheet } from './worksheet/outputs'
import { captureOf, FREEBSD, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from './capture-builder'

interface Scenario {
  /** Code of the rule that must find something. */
  readonly fires: string
  readonly what: string
  readonly vm: VmFacts
  readonly host?: HostFacts
  readonly answer?: string
  readonly told?: Readonly<Record<string, string>>
  readonly change?: (capture: Capture) => Capture
  readonly alter?: (snapshot: Snapshot) => Snapshot
  readonly verdict: Verdict
}

const MISMATCH = [2, 32775]
const WINDOWS_2022 = windowsItems('Windows Server 2022 Datacenter', '10.0.20348')
const WINDOWS_2012R2 = windowsItems('Windows Server 2012 R2 Standard', '6.3.9600')

const without =
  (className: string, code: string | null) =>
  (capture: Capture): Capture => {
    const { [className]: _gone, ...classes } = capture.classes
    return { ...capture, classes, problems: code === null ? [] : [{ class: className, code, message: 'refused' }] }
  }

/** As the reader of pasted text marks a status that it took from a word nobody confirmed. */
const guessedBackup = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  vms: snapshot.vms.map((vm) => ({
    ...vm,
    partial: true,
    services: { ...vm.services, vss: { ...vm.services.vss, guessed: true } },
  })),
})

const guessedDevice = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  vms: snapshot.vms.map((vm) => ({
    ...vm,
    events: {
      ...vm.events,
      devices: [
        {
          loaded: true,
          subject: 'network-adapter',
          device: null,
          seconds: 2_000_000_000,
          evidence: { source: 'pasted text, line 1', value: 'x' },
          guessed: true,
        },
      ],
    },
  })),
})

/** As the reader of pasted text leaves a VM of which only name and state were written. */
const onlyNamed = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  vms: snapshot.vms.map((vm) => ({
    ...vm,
    partial: true,
    services: Object.fromEntries(
      Object.entries(vm.services).map(([id, service]) => [
        id,
        { ...service, listed: false, enabled: null, readState: 'not-asked' },
      ]),
    ) as unknown as typeof vm.services,
  })),
})

const allWith = (status: unknown): NonNullable<VmFacts['services']> =>
  Object.fromEntries(JUDGED_SERVICES.map((id) => [id, { enabled: true, status }]))

const scenarios: readonly Scenario[] = [
  { fires: 'IS-01', what: 'all OK', vm: { kvp: UBUNTU }, verdict: 'healthy' },
  {
    fires: 'IS-02',
    what: 'no application data',
    vm: { services: { heartbeat: { status: [2, 12] } } },
    verdict: 'healthy',
  },
  { fires: 'IS-03', what: 'file copy off', vm: {}, verdict: 'healthy' },
  {
    fires: 'IS-04',
    what: 'heartbeat number on shutdown',
    vm: { services: { shutdown: { status: [2, 2] } } },
    verdict: 'healthy',
  },
  { fires: 'IS-05', what: 'off', vm: { stateCode: 3 }, verdict: 'not-running' },
  { fires: 'IS-06', what: 'saved', vm: { stateCode: 6 }, verdict: 'not-running' },
  { fires: 'IS-06', what: 'saved, old number', vm: { stateCode: 32779 }, verdict: 'not-running' },
  { fires: 'IS-07', what: 'paused', vm: { stateCode: 9 }, verdict: 'not-running' },
  { fires: 'IS-08', what: 'replica', vm: { stateCode: 3, replicationMode: 2 }, verdict: 'not-running' },
  { fires: 'IS-09', what: 'paused for lack of disk', vm: { stateCode: 32785 }, verdict: 'not-running' },
  { fires: 'IS-09', what: 'off and sick', vm: { stateCode: 3, health: 25 }, verdict: 'not-running' },
  {
    fires: 'IS-12',
    what: 'Linux mismatch',
    vm: { kvp: UBUNTU, services: { kvp: { status: MISMATCH }, vss: { status: [3, 32775] } } },
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-12',
    what: 'FreeBSD mismatch',
    vm: { kvp: FREEBSD, services: { kvp: { status: [3] } } },
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-12',
    what: 'Linux by answer',
    vm: { services: { vss: { status: MISMATCH } } },
    answer: 'linux',
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-13',
    what: 'time of 2012 R2',
    vm: { kvp: WINDOWS_2012R2, services: { timesync: { status: MISMATCH } } },
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-14',
    what: 'guest 2025 on host 2022',
    vm: { kvp: windowsItems('Windows Server 2025 Datacenter', '10.0.26100'), services: { vss: { status: MISMATCH } } },
    verdict: 'advice',
  },
  {
    fires: 'IS-15',
    what: 'backup of 2012 R2',
    vm: { kvp: WINDOWS_2012R2, services: { vss: { status: MISMATCH } } },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-15',
    what: 'time of 2022 on 2022',
    vm: { kvp: WINDOWS_2022, services: { timesync: { status: MISMATCH } } },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-15',
    what: 'time of 2012 R2 on 2012 R2',
    host: { caption: 'Microsoft Windows Server 2012 R2 Standard', build: 9600 },
    vm: { kvp: WINDOWS_2012R2, services: { timesync: { status: MISMATCH } } },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-16',
    what: 'mismatch, nobody knows',
    vm: { services: { vss: { status: MISMATCH } } },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-17',
    what: 'mismatch of another system',
    vm: { services: { vss: { status: MISMATCH } } },
    answer: 'other',
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-18',
    what: 'time of some Windows',
    vm: { services: { timesync: { status: MISMATCH } } },
    answer: 'windows',
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-18',
    what: 'time of 2012 R2 on an unknown host',
    host: { caption: null, build: null },
    vm: { kvp: WINDOWS_2012R2, services: { timesync: { status: MISMATCH } } },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-21',
    what: 'no common version, Linux',
    vm: { kvp: UBUNTU, services: { timesync: { status: [7, 32775] } } },
    verdict: 'action-needed',
  },
  { fires: 'IS-30', what: 'silent guest', vm: { services: { heartbeat: { status: [12] } } }, verdict: 'action-needed' },
  { fires: 'IS-31', what: 'daemon missing', vm: { services: { kvp: { status: [12] } } }, verdict: 'action-needed' },
  {
    fires: 'IS-32',
    what: 'silent, heartbeat off',
    vm: { services: { heartbeat: { enabled: false }, kvp: { status: [12] } } },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-33',
    what: 'booting',
    vm: { uptimeSeconds: 45, services: { heartbeat: { status: [12] }, kvp: { status: [12] } } },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-34',
    what: 'file copy of FreeBSD',
    vm: { kvp: FREEBSD, services: { 'guest-service-interface': { enabled: true, status: [12] } } },
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-35',
    what: 'data exchange of OpenWrt',
    vm: { services: { kvp: { status: [12] } } },
    answer: 'openwrt',
    verdict: 'advice',
  },
  {
    fires: 'IS-36',
    what: 'driver seen missing',
    vm: { services: { heartbeat: { status: [12] } } },
    change: withWorksheet('linux', ['bus-devices: 0', 'processes: readable']),
    verdict: 'action-needed',
  },
  {
    fires: 'IS-37',
    what: 'daemon seen not running',
    vm: { kvp: UBUNTU, services: { vss: { status: [12] } } },
    change: withWorksheet('linux', UBUNTU_LINES),
    verdict: 'action-needed',
  },
  {
    fires: 'IS-38',
    what: 'Windows service seen running',
    vm: { kvp: WINDOWS_2022, services: { vss: { status: [12] } } },
    change: withWorksheet('windows', ['build: 20348', 'service: vmicvss Running 3']),
    verdict: 'action-needed',
  },
  {
    fires: 'IS-39',
    what: 'daemon seen not running, status OK',
    vm: { kvp: UBUNTU },
    change: withWorksheet('linux', UBUNTU_LINES),
    verdict: 'advice',
  },
  {
    fires: 'IS-40',
    what: 'hung guest',
    vm: { services: { heartbeat: { status: [13] }, kvp: { status: [12] }, vss: { status: [13] } } },
    verdict: 'action-needed',
  },
  { fires: 'IS-41', what: 'daemon died', vm: { services: { kvp: { status: [13] } } }, verdict: 'action-needed' },
  { fires: 'IS-50', what: 'shutdown off', vm: { services: { shutdown: { enabled: false } } }, verdict: 'advice' },
  {
    fires: 'IS-50',
    what: 'off and without a row',
    vm: { services: { heartbeat: { enabled: false, status: 'no-row' } } },
    verdict: 'advice',
  },
  { fires: 'IS-60', what: 'error', vm: { services: { vss: { status: [6] } } }, verdict: 'action-needed' },
  { fires: 'IS-61', what: 'timed out', vm: { services: { vss: { status: [2, 32783] } } }, verdict: 'action-needed' },
  { fires: 'IS-62', what: 'failed', vm: { services: { vss: { status: [2, 32784] } } }, verdict: 'action-needed' },
  {
    fires: 'IS-63',
    what: 'application',
    vm: { services: { heartbeat: { status: [2, 32782] } } },
    verdict: 'action-needed',
  },
  { fires: 'IS-70', what: 'unknown number', vm: { services: { vss: { status: [9999] } } }, verdict: 'cannot-tell' },
  { fires: 'IS-71', what: 'null', vm: { services: { vss: { status: null } } }, verdict: 'cannot-tell' },
  { fires: 'IS-71', what: 'empty', vm: { services: { vss: { status: [] } } }, verdict: 'cannot-tell' },
  {
    fires: 'IS-72',
    what: 'refused',
    vm: {},
    change: without('Msvm_VssComponent', '0x80041003'),
    verdict: 'cannot-tell',
  },
  { fires: 'IS-72', what: 'not asked', vm: {}, change: without('Msvm_VssComponent', null), verdict: 'cannot-tell' },
  {
    fires: 'IS-73',
    what: 'no heartbeat row',
    vm: { services: { heartbeat: { status: 'no-row' } } },
    verdict: 'cannot-tell',
  },
  { fires: 'IS-74', what: 'state null', vm: { stateCode: null }, verdict: 'cannot-tell' },
  { fires: 'IS-75', what: 'saving', vm: { stateCode: 1, otherState: 'Saving' }, verdict: 'cannot-tell' },
  { fires: 'IS-75', what: 'migrating', vm: { operation: [11, 32774] }, verdict: 'cannot-tell' },
  { fires: 'IS-76', what: 'paused before', vm: { services: { heartbeat: { status: [15] } } }, verdict: 'cannot-tell' },
  { fires: 'IS-77', what: 'answer against report', vm: { kvp: WINDOWS_2022 }, answer: 'linux', verdict: 'cannot-tell' },
  { fires: 'IS-82', what: 'odd health', vm: { health: 17 }, verdict: 'cannot-tell' },
  { fires: 'IS-78', what: 'guessed from a text', vm: { kvp: UBUNTU }, alter: guessedBackup, verdict: 'cannot-tell' },
  { fires: 'IS-80', what: 'disk nearly full', vm: { health: 20 }, verdict: 'action-needed' },
  {
    fires: 'IS-83',
    what: 'device refused',
    vm: { kvp: UBUNTU, events: [{ id: 23012, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter', '3.3', '1.0'] }] },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-84',
    what: 'device older, Linux',
    vm: { kvp: UBUNTU, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter', '3.3', '3.2'] }] },
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-84',
    what: 'storage older, FreeBSD',
    vm: { kvp: FREEBSD, events: [{ provider: 'storvsp', id: 6, ago: 3600, values: ['vm-1'] }] },
    verdict: 'safe-to-ignore',
  },
  {
    fires: 'IS-85',
    what: 'device older, Windows',
    vm: {
      kvp: WINDOWS_2012R2,
      events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter', '3.3', '3.2'] }],
    },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-89',
    what: 'device older, Windows newer than its host',
    vm: {
      kvp: windowsItems('Windows Server 2025 Datacenter', '10.0.26100'),
      events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter', '3.3', '3.2'] }],
    },
    verdict: 'advice',
  },
  {
    fires: 'IS-86',
    what: 'device older, nobody knows',
    vm: { events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter', '3.3', '3.2'] }] },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-33',
    what: 'rebooted inside a moment ago',
    vm: { events: [{ id: 18514, ago: 60 }], services: { heartbeat: { status: [12] } } },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-30',
    what: 'silent by the summary alone',
    vm: { services: { heartbeat: { status: 'no-row' } }, summary: { Heartbeat: 12 } },
    verdict: 'action-needed',
  },
  { fires: 'IS-87', what: 'device guessed', vm: { kvp: UBUNTU }, alter: guessedDevice, verdict: 'cannot-tell' },
  { fires: 'IS-88', what: 'a text that names the VM', vm: {}, alter: onlyNamed, verdict: 'cannot-tell' },
  {
    fires: 'IS-19',
    what: 'Windows 10 of some build on 2019',
    host: { caption: 'Microsoft Windows Server 2019 Standard', build: 17763 },
    vm: { services: { vss: { status: MISMATCH } } },
    answer: 'w10',
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-10',
    what: 'another system, its maker vouches',
    vm: { services: { vss: { status: MISMATCH } } },
    answer: 'other',
    told: { 'maker-says': 'yes' },
    verdict: 'safe-to-ignore',
  },
  { fires: 'IS-64', what: 'disk filling up', vm: { kvp: UBUNTU, operation: [5] }, verdict: 'advice' },
  { fires: 'IS-80', what: 'configuration storage lost', vm: { kvp: UBUNTU, operation: [3] }, verdict: 'action-needed' },
  { fires: 'IS-08', what: 'saved replica', vm: { stateCode: 6, replicationMode: 2 }, verdict: 'not-running' },
  { fires: 'IS-08', what: 'paused extended replica', vm: { stateCode: 9, replicationMode: 4 }, verdict: 'not-running' },
  {
    fires: 'IS-83',
    what: 'storage refused',
    vm: { kvp: UBUNTU, events: [{ provider: 'storvsp', id: 5, ago: 3600 }] },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-83',
    what: 'network adapter refused',
    vm: { kvp: UBUNTU, events: [{ provider: 'VMSMP', id: 26, ago: 3600 }] },
    verdict: 'action-needed',
  },
  {
    fires: 'IS-86',
    what: 'device older, Windows 11 of some build',
    host: { caption: 'Microsoft Windows 11 Pro', build: 22621 },
    vm: { events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter', '3.3', '3.2'] }] },
    answer: 'w11',
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-110',
    what: 'backup fails, status OK',
    vm: { kvp: UBUNTU },
    told: { symptom: 'backup-fails' },
    verdict: 'cannot-tell',
  },
  {
    fires: 'IS-111',
    what: 'file copy fails and is off',
    vm: { kvp: UBUNTU },
    told: { symptom: 'file-copy-fails' },
    verdict: 'advice',
  },
  {
    fires: 'IS-112',
    what: 'backup fails, test checkpoint too',
    vm: { kvp: UBUNTU },
    told: { symptom: 'backup-fails', 'backup-test': 'fails' },
    verdict: 'action-needed',
  },
  { fires: 'IS-81', what: 'worker silent', vm: { health: 25 }, verdict: 'action-needed' },
]

/** For each rule a case close to its own that must not fire it. */
const nearMisses: Readonly<Record<string, Omit<Scenario, 'fires' | 'verdict'>>> = {
  'IS-01': { what: 'every service silent', vm: { services: allWith([12]) } },
  'IS-02': { what: 'application data', vm: { services: { heartbeat: { status: [2, 2] } } } },
  'IS-03': { what: 'switched on', vm: { services: { 'guest-service-interface': { enabled: true } } } },
  'IS-04': { what: 'the heartbeat itself', vm: { services: { heartbeat: { status: [2, 12] } } } },
  'IS-05': { what: 'off and a replica', vm: { stateCode: 3, replicationMode: 2 } },
  'IS-06': { what: 'saved and a replica', vm: { stateCode: 6, replicationMode: 2 } },
  'IS-07': { what: 'pausing', vm: { stateCode: 32776 } },
  'IS-08': { what: 'a test replica', vm: { stateCode: 3, replicationMode: 3 } },
  'IS-09': { what: 'running and sick', vm: { health: 25 } },
  'IS-10': {
    what: 'Linux, whatever a maker says',
    vm: { kvp: UBUNTU, services: { vss: { status: MISMATCH } } },
    told: { 'maker-says': 'yes' },
  },
  'IS-12': { what: 'Windows', vm: { kvp: WINDOWS_2022, services: { vss: { status: MISMATCH } } } },
  'IS-13': { what: 'backup of 2012 R2', vm: { kvp: WINDOWS_2012R2, services: { vss: { status: MISMATCH } } } },
  'IS-14': { what: 'the same release', vm: { kvp: WINDOWS_2022, services: { vss: { status: MISMATCH } } } },
  'IS-15': { what: 'time of 2012 R2', vm: { kvp: WINDOWS_2012R2, services: { timesync: { status: MISMATCH } } } },
  'IS-16': { what: 'Linux by answer', vm: { services: { vss: { status: MISMATCH } } }, answer: 'linux' },
  'IS-17': { what: 'FreeBSD', vm: { kvp: FREEBSD, services: { vss: { status: MISMATCH } } } },
  'IS-18': { what: 'backup of some Windows', vm: { services: { vss: { status: MISMATCH } } }, answer: 'windows' },
  'IS-19': {
    what: 'Windows 10 on 2022: every build is older',
    vm: { services: { vss: { status: MISMATCH } } },
    answer: 'w10',
  },
  'IS-21': { what: 'the harmless one', vm: { kvp: UBUNTU, services: { timesync: { status: [3, 32775] } } } },
  'IS-30': { what: 'just started', vm: { uptimeSeconds: 45, services: { heartbeat: { status: [12] } } } },
  'IS-31': {
    what: 'heartbeat silent too',
    vm: { services: { heartbeat: { status: [12] }, kvp: { status: [12] } } },
  },
  'IS-32': { what: 'heartbeat answers', vm: { services: { kvp: { status: [12] } } } },
  'IS-33': { what: 'five minutes up', vm: { uptimeSeconds: 300, services: { heartbeat: { status: [12] } } } },
  'IS-34': {
    what: 'file copy of Ubuntu',
    vm: { kvp: UBUNTU, services: { 'guest-service-interface': { enabled: true, status: [12] } } },
  },
  'IS-36': {
    what: 'the driver is there',
    vm: { services: { heartbeat: { status: [12] } } },
    change: withWorksheet('linux', UBUNTU_LINES),
  },
  'IS-37': {
    what: 'the daemon runs',
    vm: { kvp: UBUNTU, services: { vss: { status: [12] } } },
    change: withWorksheet('linux', [...UBUNTU_LINES, 'process: hv_vss_daemon']),
  },
  'IS-38': {
    what: 'the Windows service is stopped',
    vm: { kvp: WINDOWS_2022, services: { vss: { status: [12] } } },
    change: withWorksheet('windows', ['build: 20348', 'service: vmicvss Stopped 3']),
  },
  'IS-39': {
    what: 'the processes were hidden',
    vm: { kvp: UBUNTU },
    change: withWorksheet('linux', ['kernel: 5.15.0-91-generic', 'processes: hidden']),
  },
  'IS-35': { what: 'data exchange of Ubuntu', vm: { services: { kvp: { status: [12] } } }, answer: 'ubuntu' },
  'IS-40': { what: 'another service lost', vm: { services: { kvp: { status: [13] } } } },
  'IS-41': { what: 'heartbeat lost too', vm: { services: { heartbeat: { status: [13] }, kvp: { status: [13] } } } },
  'IS-50': { what: 'file copy off', vm: {} },
  'IS-60': { what: 'no error number', vm: { services: { vss: { status: [7] } } } },
  'IS-61': { what: 'communication failed', vm: { services: { vss: { status: [2, 32784] } } } },
  'IS-62': { what: 'timed out', vm: { services: { vss: { status: [2, 32783] } } } },
  'IS-63': { what: 'the number on another service', vm: { services: { vss: { status: [2, 32782] } } } },
  'IS-64': { what: 'already failing', vm: { health: 20, operation: [5] } },
  'IS-70': { what: 'null', vm: { services: { vss: { status: null } } } },
  'IS-71': { what: 'a number', vm: { services: { vss: { status: [9999] } } } },
  'IS-72': { what: 'refused but switched off', vm: { services: { vss: { enabled: false, status: 'no-row' } } } },
  'IS-73': {
    what: 'the summary has it',
    vm: { services: { heartbeat: { status: 'no-row' } }, summary: { Heartbeat: 2 } },
  },
  'IS-74': { what: 'off', vm: { stateCode: 3 } },
  'IS-75': { what: 'creating a checkpoint', vm: { operation: [11, 32768] } },
  'IS-76': { what: 'a paused VM', vm: { stateCode: 9, services: { heartbeat: { status: [15] } } } },
  'IS-77': { what: 'answer and report agree', vm: { kvp: UBUNTU }, answer: 'ubuntu' },
  'IS-78': { what: 'read for certain', vm: { kvp: UBUNTU, services: { vss: { status: [12] } } } },
  'IS-80': { what: 'in good health', vm: { health: 5 } },
  'IS-81': { what: 'storage', vm: { health: 20 } },
  'IS-82': { what: 'no health given', vm: { health: null } },
  'IS-83': { what: 'loaded', vm: { kvp: UBUNTU, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'NIC'] }] } },
  'IS-84': {
    what: 'Windows',
    vm: { kvp: WINDOWS_2012R2, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'NIC'] }] },
  },
  'IS-85': { what: 'Linux', vm: { kvp: UBUNTU, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'NIC'] }] } },
  'IS-86': {
    what: 'FreeBSD',
    vm: { kvp: FREEBSD, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'NIC'] }] },
  },
  'IS-87': {
    what: 'read for certain',
    vm: { kvp: UBUNTU, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'NIC'] }] },
  },
  'IS-88': { what: 'rows and not a text', vm: { services: { heartbeat: { status: 'no-row' } } } },
  'IS-89': {
    what: 'the same release',
    vm: { kvp: WINDOWS_2022, events: [{ id: 23014, ago: 3600, values: ['vm-1', VM_ID, 'NIC'] }] },
  },
  'IS-110': {
    what: 'backup is silent',
    vm: { services: { vss: { status: [12] } } },
    told: { symptom: 'backup-fails' },
  },
  'IS-111': {
    what: 'backup switched off',
    vm: { services: { vss: { enabled: false } } },
    told: { symptom: 'backup-fails' },
  },
  'IS-112': { what: 'not asked for', vm: { kvp: UBUNTU }, told: { 'backup-test': 'fails' } },
}

function judged({ vm, host, answer, told, change, alter }: Omit<Scenario, 'fires' | 'what' | 'verdict'>) {
  const answers: Answers = answer === undefined ? {} : { [VM_ID]: { family: answer } }
  const capture = captureOf([{ kvp: null, ...vm }], host)
  const snapshot = decodeCapture(change === undefined ? capture : change(capture), answers)
  const [only] = diagnose(
    alter === undefined ? snapshot : alter(snapshot),
    told === undefined ? {} : { [VM_ID]: told },
  ).vms
  if (only === undefined) throw new Error('no VM')
  return only
}

describe('every rule', () => {
  test('has a code and an id of its own', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length)
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { code } of RULES) expect(code).toMatch(/^IS-(?:[0-8]\d|11\d)$/)
  })

  test('names articles that exist in both languages', () => {
    for (const { id, articles } of RULES) {
      for (const article of articles) {
        expect([id, isArticleId(article)]).toEqual([id, true])
        for (const language of LANGUAGES) expect(articleText(article, language).resolution).not.toBe('')
      }
    }
  })

  test('has a case that fires it', () => {
    expect(RULES.map(({ code }) => code).filter((code) => !scenarios.some(({ fires }) => fires === code))).toEqual([])
  })

  test('has a case close to its own that must not fire it', () => {
    expect(RULES.map(({ code }) => code).filter((code) => !(code in nearMisses))).toEqual([])
  })

  test.each(Object.entries(nearMisses))('%s does not fire on $what', (code, miss) => {
    expect(judged(miss).findings.map((finding) => finding.code)).not.toContain(code)
  })

  test.each(Object.entries(nearMisses))('what is found beside %s is as approved', (_code, miss) => {
    expect(vmText(judged(miss))).toMatchSnapshot(miss.what)
  })

  test('stays silent on a VM that is well, except for the good news', () => {
    const well = judged({ vm: { kvp: UBUNTU } })
    expect(well.findings.map(({ code }) => code)).toEqual(['IS-01', 'IS-03'])
  })
})

describe.each(scenarios)('$fires: $what', (scenario) => {
  // Judged in each test, so that a mutation run knows which test reaches what.
  const result = () => judged(scenario)

  test('is found, and the VM gets its verdict', () => {
    expect(result().findings.map(({ code }) => code)).toContain(scenario.fires)
    expect(result().verdict).toBe(scenario.verdict)
  })

  test.each(LANGUAGES)('has every text in %s with every value filled in', (language) => {
    const rendered = renderVm(result(), language)
    const texts = JSON.stringify(rendered)
    expect(texts).not.toMatch(/undefined|\[object|\{\w+\}/)
    for (const finding of rendered.findings) {
      expect(finding.title).not.toBe('')
      expect(finding.explanation).not.toBe('')
    }
    expect(rendered.headline).not.toBe('')
    expect(rendered.tellCaller).not.toBe('')
  })

  test('comes out as approved', () => {
    expect(vmText(result())).toMatchSnapshot(`${scenario.fires} ${scenario.what}`)
  })

  test('asks a question where it cannot tell', () => {
    for (const { code, question, verdict } of result().findings) {
      expect([code, question?.howToFind.length ?? 0]).toEqual([code, verdict === 'cannot-tell' ? 3 : 0])
      const nobodyKnows = question === null || question.answers.some(({ id }) => id === 'unknown')
      expect([code, nobodyKnows]).toEqual([code, true])
    }
  })

  test('says what to do where something has to be done', () => {
    for (const finding of result().findings.filter(
      ({ verdict }) => verdict === 'action-needed' || verdict === 'advice',
    )) {
      expect([finding.code, finding.steps.length > 0]).toEqual([finding.code, true])
    }
  })

  test('names the owner before or in a step that can interrupt something', () => {
    for (const { code, steps } of result().findings) {
      steps.forEach((step, index) => {
        const said = JSON.stringify(steps.slice(0, index + 1).map(({ text }) => translate('en', text)))
        expect([code, step.risk === 'none' || /owner/i.test(said), said]).toEqual([code, true, said])
      })
    }
  })

  test('chooses VMs in commands by id, never by name', () => {
    const commands = result().findings.flatMap(({ steps }) => steps.flatMap(({ command }) => command ?? []))
    for (const command of commands) expect(command).not.toMatch(/vm-1\b|Get-VM (?!-Id)|-VMName/)
  })

  test('never puts a risky command first', () => {
    const first = result().findings.map(({ code, steps }) => [
      code,
      steps.find(({ command }) => command !== null)?.risk ?? 'none',
    ])
    expect(first.filter(([, risk]) => risk !== 'none')).toEqual([])
  })
})

describe('one cause is one finding', () => {
  test('a silent guest is not listed six times', () => {
    const silent = { status: [12] }
    const result = judged({
      vm: { services: { heartbeat: silent, kvp: silent, shutdown: silent, timesync: silent, vss: silent } },
    })
    expect(result.findings.map(({ code }) => code)).toEqual(['IS-30', 'IS-03'])
    expect(result.serviceVerdicts.vss).toBe('action-needed')
  })

  test('several services with one cause share one sentence', () => {
    const result = judged({ vm: { kvp: UBUNTU, services: { kvp: { status: MISMATCH }, vss: { status: MISMATCH } } } })
    expect(result.headline).toHaveLength(1)
    expect(renderVm(result, 'en').headline).toContain('Data exchange and Backup (volume shadow copy)')
  })

  test('two rows of one class count as the severer one', () => {
    const capture = captureOf([{ kvp: UBUNTU }])
    const rows = capture.classes['Msvm_VssComponent'] ?? []
    const twice = { ...capture.classes, Msvm_VssComponent: [...rows, { ...rows[0], OperationalStatus: [13] }] }
    expect(judge({ ...capture, classes: twice }).vms[0]?.serviceVerdicts.vss).toBe('action-needed')
  })
})

describe('events of the host', () => {
  const refused = { id: 23012, ago: 3600, values: ['vm-1', VM_ID, 'Network Adapter'] }

  test('a refused device that connected afterwards is over', () => {
    const loaded = { id: 23014, ago: 3590, values: ['vm-1', VM_ID, 'Network Adapter'] }
    expect(judged({ vm: { kvp: UBUNTU, events: [refused, loaded] } }).verdict).toBe('safe-to-ignore')
  })

  test('a device event from before the last start is about another time', () => {
    expect(judged({ vm: { kvp: UBUNTU, events: [refused], uptimeSeconds: 600 } }).verdict).toBe('healthy')
  })

  test('the versions of event 4010 stand beside the service, in any language of the text', () => {
    const provider = 'Microsoft-Windows-Hyper-V-Integration-KvpExchange'
    const values = ['vm-1', VM_ID, '3.0', '3.0', '4.0', '5.0']
    const result = judged({
      vm: { kvp: UBUNTU, services: { kvp: { status: MISMATCH } }, events: [{ provider, id: 4010, ago: 60, values }] },
    })
    expect(renderVm(result, 'ko').services.find(({ service }) => service === 'kvp')).toMatchObject({
      negotiated: '4.0',
      expected: '5.0',
    })
  })

  test.each([
    ['Microsoft-Windows-Hyper-V-Integration', 'vm-1', '4.0'],
    ['Microsoft-Windows-Hyper-V-Worker', 'vm-1', '4.0'],
    ['Microsoft-Windows-Hyper-V-Integration-KvpExchange', '10.0', '4.0'],
    ['Some-Other-Provider', 'vm-1', null],
  ])('event 4010 of %s about the VM %s: negotiated %s', (provider, name, negotiated) => {
    const values = [name, VM_ID, '3.0', '3.0', '4.0', '5.0']
    const events = [{ provider, id: 4010, ago: 60, values }]
    const result = judged({ vm: { name, kvp: UBUNTU, services: { kvp: { status: MISMATCH } }, events } })
    const kvp = renderVm(result, 'en').services.find(({ service }) => service === 'kvp')
    expect(kvp?.negotiated).toBe(negotiated)
  })

  test('broken events are passed over', () => {
    const change = (capture: Capture): Capture => ({
      ...capture,
      events: [{}, { id: 'x' }, { id: 4010, time: 'yesterday', values: 7 }],
    })
    expect(judged({ vm: { kvp: UBUNTU }, change }).verdict).toBe('healthy')
  })
})

describe('what a wrong reassurance would look like', () => {
  test('a mismatch of a Windows guest is never excused by KB 2956569', () => {
    const result = judged({ vm: { kvp: WINDOWS_2022, services: { vss: { status: MISMATCH } } } })
    expect(result.findings.map(({ code }) => code)).not.toContain('IS-12')
  })

  test('an answer never overrides what the guest reports', () => {
    const result = judged({ vm: { kvp: WINDOWS_2022, services: { vss: { status: MISMATCH } } }, answer: 'linux' })
    expect(result.serviceVerdicts.vss).toBe('action-needed')
    expect(result.findings.map(({ code }) => code)).toContain('IS-77')
  })

  test('an answer that contradicts a report which contradicts itself is asked about, not believed', () => {
    const items = { ...UBUNTU, OSName: 'Windows Server 2019' }
    const result = judged({ vm: { kvp: items, services: { vss: { status: MISMATCH } } }, answer: 'linux' })
    expect(result.verdict).toBe('cannot-tell')
    expect(result.findings.map(({ code }) => code)).toContain('IS-77')
  })

  test('an answer that names another product of the same kind is asked about', () => {
    const result = judged({ vm: { kvp: UBUNTU }, answer: 'debian' })
    expect(result.findings.map(({ code }) => code)).toContain('IS-77')
  })

  test('an error beside a missing contact is not taken for a service the guest never had', () => {
    const capture = captureOf([
      { kvp: FREEBSD, services: { 'guest-service-interface': { enabled: true, status: [12] } } },
    ])
    const name = 'Msvm_GuestServiceInterfaceComponent'
    const rows = capture.classes[name] ?? []
    const classes = { ...capture.classes, [name]: [...rows, { ...rows[0], OperationalStatus: [6] }] }
    expect(judge({ ...capture, classes }).vms[0]?.verdict).toBe('action-needed')
  })

  test('settings that contradict each other are not taken for switched off', () => {
    const capture = captureOf([
      { kvp: UBUNTU, services: { 'guest-service-interface': { enabled: true, status: [12] } } },
    ])
    const name = 'Msvm_GuestServiceInterfaceComponentSettingData'
    const rows = capture.classes[name] ?? []
    const classes = { ...capture.classes, [name]: [...rows, { ...rows[0], EnabledState: 3 }] }
    expect(judge({ ...capture, classes }).vms[0]?.verdict).toBe('action-needed')
  })

  test('old Red Hat with the downloaded package has file copy, so its silence is a fault', () => {
    const items = {
      ...UBUNTU,
      OSName: 'CentOS',
      OSMajorVersion: '6.5',
      OSVersion: '2.6.32',
      OSBuildNumber: '2.6.32-431.el6.x86_64',
      IntegrationServicesVersion: '4.3.5',
    }
    const silent = { kvp: items, services: { 'guest-service-interface': { enabled: true, status: [12] } } } as const
    expect(judged({ vm: silent }).verdict).toBe('action-needed')
  })

  test('a class that was refused is not healthy', () => {
    const result = judged({ vm: { kvp: UBUNTU }, change: without('Msvm_HeartbeatComponent', '0x80041003') })
    expect(result.verdict).toBe('cannot-tell')
  })

  test('the backup of a Linux guest is never said to work', () => {
    const result = judged({ vm: { kvp: UBUNTU } })
    expect(result.notes.map(({ code }) => code)).toContain('IS-92')
  })
})
