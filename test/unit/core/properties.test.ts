import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../src/core/diagnosis/render'
import { Capture, type Row } from '../../../src/core/model/capture'
import { Diagnosis } from '../../../src/core/model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../src/core/model/service'
import { severity } from '../../../src/core/model/verdict'
import { captureOf, FREEBSD, type ServiceFacts, UBUNTU, type VmFacts, windowsItems } from './capture-builder'

const options = { language: 'ko', source: 'test', programVersion: '1.0.0' } as const

const status = fc.oneof(
  fc.constantFrom<unknown>(
    [2],
    [2, 12],
    [2, 32775],
    [3],
    [3, 32775],
    [7, 32775],
    [12],
    [13],
    [15],
    [6],
    [2, 32783],
    null,
    [],
    'no-row',
  ),
  fc.array(fc.nat(40_000), { maxLength: 3 }),
)
const serviceFacts: fc.Arbitrary<ServiceFacts> = fc.record({
  enabled: fc.constantFrom(true, true, true, false, null),
  status,
})
const vmFacts: fc.Arbitrary<VmFacts> = fc.record({
  name: fc.string({ maxLength: 30 }),
  stateCode: fc.constantFrom(2, 2, 2, 2, 3, 6, 9, 10, 32785),
  uptimeSeconds: fc.constantFrom(20, 259_200, null),
  kvp: fc.constantFrom(UBUNTU, FREEBSD, windowsItems('Windows Server 2022 Datacenter', '10.0.20348'), null),
  services: fc.record(
    Object.fromEntries(JUDGED_SERVICES.map((id) => [id, serviceFacts])) as Record<
      JudgedServiceId,
      fc.Arbitrary<ServiceFacts>
    >,
  ),
})
const host = fc.array(vmFacts, { minLength: 1, maxLength: 4 }).map((vms) => captureOf(vms))

const verdictsOf = (capture: Capture): Record<string, string> =>
  Object.fromEntries(judge(capture).vms.map(({ vm, verdict }) => [vm.id, verdict]))

const mapRows = (capture: Capture, change: (row: Row) => Row): Capture => ({
  ...capture,
  classes: Object.fromEntries(Object.entries(capture.classes).map(([name, rows]) => [name, (rows ?? []).map(change)])),
})

const asText = (value: unknown): unknown =>
  typeof value === 'number' ? String(value) : Array.isArray(value) ? value.map(asText) : value

const unrolled = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value

describe('any capture', () => {
  test('the diagnosis has the shape of the contract, and the same capture gives the same bytes', () => {
    fc.assert(
      fc.property(host, (capture) => {
        const diagnosis = renderDiagnosis(judge(capture), options)
        expect(Diagnosis.parse(diagnosis)).toEqual(diagnosis)
        expect(JSON.stringify(renderDiagnosis(judge(structuredClone(capture)), options))).toBe(
          JSON.stringify(diagnosis),
        )
      }),
    )
  })

  test('the verdict is the severest finding, and every service verdict comes from a finding', () => {
    fc.assert(
      fc.property(host, (capture) => {
        for (const judged of judge(capture).vms) {
          expect(severity(judged.verdict)).toBe(Math.max(...judged.findings.map(({ verdict }) => severity(verdict))))
        }
      }),
    )
  })

  test('shuffled rows, renamed VMs and unknown properties change no verdict', () => {
    fc.assert(
      fc.property(host, (capture) => {
        const shuffled = {
          ...mapRows(capture, (row) => ({
            ...row,
            Unheard: 'of',
            ...('ElementName' in row ? { ElementName: '<b>x</b>' } : {}),
          })),
        }
        for (const rows of Object.values(shuffled.classes)) (rows as Row[]).reverse()
        expect(verdictsOf({ ...shuffled, classes: { ...shuffled.classes, Msvm_Unheard: [{ a: 1 }] } })).toEqual(
          verdictsOf(capture),
        )
      }),
    )
  })

  test('numbers as text and lists of one unrolled by PowerShell change no verdict', () => {
    fc.assert(
      fc.property(host, (capture) => {
        const changed = mapRows(capture, (row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, unrolled(asText(value))])),
        )
        expect(verdictsOf(changed)).toEqual(verdictsOf(capture))
      }),
    )
  })

  test('garbage in place of a status is never healthy and never harmless', () => {
    const words = fc.string().filter((word) => !/^\s*-?\d+\s*$/.test(word))
    const garbage = fc.oneof(
      words,
      fc.boolean(),
      fc.constantFrom<unknown>({}, [{}], [null], ['OK'], [2, 'OK'], [[2]], 0, -1, 2.5),
    )
    fc.assert(
      fc.property(garbage, (value) => {
        const capture = mapRows(captureOf([{ kvp: UBUNTU }]), (row) =>
          'SystemName' in row ? { ...row, OperationalStatus: value } : row,
        )
        expect(judge(capture).vms[0]?.verdict).toBe('cannot-tell')
      }),
    )
  })

  test('any JSON in place of classes and host gives a result or is refused by the schema, never a crash', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (classes, facts) => {
          const parsed = Capture.safeParse({ ...captureOf([]), classes, host: facts })
          if (!parsed.success) return
          for (const { verdict } of judge(parsed.data).vms) expect(verdict).not.toBe('healthy')
        },
      ),
    )
  })

  test('a worse status never gives a milder verdict', () => {
    // Each list from good to bad as the host would show a service that gets worse.
    const worse = [[2], [2, 32775], [12], [13], [7, 32775]] as const
    const kvp = fc.constantFrom(UBUNTU, windowsItems('Windows Server 2022 Datacenter', '10.0.20348'))
    fc.assert(
      fc.property(kvp, fc.constantFrom(...JUDGED_SERVICES), (items, service) => {
        const order = worse.map((value) => {
          const [vm] = judge(captureOf([{ kvp: items, services: { [service]: { enabled: true, status: value } } }])).vms
          return severity(vm?.verdict ?? 'healthy')
        })
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })
})
