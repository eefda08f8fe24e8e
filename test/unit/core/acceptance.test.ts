import { describe, expect, test } from 'vitest'
import { acceptanceOf, fingerprintOf } from '../../../src/core/diagnosis/accepted'
import { judge } from '../../../src/core/diagnosis/judge'
import type { AcceptedFinding } from '../../../src/core/model/accepted'
import { captureOf, type HostFacts, UBUNTU, VM_ID, type VmFacts } from './capture-builder'

const LOST: VmFacts = { kvp: UBUNTU, services: { vss: { status: [13] } } }

function found(vm: VmFacts, host: HostFacts = {}, rule = 'service-lost') {
  const { vms, snapshot } = judge(captureOf([vm], host))
  const [judged] = vms
  const finding = judged?.findings.find((one) => one.rule === rule)
  if (judged === undefined || finding === undefined) throw new Error(`No ${rule}`)
  return { finding, judged, snapshot }
}

function accepted(change: Partial<AcceptedFinding> = {}): AcceptedFinding {
  const { finding, judged, snapshot } = found(LOST)
  const evidence = fingerprintOf(finding, judged, snapshot)
  return {
    vmId: VM_ID,
    service: 'vss',
    rule: 'service-lost',
    evidence,
    reason: 'known',
    person: 'A',
    ticket: null,
    until: null,
    ...change,
  }
}

function holds(acceptance: AcceptedFinding, vm: VmFacts = LOST, host: HostFacts = {}): boolean {
  const { finding, judged, snapshot } = found(vm, host)
  return acceptanceOf(finding, judged, snapshot, [acceptance]) !== null
}

describe('an accepted finding', () => {
  test('is remembered by status, detail, switch, guest and host', () => {
    expect(accepted().evidence).toEqual({
      status: 13,
      detail: null,
      enabled: true,
      guestFamily: 'ubuntu',
      guestVersion: UBUNTU['OSMajorVersion'],
      hostBuild: 20348,
    })
  })

  test('of the VM as a whole has no status and no switch', () => {
    const { finding, judged, snapshot } = found({ stateCode: 3 }, {}, 'vm-off')
    expect(fingerprintOf(finding, judged, snapshot)).toMatchObject({ status: null, detail: null, enabled: null })
  })

  test('holds for the same VM, service and rule, however the id is written', () => {
    expect(holds(accepted())).toBe(true)
    expect(holds(accepted({ vmId: VM_ID.toLowerCase() }))).toBe(true)
    expect(holds(accepted({ vmId: VM_ID.replace('5F', '6F') }))).toBe(false)
    expect(holds(accepted({ service: 'kvp' }))).toBe(false)
    expect(holds(accepted({ rule: 'service-error' }))).toBe(false)
  })

  test.each<[string, VmFacts, HostFacts]>([
    ['detail', { ...LOST, services: { vss: { status: [13, 32775] } } }, {}],
    ['guest family', { ...LOST, kvp: { ...UBUNTU, OSName: 'Debian GNU/Linux' } }, {}],
    ['guest version', { ...LOST, kvp: { ...UBUNTU, OSMajorVersion: '18.04' } }, {}],
    ['host build', LOST, { build: 17763, caption: 'Microsoft Windows Server 2019 Standard' }],
  ])('counts again when the %s is another', (_what, vm, host) => {
    expect(holds(accepted(), vm, host)).toBe(false)
  })

  test('holds up to and with its last day, as of the reading', () => {
    expect(holds(accepted({ until: '2026-11-24' }))).toBe(true)
    expect(holds(accepted({ until: '2026-11-23T00:00:00Z' }))).toBe(true)
    expect(holds(accepted({ until: '2026-11-22' }))).toBe(false)
  })

  test('is found among others, and the one that still holds counts', () => {
    const { finding, judged, snapshot } = found(LOST)
    const over = accepted({ until: '2020-01-01' })
    const valid = accepted({ person: 'B' })
    expect(acceptanceOf(finding, judged, snapshot, [accepted({ service: 'kvp' }), over, valid])?.person).toBe('B')
    expect(acceptanceOf(finding, judged, snapshot, [])).toBeNull()
  })
})
