import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { Capture } from '../../../../src/core/model/capture'
import { mergeVm, type VmMerge } from '../../../../src/main/sources/merge-vm'
import { captureOf, type VmFacts } from '../../core/capture-builder'

const id = (index: number): string => `5F0C3B2A-0001-4000-8000-00000000000${index}`
const LATER = '2026-11-23T09:30:00Z'

const host = (...vms: readonly VmFacts[]): Capture =>
  captureOf(vms.map((vm, index) => ({ id: id(index), name: `vm-${index}`, ...vm })))

/** A reading of one VM, as the collector makes it: its rows and the host's own. */
const again = (vm: VmFacts, index = 1): Capture => ({
  ...captureOf([{ id: id(index), name: `vm-${index}`, ...vm }], { collectedAt: LATER }),
})

const mergedOf = (result: VmMerge): Capture => {
  if (!result.ok) throw new Error(result.problem.code)
  return result.capture
}

const verdictsOf = (capture: Capture): readonly string[] => judge(capture, {}).vms.map((vm) => vm.verdict)

const silent: VmFacts = { services: { heartbeat: { status: [13] }, kvp: { status: [13] } } }

describe('one virtual machine that was read again', () => {
  test('takes the place of its earlier rows; the others, their order and the names stay', () => {
    const earlier = host({}, silent, silent)
    const merged = mergedOf(mergeVm(earlier, again({ name: 'renamed' }), id(1)))
    expect(Capture.safeParse(merged).error).toBeUndefined()
    expect(judge(merged, {}).vms.map(({ vm }) => vm.name)).toEqual(['vm-0', 'renamed', 'vm-2'])
    expect(verdictsOf(merged)).toEqual([verdictsOf(earlier)[0], verdictsOf(earlier)[0], verdictsOf(earlier)[2]])
    expect(merged).toMatchObject({ collectedAt: earlier.collectedAt, rechecked: { [id(1)]: LATER } })
    expect(merged.classes['Msvm_VssComponent']).toHaveLength(3)
  })

  test('that was switched off meanwhile loses the rows of its services', () => {
    const off = again({ stateCode: 3, services: { heartbeat: { status: 'no-row' }, vss: { status: 'no-row' } } })
    const merged = mergedOf(mergeVm(host({}, {}), off, id(1)))
    expect(merged.classes['Msvm_HeartbeatComponent']).toHaveLength(1)
    expect(verdictsOf(merged)[1]).toBe('not-running')
  })

  test('of which a class was refused is not taken for a VM without that service', () => {
    const problem = { class: 'Msvm_VssComponent', code: '0x80041003', message: '' }
    const { Msvm_VssComponent: _, ...classes } = again({}).classes
    const merged = mergedOf(mergeVm(host({}, {}), { ...again({}), classes, problems: [problem] }, id(1)))
    expect(merged.problems).toEqual([problem])
    expect(verdictsOf(merged)).toEqual([verdictsOf(host({}))[0], 'cannot-tell'])
  })

  test('makes no class whole that was never read for the others', () => {
    const { Msvm_VssComponent: _, ...classes } = host({}, {}).classes
    const earlier = { ...host({}, {}), classes }
    expect(mergedOf(mergeVm(earlier, again({}), id(1))).classes).not.toHaveProperty('Msvm_VssComponent')
    const refused = { ...earlier, problems: [{ class: 'Msvm_VssComponent', code: '0x80041003', message: '' }] }
    const merged = mergedOf(mergeVm(refused, again({}), id(1)))
    expect(verdictsOf(merged)).toEqual(['cannot-tell', verdictsOf(host({}))[0]])
  })

  test('adds new events once', () => {
    const event = (record: number) => ({
      channel: 'System',
      record,
      time: LATER,
      id: 6,
      provider: 'storvsp',
      values: [],
    })
    const earlier = { ...host({}, {}), events: [event(1), event(2)] }
    const merged = mergedOf(mergeVm(earlier, { ...again({}), events: [event(2), event(3)] }, id(1)))
    expect(merged.events).toEqual([event(1), event(2), event(3)])
  })

  test('has been up as long as it was at its own time', () => {
    const started = { provider: 'Microsoft-Windows-Hyper-V-Worker', id: 18_514, ago: 60 }
    const merged = mergedOf(mergeVm(host({}, {}), again({ events: [started] }), id(1)))
    expect(judge(merged, {}).vms[1]?.vm.secondsSinceStart).toBe(60)
  })

  test('counts as the same however often it is read', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 6 }), (order) => {
        const earlier = host({}, {}, {})
        const merged = order.reduce(
          (capture, index) => mergedOf(mergeVm(capture, again({}, index), id(index))),
          earlier,
        )
        expect(merged.classes).toEqual(earlier.classes)
      }),
    )
  })
})

describe('a reading of one virtual machine that is not used', () => {
  const codeOf = (fresh: Capture): string => {
    const result = mergeVm(host({}, {}), fresh, id(1))
    return result.ok ? 'a capture' : result.problem.code
  }
  const nothing = captureOf([], { collectedAt: LATER })

  test('says that it vanished where the host’s own row is there', () => {
    expect(codeOf(nothing)).toBe('vm-vanished')
  })

  test('says that nothing is proved where not even that is there', () => {
    expect(codeOf({ ...nothing, access: null, classes: { Msvm_ComputerSystem: [] } })).toBe('no-vm-proved')
  })

  test('says what the host said, or what stopped it', () => {
    const refused = { class: 'Msvm_ComputerSystem', code: '0x80041003', message: '' }
    const { Msvm_ComputerSystem: _, ...classes } = nothing.classes
    expect(codeOf({ ...nothing, classes, problems: [refused] })).toBe('0x80041003')
    expect(codeOf({ ...again({}), complete: false, stopped: 'cancelled' })).toBe('cancelled')
    const late = { class: 'Msvm_VssComponent', code: 'time-limit', message: '120' }
    expect(codeOf({ ...again({}), complete: false, stopped: 'timed-out', problems: [late] })).toBe('time-limit')
  })
})
