import { describe, expect, test } from 'vitest'
import { captureOfText } from '../../../../src/core/decode/pasted-capture'
import { judge } from '../../../../src/core/diagnosis/judge'
import {
  captureOf,
  type HostFacts,
  type ServiceFacts,
  UBUNTU,
  VM_ID,
  type VmFacts,
  windowsItems,
} from '../capture-builder'
import { guidedCheckText, outcomeText } from './outcome-text'

const MISMATCH: ServiceFacts = { status: [2, 32775] }
const SILENT: ServiceFacts = { status: [12] }
const SERVER_2019 = windowsItems('Windows Server 2019 Standard', '10.0.17763')
const CENTOS_5 = {
  ...UBUNTU,
  OSName: 'CentOS release 5.11 (Final)',
  OSMajorVersion: '',
  OSVersion: '2.6.18',
  OSBuildNumber: '2.6.18-398.el5',
  IntegrationServicesVersion: '4.3.5',
}
const REFUSED_DEVICE = [{ id: 23012, ago: 100, values: ['srv', VM_ID, 'Network Adapter', '3.3', '3.2'] }]

/** The VMs of `redteam.test.ts` on one host, each with what it is there for as its name. */
const VMS: readonly VmFacts[] = [
  { name: 'an older Windows', kvp: SERVER_2019, services: { vss: MISMATCH } },
  { name: 'downloaded drivers', kvp: CENTOS_5, services: { 'guest-service-interface': { ...SILENT, enabled: true } } },
  { name: 'critical by its state', stateCode: 32781 },
  { name: 'critical without a health', stateCode: 32781, health: null },
  { name: 'critical by its health', health: 20 },
  { name: 'paused and critical', stateCode: 32785 },
  { name: 'off and critical', stateCode: 3, health: 25 },
  { name: 'off and without storage', stateCode: 3, health: 20 },
  { name: 'replica without storage', stateCode: 3, health: 20, replicationMode: 2 },
  { name: 'starting and critical', stateCode: 32786 },
  { name: 'starting', stateCode: 10 },
  { name: 'device refused since its start', events: REFUSED_DEVICE },
  { name: 'device refused at some time', events: REFUSED_DEVICE, uptimeSeconds: null },
  { name: 'data exchange not listed', services: { kvp: { status: 'no-row' } } },
  { name: 'heartbeat alone is silent', kvp: UBUNTU, services: { heartbeat: SILENT } },
  { name: 'just started', uptimeSeconds: 45, services: { heartbeat: SILENT } },
  { name: 'just started, two silent', uptimeSeconds: 45, services: { heartbeat: SILENT, kvp: SILENT } },
  { name: 'one without a status', services: { vss: { status: null } } },
  { name: 'two without a status', services: { vss: { status: null }, shutdown: { status: [] } } },
]

describe('the captures that were made to mislead', () => {
  test('are judged as approved', () => {
    expect(outcomeText(judge(captureOf(VMS)), true)).toMatchSnapshot()
  })

  test('are guided as approved where the VM itself is what is wrong', () => {
    const texts = judge(captureOf(VMS.slice(2, 11))).vms.map((vm) => `${vm.vm.name}\n${guidedCheckText(vm)}`)
    expect(texts.join('\n\n')).toMatchSnapshot()
  })

  test.each<readonly [string, HostFacts]>([
    ['older by its name', { caption: 'Microsoft Windows Server 2016 Standard', build: null }],
    ['as old by its name', { caption: 'Microsoft Windows Server 2019 Standard', build: null }],
    ['newer by its name', { caption: 'Microsoft Windows Server 2022 Standard', build: null }],
    ['not known', { caption: null, build: null }],
  ])('a Windows guest whose host is %s', (_what, host) => {
    expect(outcomeText(judge(captureOf(VMS.slice(0, 1), host)), true)).toMatchSnapshot()
  })

  test.each(['w10', 'ws2019'])('a guest of which a person said %s', (family) => {
    const capture = captureOf([{ name: 'srv', services: { vss: MISMATCH } }], {
      caption: 'Microsoft Windows Server 2025 Standard',
      build: 26_100,
    })
    expect(outcomeText(judge(capture, { [VM_ID]: { family } }), true)).toMatchSnapshot()
  })

  test('a critical state of a pasted table', () => {
    const text = 'Name  State           Uptime\n----  -----           ------\nweb01 RunningCritical 03:00:00\n'
    expect(outcomeText(judge(captureOfText(text, null, '2026-11-23T08:46:37Z')), true)).toMatchSnapshot()
  })
})
