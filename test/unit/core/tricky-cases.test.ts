import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import type { JudgedServiceId } from '../../../src/core/model/service'
import { LANGUAGES } from '../../../src/core/model/text'
import type { Verdict } from '../../../src/core/model/verdict'
import { vmText } from './approval/outcome-text'
import { captureOf, FREEBSD, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from './capture-builder'

/** A case of the kind that people post: what was read, what was said, and what has to come out of it. */
interface Case {
  readonly what: string
  readonly vm: VmFacts
  readonly host?: HostFacts
  readonly answer?: string
  readonly verdict: Verdict
  /** Verdicts of single services that have to be right too. */
  readonly services?: Readonly<Partial<Record<JudgedServiceId, Verdict>>>
  /** Code that must be among the findings, and one that must not. */
  readonly code?: string
  readonly not?: string
}

const MISMATCH = [2, 32775]
const DEGRADED = [3, 32775]
const SILENT = { status: [12] }
const HOST_2012 = { caption: 'Microsoft Windows Server 2012 Standard', build: 9200 }
const HOST_2012R2 = { caption: 'Microsoft Windows Server 2012 R2 Datacenter', build: 9600 }
const HOST_2016 = { caption: 'Microsoft Windows Server 2016 Standard', build: 14393 }
const HOST_2019 = { caption: 'Microsoft Windows Server 2019 Standard', build: 17763 }
const HOST_2025 = { caption: 'Microsoft Windows Server 2025 Datacenter', build: 26100 }
const HOST_W11 = { caption: 'Microsoft Windows 11 Pro', build: 22631 }

const linux = (name: string, version: string, kernel: string): Readonly<Record<string, string>> => ({
  ...UBUNTU,
  OSName: name,
  OSMajorVersion: version,
  OSVersion: kernel.split('-')[0] ?? kernel,
  OSBuildNumber: kernel,
})
const DEBIAN_12 = linux('Debian GNU/Linux', '12', '6.1.0-18-amd64')
const DEBIAN_13 = linux('Debian GNU/Linux', '13', '6.12.9-amd64')
const ROCKY_9 = linux('Rocky Linux', '9.3', '5.14.0-362.8.1.el9_3.x86_64')
const CENTOS_7 = linux('CentOS Linux', '7', '3.10.0-1160.el7.x86_64')
const UNHEARD_OF = linux('Aurora Nova OS', '3', '6.6.8-nova')
const SERVER_2025 = windowsItems('Windows Server 2025 Standard', '10.0.26100')
const SERVER_2022 = windowsItems('Windows Server 2022 Standard', '10.0.20348')
const SERVER_2016 = windowsItems('Windows Server 2016 Standard', '10.0.14393')
const SERVER_2012R2 = windowsItems('Windows Server 2012 R2 Standard', '6.3.9600')
const SERVER_2008R2 = windowsItems('Windows Server 2008 R2 Standard', '6.1.7601')
const COPY_SILENT = { 'guest-service-interface': { enabled: true, status: [12] } }

const cases: readonly Case[] = [
  // Version differences.
  {
    what: 'Debian, everything Degraded as on 2012 R2',
    host: HOST_2012R2,
    vm: {
      kvp: DEBIAN_12,
      services: {
        kvp: { status: DEGRADED },
        vss: { status: [3] },
        timesync: { status: DEGRADED },
        shutdown: { status: DEGRADED },
        heartbeat: { status: DEGRADED },
      },
    },
    verdict: 'safe-to-ignore',
    code: 'IS-12',
  },
  {
    what: 'Rocky on 2025, data exchange alone',
    host: HOST_2025,
    vm: { kvp: ROCKY_9, services: { kvp: { status: MISMATCH } } },
    verdict: 'safe-to-ignore',
    services: { vss: 'healthy' },
  },
  {
    what: 'a distribution nobody lists is Linux all the same',
    vm: { kvp: UNHEARD_OF, services: { vss: { status: MISMATCH } } },
    verdict: 'safe-to-ignore',
  },
  {
    what: 'mismatch with a third element',
    vm: { kvp: UBUNTU, services: { vss: { status: [2, 32775, 0] } } },
    verdict: 'safe-to-ignore',
  },
  {
    what: 'Degraded with a timeout beside it is no mere version',
    vm: { kvp: UBUNTU, services: { vss: { status: [3, 32783] } } },
    verdict: 'action-needed',
    code: 'IS-61',
  },
  {
    what: '[7] without a second number',
    vm: { kvp: UBUNTU, services: { kvp: { status: [7] } } },
    verdict: 'action-needed',
    code: 'IS-21',
    not: 'IS-12',
  },
  {
    what: '[7] of FreeBSD',
    vm: { kvp: FREEBSD, services: { shutdown: { status: [7, 32775] } } },
    verdict: 'action-needed',
    not: 'IS-12',
  },
  {
    what: 'mismatch and [7] side by side',
    vm: { kvp: UBUNTU, services: { vss: { status: MISMATCH }, timesync: { status: [7, 32775] } } },
    verdict: 'action-needed',
    services: { vss: 'safe-to-ignore', timesync: 'action-needed' },
  },
  {
    what: 'mismatch of the heartbeat of FreeBSD',
    vm: { kvp: FREEBSD, services: { heartbeat: { status: MISMATCH } } },
    verdict: 'safe-to-ignore',
  },
  {
    what: 'Windows 2012 R2, time and backup, on 2019',
    host: HOST_2019,
    vm: { kvp: SERVER_2012R2, services: { timesync: { status: MISMATCH }, vss: { status: MISMATCH } } },
    verdict: 'action-needed',
    services: { timesync: 'safe-to-ignore', vss: 'action-needed' },
  },
  {
    what: 'Windows 2008 R2, time alone, on 2016',
    host: HOST_2016,
    vm: { kvp: SERVER_2008R2, services: { timesync: { status: DEGRADED } } },
    verdict: 'safe-to-ignore',
    code: 'IS-13',
  },
  {
    what: 'Windows 2016 on 2016, time: not by design',
    host: HOST_2016,
    vm: { kvp: SERVER_2016, services: { timesync: { status: MISMATCH } } },
    verdict: 'action-needed',
  },
  {
    what: 'Windows 2025 on 2022: the host is the older part',
    vm: { kvp: SERVER_2025, services: { timesync: { status: MISMATCH }, kvp: { status: MISMATCH } } },
    verdict: 'advice',
    code: 'IS-14',
  },
  {
    what: 'Windows 2025 on 2025',
    host: HOST_2025,
    vm: { kvp: SERVER_2025, services: { kvp: { status: MISMATCH } } },
    verdict: 'action-needed',
  },
  {
    what: 'Windows 11 that calls itself Windows 10',
    host: HOST_2019,
    vm: { kvp: windowsItems('Windows 10 Pro', '10.0.22631'), services: { vss: { status: MISMATCH } } },
    verdict: 'advice',
  },
  {
    what: 'Windows by answer, backup',
    vm: { services: { vss: { status: MISMATCH } } },
    answer: 'windows',
    verdict: 'action-needed',
  },
  {
    what: 'an empty data exchange and a mismatch',
    vm: { kvp: {}, services: { kvp: { status: MISMATCH } } },
    verdict: 'cannot-tell',
    code: 'IS-16',
  },
  {
    what: 'Linux by answer while the guest says Windows',
    vm: { kvp: SERVER_2022, services: { vss: { status: MISMATCH } } },
    answer: 'linux',
    verdict: 'action-needed',
    code: 'IS-77',
    not: 'IS-12',
  },
  {
    what: 'Windows by answer while the guest says Linux',
    vm: { kvp: UBUNTU, services: { vss: { status: MISMATCH } } },
    answer: 'windows',
    verdict: 'cannot-tell',
    code: 'IS-77',
  },
  {
    what: 'NetBSD',
    vm: { kvp: { OSName: 'NetBSD', OSVersion: '10.0' }, services: { heartbeat: { status: MISMATCH } } },
    verdict: 'cannot-tell',
    code: 'IS-17',
    not: 'IS-12',
  },
  {
    what: 'a name of Linux with the build and the platform of Windows',
    vm: {
      kvp: { OSName: 'Ubuntu', OSVersion: '10.0.20348', OSPlatformId: '2' },
      services: { vss: { status: MISMATCH } },
    },
    verdict: 'cannot-tell',
    code: 'IS-16',
    not: 'IS-12',
  },
  // No contact.
  {
    what: 'every service silent for days',
    vm: { services: { heartbeat: SILENT, kvp: SILENT, shutdown: SILENT, timesync: SILENT, vss: SILENT } },
    verdict: 'action-needed',
    code: 'IS-30',
    not: 'IS-31',
  },
  {
    what: 'every service silent after 4 minutes 59',
    vm: { uptimeSeconds: 299, services: { heartbeat: SILENT, kvp: SILENT } },
    verdict: 'cannot-tell',
    code: 'IS-33',
  },
  {
    what: 'every service silent after 5 minutes',
    vm: { uptimeSeconds: 300, services: { heartbeat: SILENT, kvp: SILENT } },
    verdict: 'action-needed',
  },
  {
    what: 'silent and the uptime unknown',
    vm: { uptimeSeconds: null, services: { heartbeat: SILENT } },
    verdict: 'action-needed',
  },
  {
    what: 'up for days by the counter, rebooted inside a minute ago',
    vm: { kvp: UBUNTU, services: { kvp: SILENT }, events: [{ id: 18514, ago: 50 }] },
    verdict: 'cannot-tell',
    code: 'IS-33',
  },
  {
    what: 'just started, and a fault that is no waiting',
    vm: { uptimeSeconds: 30, kvp: UBUNTU, services: { kvp: { status: [7] }, vss: SILENT } },
    verdict: 'action-needed',
    services: { vss: 'cannot-tell' },
  },
  {
    what: 'shutdown silent on Windows',
    vm: { kvp: SERVER_2022, services: { shutdown: SILENT } },
    verdict: 'action-needed',
    code: 'IS-31',
  },
  {
    what: 'data exchange silent, nobody knows the guest',
    vm: { services: { kvp: SILENT } },
    verdict: 'action-needed',
    code: 'IS-31',
  },
  {
    what: 'data exchange silent, the others Degraded',
    vm: { services: { kvp: SILENT, vss: { status: MISMATCH } } },
    verdict: 'action-needed',
    services: { vss: 'cannot-tell' },
  },
  { what: 'file copy of Debian 13', vm: { kvp: DEBIAN_13, services: COPY_SILENT }, verdict: 'advice', code: 'IS-35' },
  {
    what: 'file copy of Debian 12 with a backported kernel',
    vm: { kvp: linux('Debian GNU/Linux', '12', '6.12.9+bpo-amd64'), services: COPY_SILENT },
    verdict: 'advice',
  },
  { what: 'file copy of Debian 12', vm: { kvp: DEBIAN_12, services: COPY_SILENT }, verdict: 'action-needed' },
  {
    what: 'file copy of FreeBSD',
    vm: { kvp: FREEBSD, services: COPY_SILENT },
    verdict: 'safe-to-ignore',
    code: 'IS-34',
  },
  {
    what: 'file copy of Windows 2008 R2',
    vm: { kvp: SERVER_2008R2, services: COPY_SILENT },
    verdict: 'safe-to-ignore',
  },
  { what: 'file copy of Windows 2022', vm: { kvp: SERVER_2022, services: COPY_SILENT }, verdict: 'action-needed' },
  {
    what: 'backup of Linux on a 2012 host',
    host: HOST_2012,
    vm: { kvp: UBUNTU, services: { vss: SILENT } },
    verdict: 'safe-to-ignore',
    code: 'IS-34',
  },
  {
    what: 'backup of Windows on a 2012 host is no such thing',
    host: HOST_2012,
    vm: { kvp: SERVER_2008R2, services: { vss: SILENT } },
    verdict: 'action-needed',
  },
  {
    what: 'Talos without data exchange',
    vm: { services: { kvp: SILENT, vss: { status: MISMATCH } } },
    answer: 'talos',
    verdict: 'advice',
    services: { kvp: 'advice', vss: 'safe-to-ignore' },
  },
  {
    what: 'Home Assistant without data exchange, heartbeat silent too',
    vm: { services: { kvp: SILENT, heartbeat: SILENT } },
    answer: 'home-assistant-os',
    verdict: 'action-needed',
    code: 'IS-30',
  },
  {
    what: 'OpenWrt without hv_utils',
    vm: { services: { heartbeat: SILENT, kvp: SILENT, shutdown: SILENT, timesync: SILENT, vss: SILENT } },
    answer: 'openwrt',
    verdict: 'action-needed',
  },
  {
    what: 'silent, and the heartbeat class refused nothing but is not listed',
    vm: { services: { heartbeat: { status: 'no-row' }, vss: SILENT } },
    verdict: 'cannot-tell',
    code: 'IS-32',
  },
  // Lost, errors, odd numbers.
  {
    what: 'a hung guest with data exchange still holding addresses',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: [13] }, kvp: { status: [13] } } },
    verdict: 'action-needed',
    code: 'IS-40',
    not: 'IS-41',
  },
  {
    what: 'data exchange died on a guest that answers',
    vm: { kvp: CENTOS_7, services: { kvp: { status: [13] } } },
    verdict: 'action-needed',
    code: 'IS-41',
  },
  {
    what: '[6] of the heartbeat',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: [6] } } },
    verdict: 'action-needed',
    code: 'IS-60',
  },
  {
    what: 'a critical application in Windows',
    vm: { kvp: SERVER_2022, services: { heartbeat: { status: [2, 32782] } } },
    verdict: 'action-needed',
    code: 'IS-63',
  },
  {
    what: 'a critical application and a mismatch',
    vm: { kvp: SERVER_2022, services: { heartbeat: { status: [2, 32782] }, vss: { status: MISMATCH } } },
    verdict: 'action-needed',
    code: 'IS-15',
  },
  {
    what: '32896 on a service that is switched on',
    vm: { kvp: UBUNTU, services: { shutdown: { status: [2, 32896] } } },
    verdict: 'cannot-tell',
    code: 'IS-70',
  },
  {
    what: '32896 on a service that is switched off',
    vm: { kvp: UBUNTU, services: { shutdown: { enabled: false, status: [32896] } } },
    verdict: 'advice',
    code: 'IS-50',
  },
  {
    what: 'switched off and null',
    vm: { kvp: UBUNTU, services: { timesync: { enabled: false, status: null } } },
    verdict: 'advice',
  },
  {
    what: 'switched off and [12] is no fault',
    vm: { kvp: UBUNTU, services: { vss: { enabled: false, status: [12] } } },
    verdict: 'advice',
    not: 'IS-31',
  },
  {
    what: 'file copy off and [13]',
    vm: { kvp: UBUNTU, services: { 'guest-service-interface': { enabled: false, status: [13] } } },
    verdict: 'healthy',
  },
  {
    what: 'a predictive failure of a service',
    vm: { kvp: UBUNTU, services: { vss: { status: [5] } } },
    verdict: 'cannot-tell',
  },
  {
    what: '[15] beside plain OK',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: [15] } } },
    verdict: 'cannot-tell',
    code: 'IS-76',
  },
  {
    what: '[2, 12] of Windows',
    vm: { kvp: SERVER_2022, services: { heartbeat: { status: [2, 12] } } },
    verdict: 'healthy',
    code: 'IS-02',
  },
  {
    what: '[2, 12] of backup',
    vm: { kvp: UBUNTU, services: { vss: { status: [2, 12] } } },
    verdict: 'healthy',
    code: 'IS-04',
  },
  // The VM itself.
  {
    what: 'off with rows left over',
    vm: { stateCode: 3, services: { heartbeat: SILENT, vss: { status: [7] } } },
    verdict: 'not-running',
    code: 'IS-05',
  },
  { what: 'paused for lack of disk', vm: { stateCode: 32785, health: 20 }, verdict: 'not-running', code: 'IS-09' },
  {
    what: 'paused, healthy, its heartbeat [15]',
    vm: { stateCode: 9, services: { heartbeat: { status: [15] } } },
    verdict: 'not-running',
  },
  {
    what: 'running, disk nearly full, everything else harmless',
    vm: { kvp: UBUNTU, health: 20, services: { vss: { status: MISMATCH } } },
    verdict: 'action-needed',
    services: { vss: 'safe-to-ignore' },
  },
  {
    what: 'the state 1 with a word nobody knows',
    vm: { stateCode: 1, otherState: 'Dreaming' },
    verdict: 'cannot-tell',
    code: 'IS-74',
  },
  { what: 'quiescing', vm: { stateCode: 1, otherState: 'Quiescing' }, verdict: 'cannot-tell', code: 'IS-75' },
  {
    what: 'a test replica that runs is judged',
    vm: { replicationMode: 3, kvp: UBUNTU, services: { kvp: { status: MISMATCH } } },
    verdict: 'safe-to-ignore',
  },
  {
    what: 'a failed-over replica that runs is judged',
    vm: { replicationMode: 2, kvp: UBUNTU, services: { vss: { status: [13] } } },
    verdict: 'action-needed',
  },
  {
    what: 'Ubuntu on a desktop host',
    host: HOST_W11,
    vm: { kvp: UBUNTU, services: { kvp: { status: MISMATCH }, vss: { status: MISMATCH } } },
    verdict: 'safe-to-ignore',
  },
]

describe.each(cases)('$what', (each) => {
  const answers = each.answer === undefined ? {} : { [VM_ID]: { family: each.answer } }
  // Judged in each test, so that a mutation run knows which test reaches what.
  const judgeCase = () => judge(captureOf([{ name: 'srv-01', kvp: null, ...each.vm }], each.host), answers).vms[0]

  test('gets the verdict it should', () => {
    const judged = judgeCase()
    expect(judged?.verdict).toBe(each.verdict)
    expect(judged?.serviceVerdicts).toMatchObject(each.services ?? {})
    const codes = judged?.findings.map(({ code }) => code) ?? []
    expect(codes).toEqual(expect.arrayContaining(each.code === undefined ? [] : [each.code]))
    expect(codes).not.toContain(each.not ?? 'none')
  })

  test('comes out as approved', () => {
    const judged = judgeCase()
    expect(judged === undefined ? '' : vmText(judged)).toMatchSnapshot(each.what)
  })

  test.each(LANGUAGES)('is told whole in %s', (language) => {
    const judged = judgeCase()
    const text = judged === undefined ? '' : JSON.stringify(renderVm(judged, language))
    expect(text).not.toMatch(/undefined|\[object|\{\w+\}|"headline":""|"tellCaller":""/)
  })
})
