import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from './capture-builder'

type Event = NonNullable<VmFacts['events']>[number]

const network = (id: number, ago: number, device = 'Network Adapter'): Event => ({
  id,
  ago,
  values: ['vm-1', VM_ID, device],
})
const storage = (ago: number): Event => ({ provider: 'storvsp', id: 6, ago, values: ['vm-1', VM_ID] })

function devicesOf(vm: VmFacts, collectedAt?: string): readonly string[] {
  const capture = captureOf([{ kvp: UBUNTU, ...vm }])
  const [judged] = judge(collectedAt === undefined ? capture : { ...capture, collectedAt }).vms
  return (judged?.findings ?? []).filter(({ code }) => /^IS-8[3-9]$/.test(code)).map(({ code }) => code)
}

describe('events of devices', () => {
  test('count from two minutes before the start on, while devices connect', () => {
    expect(devicesOf({ uptimeSeconds: 600, events: [network(23012, 719)] })).toEqual(['IS-83'])
    expect(devicesOf({ uptimeSeconds: 600, events: [network(23012, 720)] })).toEqual(['IS-83'])
    expect(devicesOf({ uptimeSeconds: 600, events: [network(23012, 721)] })).toEqual([])
  })

  test('count however old where the start is not known', () => {
    expect(devicesOf({ uptimeSeconds: null, events: [network(23012, 9_000_000)] })).toEqual(['IS-83'])
  })

  test('are told apart by device: success of one does not mend another', () => {
    const events = [network(23012, 60, 'First'), network(23014, 50, 'Second')]
    expect(devicesOf({ uptimeSeconds: 600, events })).toEqual(['IS-83', 'IS-84'])
  })

  test('are told apart by storage and other devices, with and without a name', () => {
    const events = [network(23012, 60, ''), storage(50)]
    expect(devicesOf({ uptimeSeconds: 600, events })).toEqual(['IS-83', 'IS-84'])
  })

  test('without a name are one device, of which the newest counts', () => {
    expect(devicesOf({ uptimeSeconds: 600, events: [network(23012, 60, ''), network(23014, 50, '')] })).toEqual([
      'IS-84',
    ])
  })

  test('say nothing of a VM that is off, or where nobody knows when was read', () => {
    expect(devicesOf({ stateCode: 3, events: [network(23012, 60)] })).toEqual([])
    expect(devicesOf({ uptimeSeconds: 600, events: [network(23012, 60)] }, 'some day')).toEqual([])
  })
})

describe('the Guest Service Interface that is not listed', () => {
  const codes = (build: number | null, problem: string | null) => {
    const capture = captureOf(
      [{ kvp: UBUNTU, services: { 'guest-service-interface': { status: 'no-row', enabled: null } } }],
      {
        build,
        caption: null,
      },
    )
    const className = 'Msvm_GuestServiceInterfaceComponent'
    const { [className]: _gone, ...classes } = capture.classes
    const problems = problem === null ? [] : [{ class: className, code: problem, message: 'no' }]
    const [judged] = judge(problem === null ? capture : { ...capture, classes, problems }).vms
    return [...(judged?.findings ?? []), ...(judged?.notes ?? [])].map(({ code }) => code)
  }

  test.each<[string, number | null, string | null, string]>([
    ['unknown to Server 2012', 9200, '0x80041010', 'IS-97'],
    ['not read on Server 2012 R2, which has it', 9600, '0x80041010', 'IS-72'],
    ['unknown where only the missing class tells', null, '0x80041010', 'IS-97'],
    ['not read where the class was refused', null, '0x80041003', 'IS-72'],
    ['simply not listed', 20348, null, 'IS-90'],
  ])('is %s', (_what, build, problem, code) => {
    expect(codes(build, problem).filter((one) => ['IS-72', 'IS-90', 'IS-97'].includes(one))).toEqual([code])
  })
})
