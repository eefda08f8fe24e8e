import { describe, expect, test } from 'vitest'
import { captureOfText } from '../../../src/core/decode/pasted-capture'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import type { VmDiagnosis } from '../../../src/core/model/diagnosis'
import type { Answers } from '../../../src/core/model/snapshot'
import { LANGUAGES, type Language } from '../../../src/core/model/text'
import { captureOf, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from './capture-builder'

const MISMATCH = [2, 32775]
const SERVER_2019 = windowsItems('Windows Server 2019 Standard', '10.0.17763')

function told(vm: VmFacts, language: Language = 'en', host: HostFacts = {}, answers: Answers = {}): VmDiagnosis {
  const judged = judge(captureOf([{ name: 'srv', ...vm }], host), answers).vms[0]
  if (judged === undefined) throw new Error('no VM')
  return renderVm(judged, language)
}

const explanationOf = (vm: VmDiagnosis, code: string): string | undefined =>
  vm.findings.find((finding) => finding.code === code)?.explanation

describe('which of guest and host is the older one', () => {
  const guest: VmFacts = { kvp: SERVER_2019, services: { vss: { status: MISMATCH } } }

  test('is known where only the name of the host was read', () => {
    const vm = told(guest, 'en', { caption: 'Microsoft Windows Server 2016 Standard', build: null })
    expect(vm.verdict).toBe('advice')
    expect(vm.findings[0]?.evidence.at(-1)).toEqual({
      source: 'Win32_OperatingSystem.Caption',
      value: 'Windows Server 2016 Standard',
    })
  })

  test.each(['Microsoft Windows Server 2019 Standard', 'Microsoft Windows Server 2022 Standard', null])(
    'does not make the guest the newer one on a host named %s',
    (caption) => {
      expect(told(guest, 'en', { caption, build: null }).verdict).toBe('action-needed')
    },
  )

  test.each(['w10', 'ws2019'])('is not certain where a person said %s, which names no build', (family) => {
    const answers = { [VM_ID]: { family } }
    const host = { caption: 'Microsoft Windows Server 2025 Standard', build: 26100 }
    const vm = told({ services: { vss: { status: MISMATCH } } }, 'en', host, answers)
    expect(vm.findings[0]).toMatchObject({ code: 'IS-15', certainty: 'likely' })
  })

  test('is certain where the guest says it itself', () => {
    expect(told(guest).findings[0]).toMatchObject({ code: 'IS-15', certainty: 'certain' })
  })
})

test('a release whose data exchange answers only with the downloaded drivers is not excused for file copy', () => {
  const kvp = {
    ...UBUNTU,
    OSName: 'CentOS release 5.11 (Final)',
    OSMajorVersion: '',
    OSVersion: '2.6.18',
    OSBuildNumber: '2.6.18-398.el5',
    IntegrationServicesVersion: '4.3.5',
  }
  const services = { 'guest-service-interface': { enabled: true, status: [12] } }
  expect(told({ kvp, services }).verdict).toBe('action-needed')
})

describe('a critical state beside a health that is not critical', () => {
  test.each([
    [32781, 5, 'IS-80', 'EnabledState 32781'],
    [32781, null, 'IS-80', 'EnabledState 32781'],
    [2, 20, 'IS-80', 'HealthState 20'],
    [32785, 5, 'IS-09', 'EnabledState 32785'],
    [3, 25, 'IS-09', 'HealthState 25'],
  ])('state %s with health %s: %s names %s', (stateCode, health, code, words) => {
    for (const language of LANGUAGES) {
      expect(explanationOf(told({ stateCode, health }, language), code)).toContain(`(${words})`)
    }
  })

  test('a pasted state gives no number, so none is shown', () => {
    const text = 'Name  State           Uptime\n----  -----           ------\nweb01 RunningCritical 03:00:00\n'
    const judged = judge(captureOfText(text, null, '2026-11-23T08:46:37Z')).vms[0]
    if (judged === undefined) throw new Error('no VM')
    expect(explanationOf(renderVm(judged, 'en'), 'IS-80')).toContain('this running VM (Critical)')
  })

  test('a VM that was off before is not said to have stopped because of the storage', () => {
    expect(told({ stateCode: 3, health: 20 }).tellCaller).toContain('is not running, and Hyper-V reports')
  })

  test('a replica is not to be started after its storage was mended either', () => {
    const steps = told({ stateCode: 3, health: 20, replicationMode: 2 }).findings[0]?.steps.map(({ text }) => text)
    expect(steps).toHaveLength(2)
    expect(steps?.[1]).toMatch(/^Do not start this VM\./)
    expect(told({ stateCode: 3, health: 20 }).findings[0]?.steps).toHaveLength(1)
  })

  test('a critical VM in transition is not only to be waited for', () => {
    const steps = (stateCode: number) => told({ stateCode }).findings[0]?.steps.map(({ text }) => text)
    expect(steps(32786)?.[0]).toMatch(/storage/)
    expect(steps(32786)).toHaveLength(2)
    expect(steps(10)).toHaveLength(1)
  })
})

describe('sentences', () => {
  test('an event of the device is called newer than the start only where the start is known', () => {
    const events = [{ id: 23012, ago: 100, values: ['srv', VM_ID, 'Network Adapter', '3.3', '3.2'] }]
    const known = 'The event is newer than the start of the guest.'
    expect(explanationOf(told({ events }), 'IS-83')).toContain(known)
    expect(explanationOf(told({ events, uptimeSeconds: null }), 'IS-83')).toMatch(/may be about an earlier start\.$/)
    expect(explanationOf(told({ events, uptimeSeconds: null }, 'ko'), 'IS-83')).toMatch(/이벤트일 수 있습니다\.$/)
  })

  test('a service that the host does not list is not among those said to be OK', () => {
    expect(told({ services: { kvp: { status: 'no-row' } } }).headline).toBe(
      'No fault found. Every integration service that was read and is switched on reports OK.',
    )
  })

  test('one heartbeat without contact does not make the whole guest silent', () => {
    const vm = told({ kvp: UBUNTU, services: { heartbeat: { status: [12] } } })
    expect(vm.verdict).toBe('action-needed')
    expect(`${vm.headline} ${vm.tellCaller}`).not.toMatch(/not answer the host[.;,]/)
  })

  test.each([
    [{ heartbeat: { status: [12] } }, /Heartbeat has not made contact/],
    [{ heartbeat: { status: [12] }, kvp: { status: [12] } }, /Heartbeat and Data exchange have not made contact/],
  ])('just started: number agrees with %j', (services, words) => {
    expect(explanationOf(told({ uptimeSeconds: 45, services }), 'IS-33')).toMatch(words)
  })

  test.each([
    [{ vss: { status: null } }, / it cannot be judged/],
    [{ vss: { status: null }, shutdown: { status: [] } }, / they cannot be judged/],
  ])('no status: number agrees with %j', (services, words) => {
    expect(told({ services }).headline).toMatch(words)
  })
})
