import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from './capture-builder'
import { UBUNTU_LINES, withWorksheet } from './worksheet/outputs'

const SILENT = { status: [12] }

describe('an answer that contradicts the guest', () => {
  const codesOf = (vm: VmFacts) =>
    judge(captureOf([{ kvp: UBUNTU, ...vm }]), { [VM_ID]: { family: 'windows' } }).vms[0]?.findings.map(
      ({ code }) => code,
    )

  test.each<readonly [number, boolean]>([
    [2, true],
    [3, false],
    [9, false],
    [10, false],
  ])('is asked about of a VM in state %s: %s', (stateCode, isAsked) => {
    expect(codesOf({ stateCode })?.includes('IS-77')).toBe(isAsked)
  })
})

describe('services that are silent although their part of the guest runs', () => {
  const findings = (services: VmFacts['services']) =>
    judge(
      withWorksheet('linux', [...UBUNTU_LINES, 'process: hv_kvp_daemon'])(captureOf([{ services: services ?? {} }])),
    )
      .vms[0]?.findings.filter(({ code }) => code === 'IS-38')
      .map(({ service, covers }) => [service, covers])

  test('are one finding of the heartbeat, which covers them', () => {
    expect(findings({ heartbeat: SILENT, kvp: SILENT, shutdown: SILENT })).toEqual([
      ['heartbeat', ['heartbeat', 'kvp', 'shutdown']],
    ])
  })

  test('are a finding each where the heartbeat answers', () => {
    expect(findings({ kvp: SILENT, shutdown: SILENT })).toEqual([
      ['kvp', ['kvp']],
      ['shutdown', ['shutdown']],
    ])
  })
})

describe('a service that a guest never had', () => {
  const explanationOf = (family: string) => {
    const services = { 'guest-service-interface': { enabled: true, status: [12] } }
    const [vm] = judge(captureOf([{ services }]), { [VM_ID]: { family } }).vms
    return vm === undefined
      ? ''
      : renderVm(vm, 'en')
          .findings.map(({ explanation }) => explanation)
          .join('\n')
  }

  test('is told otherwise of a product that is closed than of a system that lacks it', () => {
    expect(explanationOf('f5-big-ip')).not.toBe(explanationOf('freebsd'))
    expect(explanationOf('f5-big-ip')).not.toBe('')
  })
})
