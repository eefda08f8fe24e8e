import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../src/core/diagnosis/render'
import { Capture, type Row } from '../../../src/core/model/capture'
import { Diagnosis } from '../../../src/core/model/diagnosis'
import { JUDGED_SERVICES, type JudgedServiceId } from '../../../src/core/model/service'
import { severity } from '../../../src/core/model/verdict'
import { captureOf, FREEBSD, type ServiceFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from './capture-builder'

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

  test('rows in any order, VMs of any name, unheard-of classes and unrolled texts together change no verdict', () => {
    const orders = fc.infiniteStream(fc.nat())
    fc.assert(
      fc.property(host, fc.string({ maxLength: 40 }), fc.jsonValue(), orders, (capture, name, unheard, order) => {
        const place = new Map<Row, number>()
        const changed = mapRows(capture, (row) => {
          const other: Row = Object.fromEntries([
            ...Object.entries(row).map(([property, value]) => [property, unrolled(asText(value))] as const),
            ['UnheardOf', unheard],
            ...('ElementName' in row ? [['ElementName', name] as const] : []),
          ])
          place.set(other, Number(order.next().value))
          return other
        })
        for (const rows of Object.values(changed.classes)) {
          ;(rows as Row[]).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
        }
        const classes = { ...changed.classes, Msvm_UnheardOf: [{ value: unheard }] }
        expect(verdictsOf({ ...changed, classes })).toEqual(verdictsOf(capture))
      }),
    )
  })

  test('a service that gets worse makes no VM of any host milder, while its heartbeat answers', () => {
    const answering = vmFacts.map((vm) => ({
      ...vm,
      uptimeSeconds: 259_200,
      services: { ...vm.services, heartbeat: { enabled: true, status: [2, 12] } },
    }))
    const worse: readonly unknown[] = [[2], [2, 32775], [12], [13], [7, 32775]]
    const others = JUDGED_SERVICES.filter((id) => id !== 'heartbeat')
    fc.assert(
      fc.property(
        fc.array(answering, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...others),
        fc.constantFrom(undefined, 9200, 14_393, 26_100),
        (vms, service, build) => {
          const severities = worse.map((value) => {
            const changed = vms.map((vm) => ({
              ...vm,
              services: { ...vm.services, [service]: { enabled: true, status: value } },
            }))
            const facts = build === undefined ? {} : { caption: null, build }
            return judge(captureOf(changed, facts)).vms.map(({ verdict }) => severity(verdict))
          })
          for (const [index] of vms.entries()) {
            const order = severities.map((list) => list[index] ?? 0)
            expect(order).toEqual([...order].sort((a, b) => a - b))
          }
        },
      ),
    )
  })

  test('whatever stands in the event log, nothing crashes and no VM becomes milder than without it', () => {
    const event = fc.record(
      {
        provider: fc.constantFrom<unknown>('storvsp', 'VMSMP', 'Microsoft-Windows-Hyper-V-Worker', null),
        id: fc.constantFrom<unknown>(5, 6, 26, 4010, 23_012, 23_014, 18_518, 'x'),
        time: fc.constantFrom<unknown>('2026-11-23T08:46:00Z', '2026-11-23T08:00:00Z', '2027-01-01T00:00:00Z', null),
        vmId: fc.constantFrom<unknown>(VM_ID, VM_ID.toLowerCase(), 'nobody'),
        values: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(host, fc.array(event, { maxLength: 6 }), (capture, events) => {
        const before = judge(capture).vms
        const after = judge({ ...capture, events }).vms
        for (const [index, { verdict }] of after.entries()) {
          expect(severity(verdict)).toBeGreaterThanOrEqual(severity(before[index]?.verdict ?? 'healthy'))
        }
      }),
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
