import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareHosts, isWorse, type VmComparison } from '../../../../src/core/compare/compare-hosts'
import { renderComparison } from '../../../../src/core/compare/render-comparison'
import { captureOfText } from '../../../../src/core/decode/pasted-capture'
import { judge } from '../../../../src/core/diagnosis/judge'
import type { Capture } from '../../../../src/core/model/capture'
import { Comparison } from '../../../../src/core/model/comparison'
import type { JudgedServiceId } from '../../../../src/core/model/service'
import {
  captureOf,
  type HostFacts,
  type ServiceFacts,
  UBUNTU,
  VM_ID,
  type VmFacts,
  windowsItems,
} from '../capture-builder'

const EARLIER = '2026-11-21T08:00:00Z'

const compared = (older: Capture, newer: Capture) => compareHosts(judge(older), judge(newer))

function oneVm(before: VmFacts, after: VmFacts, hostBefore: HostFacts = {}, hostAfter: HostFacts = {}): VmComparison {
  const { vms } = compared(
    captureOf([{ kvp: UBUNTU, ...before }], { collectedAt: EARLIER, ...hostBefore }),
    captureOf([{ kvp: UBUNTU, ...after }], hostAfter),
  )
  const [vm] = vms
  if (vm === undefined || vms.length > 1) throw new Error('not one VM')
  return vm
}

const withService = (id: JudgedServiceId, facts: ServiceFacts): VmFacts => ({ services: { [id]: facts } })
const explained = (vm: VmComparison): readonly string[] => vm.explanations.map(({ id }) => id)

describe('a VM', () => {
  test('that is as before is unchanged, whatever the time, the uptime and the addresses', () => {
    const vm = oneVm({}, { uptimeSeconds: 600_000, kvp: { ...UBUNTU, NetworkAddressIPv4: '10.20.1.99' } })
    expect([vm.change, vm.facts, explained(vm)]).toEqual(['unchanged', [], []])
  })

  test.each<[string, unknown, unknown, string]>([
    ['a fault came', [2], [12], 'worse'],
    ['a fault went', [12], [2], 'better'],
    ['a harmless mismatch came', [2], [3, 32775], 'changed'],
    ['a harmless mismatch went', [2, 32775], [2], 'changed'],
    ['the harmless became a fault', [3, 32775], [7, 32775], 'worse'],
    ['it cannot be told any more', [2], [99], 'worse'],
    ['a fault cannot be told any more, which is no good news', [7, 32775], [99], 'changed'],
    ['one fault became another', [12], [13], 'changed'],
  ])('of which %s', (_, before, after, change) => {
    const vm = oneVm(withService('kvp', { status: before }), withService('kvp', { status: after }))
    expect([vm.change, vm.services.find(({ service }) => service === 'kvp')?.change]).toEqual([change, change])
  })

  test('whose services went in both directions is changed, and the worse one is told', () => {
    const faulty = { vss: { status: [7, 32775] } }
    const vm = oneVm(
      { services: { ...faulty, shutdown: { status: [13] } } },
      { services: { ...faulty, timesync: { status: [13] } } },
    )
    const changes = Object.fromEntries(vm.services.map(({ service, change }) => [service, change]))
    expect(vm.change).toBe('changed')
    expect(changes).toMatchObject({ shutdown: 'better', timesync: 'worse', vss: 'unchanged', heartbeat: 'unchanged' })
  })

  test('that was switched off is changed and its services are not called worse', () => {
    const vm = oneVm({}, { stateCode: 3, kvp: null })
    expect([vm.change, explained(vm)]).toEqual(['changed', ['power']])
    expect(vm.services.map(({ change }) => change)).not.toContain('worse')
  })

  test('that was renamed is the same VM', () => {
    const vm = oneVm({ name: 'web-01' }, { name: 'web-02' })
    expect([vm.change, vm.facts]).toEqual(['changed', [{ fact: 'name', before: 'web-01', after: 'web-02' }]])
  })

  test('that just started is not worse because it cannot be told yet', () => {
    const vm = oneVm({}, { uptimeSeconds: 30, services: { heartbeat: { status: [12] } } })
    expect([vm.after?.verdict, vm.change]).toEqual(['cannot-tell', 'changed'])
  })

  test('whose guest is not known any more is not called another guest', () => {
    const vm = oneVm({}, { kvp: null, services: { kvp: { status: [12] } } })
    expect(vm.facts).toEqual([])
  })
})

