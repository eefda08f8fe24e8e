import { describe, expect, test } from 'vitest'
import { addressesOfVm } from '../../../src/core/decode/adapter-addresses'
import { decodeCapture } from '../../../src/core/decode/snapshot'
import { planGuidedCheck } from '../../../src/core/diagnosis/guided-check'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../src/core/diagnosis/render'
import type { Capture, Row } from '../../../src/core/model/capture'
import type { Vm } from '../../../src/core/model/snapshot'
import { learnCapture } from '../../../src/core/redaction/redact-capture'
import { redactCheck } from '../../../src/core/redaction/redact-check'
import { Redactor } from '../../../src/core/redaction/redactor'
import { hostText } from '../../../src/core/report/answer'
import { captureOf, UBUNTU, VM_ID } from './capture-builder'

const NIC = '6B3F1A52-6C53-4D0C-9A4F-0C54B7E5C2A1'
const RENDERING = { language: 'en', source: 'source', programVersion: '1.0.0' } as const

/** A host with one VM, what its adapters are configured with, and the registry's update level. */
function hostWith(rows: readonly Row[], kvp: Readonly<Record<string, string>> | null = UBUNTU, ubr?: unknown): Capture {
  const capture = captureOf([{ name: 'web-01', kvp }])
  return {
    ...capture,
    classes: { ...capture.classes, Msvm_GuestNetworkAdapterConfiguration: rows },
    host: ubr === undefined ? capture.host : { ...capture.host, StdRegProv: { UBR: ubr } },
  }
}

const adapter = (IPAddresses: unknown): Row => ({ InstanceID: `Microsoft:GuestNetwork\\${VM_ID}\\${NIC}`, IPAddresses })

const addresses = (capture: Capture) => decodeCapture(capture).vms.map(addressesOfVm)

describe('addresses of network adapters', () => {
  test('stand after those that the guest names, each once, of all adapters', () => {
    const named = { ...UBUNTU, NetworkAddressIPv4: '10.20.1.15' }
    const rows = [adapter(['10.20.1.15', 'fd00::15']), adapter(['192.0.2.7'])]
    expect(addresses(hostWith(rows, named))).toEqual([['10.20.1.15', 'fd00::15', '192.0.2.7']])
  })

  test.each([
    ['no list', null],
    ['an empty list', []],
    ['numbers', [1, 2]],
    ['nothing by which others reach it', ['127.0.0.1', '169.254.3.4', 'fe80::1%4', '::1', '']],
    ['no addresses at all', ['not an address', '999.1.1.1']],
  ])('%s gives none', (_what, list) => {
    expect(addresses(hostWith([adapter(list)], null))).toEqual([[]])
  })

  test('of another VM, of none and of a template stay away', () => {
    const rows = [
      { InstanceID: `Microsoft:GuestNetwork\\${NIC}\\${VM_ID}`, IPAddresses: ['10.9.9.9'] },
      { InstanceID: 'Microsoft:Definition', IPAddresses: ['10.9.9.8'] },
      { IPAddresses: ['10.9.9.7'] },
    ]
    expect(addresses(hostWith(rows, null))).toEqual([[]])
  })

  test('are those of two hundred and fifty-six entries of an adapter, and sixty-four of a VM', () => {
    const many = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, at) => text(at))
    const usable = many(70, (at) => `10.1.0.${at}`)
    const loopbacks = many(255, () => '127.0.0.1')
    expect(addresses(hostWith([adapter(usable)], null))).toEqual([usable.slice(0, 64)])
    expect(addresses(hostWith([adapter(usable.slice(0, 40)), adapter(usable)], null))).toEqual([usable.slice(0, 64)])
    expect(addresses(hostWith([adapter([...loopbacks, '10.1.0.1', '10.1.0.2'])], null))).toEqual([['10.1.0.1']])
  })

  test('are kept apart from those of another VM, and there for every VM that was read', () => {
    const capture = hostWith([adapter(null), adapter(['10.1.0.1'])], null)
    expect(decodeCapture(capture).vms[0]?.adapterAddresses).toEqual(['10.1.0.1'])
    expect(decodeCapture(hostWith([], null)).vms[0]?.adapterAddresses).toEqual([])
  })

  test('of a text that knows of no adapters are those that the guest names', () => {
    const [vm] = decodeCapture(hostWith([], UBUNTU)).vms
    const { adapterAddresses: _none, ...pasted } = vm ?? {}
    expect(addressesOfVm(pasted as Vm)).toEqual(['10.20.1.15'])
  })

  test('change no verdict, and stand in the diagnosis', () => {
    const without = judge(hostWith([], null))
    const judged = judge(hostWith([adapter(['10.20.1.99'])], null))
    expect(judged.vms.map(({ verdict, findings }) => [verdict, findings])).toEqual(
      without.vms.map(({ verdict, findings }) => [verdict, findings]),
    )
    expect(renderDiagnosis(judged, RENDERING).vms[0]?.addresses).toEqual(['10.20.1.99'])
  })

  test('stand in the guided check where the guest names others or none', () => {
    const shown = (capture: Capture) => {
      const [vm] = judge(capture).vms
      const steps = vm === undefined ? [] : planGuidedCheck(vm, 'en')
      return steps.find(({ id }) => id === 'guest')?.found.find(({ label }) => label.startsWith('Addresses of'))?.value
    }
    expect(shown(hostWith([adapter(['10.20.1.99'])], null))).toBe('10.20.1.99')
    expect(shown(hostWith([adapter(['10.20.1.15'])], { ...UBUNTU, NetworkAddressIPv4: '10.20.1.15' }))).toBeUndefined()
  })

  test('are hidden with all others: neither capture nor diagnosis shows one', () => {
    const capture = hostWith([adapter(['10.44.7.19', '2001:db8:5:6::77'])], null, 4652)
    const redactor = new Redactor('names')
    learnCapture(redactor, capture)
    const result = redactCheck(redactor, { capture, answers: {}, statements: {}, accepted: [] })
    const diagnosis = result === null ? null : renderDiagnosis(result.judged, RENDERING)
    const text = JSON.stringify([result?.capture, diagnosis])
    expect(text).not.toMatch(/10\.44\.7\.19|2001:db8/)
    expect(diagnosis?.vms[0]?.addresses).toEqual([expect.stringMatching(/^IP-/), expect.stringMatching(/^IP-/)])
    expect(diagnosis?.host.revision).toBe(4652)
  })
})

describe('the update level of the host', () => {
  test('stands behind its build, in reports and in the guided check', () => {
    const judged = judge(hostWith([], UBUNTU, 2113))
    expect(hostText(renderDiagnosis(judged, RENDERING))).toContain('(20348.2113)')
    const [vm] = judged.vms
    const steps = vm === undefined ? [] : planGuidedCheck(vm, 'en', undefined, judged.snapshot.host)
    expect(steps.find(({ id }) => id === 'versions')?.found[0]?.value).toContain('(20348.2113)')
  })

  test.each([
    ['nothing', undefined],
    ['no number', 'x'],
    ['null', null],
  ])('%s leaves the build alone', (_what, ubr) => {
    const diagnosis = renderDiagnosis(judge(hostWith([], UBUNTU, ubr)), RENDERING)
    expect(hostText(diagnosis)).toContain('(20348)')
    expect(diagnosis.host).not.toHaveProperty('revision')
  })
})