describe('VMs', () => {
  test('of one name are told apart by their ids; new and gone ones are named', () => {
    const ids = ['A', 'B', 'C'].map((letter) => VM_ID.replace('5F0C3B2A', letter.repeat(8)))
    const vm = (index: number): VmFacts => ({ id: ids[index] ?? '', name: 'twin', kvp: UBUNTU })
    const { vms } = compared(captureOf([vm(0), vm(1)]), captureOf([vm(1), vm(2)]))
    const changes = Object.fromEntries(vms.map(({ before, after, change }) => [(after ?? before)?.vm.id, change]))
    expect(changes).toEqual({ [ids[0] ?? '']: 'gone', [ids[1] ?? '']: 'unchanged', [ids[2] ?? '']: 'new' })
  })

  test('of a pasted text are found by name in a capture, where only one has it', () => {
    const text =
      'VMName Name Enabled PrimaryStatusDescription\n------ ---- ------- ------\nweb-01 Heartbeat True No Contact\ntwin Heartbeat True OK'
    const capture = captureOf([
      { name: 'WEB-01', kvp: UBUNTU },
      { name: 'twin', kvp: UBUNTU },
      { name: 'twin', kvp: UBUNTU },
    ])
    const { vms } = compared(capture, captureOfText(text, null, '2026-11-24T08:00:00Z'))
    const web = vms.find(({ after }) => after?.vm.name === 'web-01')
    expect(web?.before?.vm.name).toBe('WEB-01')
    // What the text does not mention is not compared.
    expect(web?.services).toEqual([{ service: 'heartbeat', change: 'worse' }])
    expect(vms.filter(({ after }) => after?.vm.name === 'twin').map(({ change }) => change)).toEqual(['new'])
  })

  test('that are new and need action are a change for the worse', () => {
    const healthy = captureOf([{ kvp: UBUNTU }])
    const withNew = (status: unknown) => captureOf([{ kvp: UBUNTU }, { kvp: UBUNTU, services: { vss: { status } } }])
    expect(isWorse(compared(healthy, withNew([2])))).toBe(false)
    expect(isWorse(compared(healthy, withNew([7, 32775])))).toBe(true)
    expect(isWorse(compared(withNew([7, 32775]), healthy))).toBe(false)
  })
})

describe('what probably explains a change', () => {
  const silent = { status: [12] }
  test.each<[string, VmFacts, VmFacts, HostFacts, HostFacts, readonly string[]]>([
    [
      'the service was switched off on the host',
      {},
      withService('kvp', { enabled: false, status: [2] }),
      {},
      {},
      ['service-off'],
    ],
    ['the service was switched on', withService('vss', { enabled: false, status: [2] }), {}, {}, {}, ['service-on']],
    ['its daemon is gone', {}, withService('kvp', silent), {}, {}, ['part-missing']],
    ['its daemon is back', withService('vss', silent), {}, {}, {}, ['part-back']],
    ['the guest is silent', {}, { services: { heartbeat: silent, kvp: silent } }, {}, {}, ['guest-silent']],
    [
      'another kernel',
      withService('vss', { status: [2] }),
      { kvp: { ...UBUNTU, OSBuildNumber: '5.19.0-1' }, services: { vss: { status: [2, 32775] } } },
      {},
      {},
      ['guest-kernel'],
    ],
    [
      'a kernel from which file copy needs a daemon',
      { services: { 'guest-service-interface': { enabled: true, status: [2] } } },
      {
        kvp: { ...UBUNTU, OSBuildNumber: '6.11.0-9-generic' },
        services: { 'guest-service-interface': { enabled: true, status: [12] } },
      },
      {},
      {},
      ['file-copy-daemon', 'guest-kernel'],
    ],
    [
      'another build of the host',
      withService('vss', { status: [2] }),
      withService('vss', { status: [3, 32775] }),
      { build: 17763, caption: 'Microsoft Windows Server 2019 Datacenter' },
      {},
      ['host-build'],
    ],
    ['a restart', withService('shutdown', { status: [6] }), { uptimeSeconds: 3600 }, {}, {}, ['restarted']],
    [
      'another system in the VM',
      {},
      { kvp: windowsItems('Windows Server 2022 Datacenter', '10.0.20348'), services: { vss: { status: [3, 32775] } } },
      {},
      {},
      ['guest-replaced'],
    ],
  ])('%s', (_, before, after, hostBefore, hostAfter, ids) => {
    expect(explained(oneVm(before, after, hostBefore, hostAfter))).toEqual(ids)
  })

  test('is not a restart where the VM ran on', () => {
    const vm = oneVm(withService('shutdown', { status: [6] }), { uptimeSeconds: 4 * 86_400 })
    expect(explained(vm)).toEqual([])
  })

  test('names a class that only one check could read', () => {
    const newer = captureOf([{ kvp: UBUNTU }])
    const refused = {
      ...newer,
      classes: Object.fromEntries(Object.entries(newer.classes).filter(([name]) => name !== 'Msvm_VssComponent')),
      problems: [{ class: 'Msvm_VssComponent', code: '0x80041003', message: 'Access denied' }],
    }
    const { vms } = compared(captureOf([{ kvp: UBUNTU }]), refused)
    expect(vms.map(explained)).toEqual([['not-read']])
  })
})

const status = fc.constantFrom<unknown>([2], [2, 12], [3, 32775], [7, 32775], [12], [13], [99], null, [], 'no-row')
const anyVm: fc.Arbitrary<VmFacts> = fc.record({
  name: fc.string({ maxLength: 20 }),
  stateCode: fc.constantFrom(2, 2, 2, 3, 9, 10, 1234),
  kvp: fc.constantFrom(UBUNTU, windowsItems('Windows Server 2022 Datacenter', '10.0.20348'), null),
  services: fc.record({ heartbeat: fc.record({ status }), kvp: fc.record({ status }), vss: fc.record({ status }) }),
})
const anyHost = fc.array(anyVm, { maxLength: 4 }).map((vms) => captureOf(vms))

describe('any two checks', () => {
  test('give a comparison of the contract’s shape in which every VM stands once', () => {
    fc.assert(
      fc.property(anyHost, anyHost, fc.constantFrom('en' as const, 'ko' as const), (older, newer, language) => {
        const options = { language, programVersion: '1.0.0', sources: ['old', 'new'] } as const
        const rendered = renderComparison(compared(older, newer), options)
        expect(Comparison.parse(rendered)).toEqual(rendered)
        const ids = new Set([...judge(older).vms, ...judge(newer).vms].map(({ vm }) => vm.id))
        expect(rendered.vms.map(({ id }) => id).sort()).toEqual([...ids].sort())
        expect(Object.values(rendered.summary).reduce((sum, count) => sum + count, 0)).toBe(ids.size)
      }),
    )
  })

  test('are the same as themselves, and what is better one way is not better the other way', () => {
    fc.assert(
      fc.property(anyHost, anyHost, (older, newer) => {
        for (const { change } of compared(older, structuredClone(older)).vms) expect(change).toBe('unchanged')
        const changes = (vms: readonly VmComparison[]) =>
          new Map(vms.map((vm) => [(vm.after ?? vm.before)?.vm.id, vm.change]))
        const back = changes(compared(newer, older).vms)
        for (const [id, change] of changes(compared(older, newer).vms)) {
          expect([change, back.get(id)]).not.toEqual(['better', 'better'])
        }
      }),
    )
  })
})
