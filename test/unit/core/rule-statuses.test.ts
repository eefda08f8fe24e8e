import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCapture } from '../../../src/core/decode/snapshot'
import { diagnose } from '../../../src/core/diagnosis/diagnose'
import { RULES } from '../../../src/core/diagnosis/rules/index'
import { JUDGED_SERVICES } from '../../../src/core/model/service'
import { captureOf, FREEBSD, UBUNTU, VM_ID, windowsItems } from './capture-builder'

const statuses = [
  [2],
  [2, 2],
  [2, 12],
  [2, 32775],
  [3],
  [3, 32775],
  [6],
  [7, 32775],
  [12],
  [13],
  [15],
  [2, 32782],
  [2, 32783],
  [2, 32784],
  [9999],
  [],
  null,
  'no-row',
] as const
const service = fc.record({ enabled: fc.boolean(), status: fc.constantFrom(...statuses) })
const guests = [
  null,
  UBUNTU,
  FREEBSD,
  windowsItems('Windows Server 2012 R2 Standard', '6.3.9600'),
  { OSName: 'OpenBSD', OSVersion: '7.5', IntegrationServicesVersion: '' },
]
const devices = [[], [{ provider: 'storvsp', id: 6, ago: 20, values: ['vm-1', VM_ID] }]]

test('a rule that is asked of some statuses or of devices alone finds nothing where none of them is reported', () => {
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(JUDGED_SERVICES.map((id) => [id, service]))),
      fc.constantFrom(...guests),
      fc.constantFrom(2, 3, 6, 9, 10),
      fc.constantFrom(30, 90_000),
      // A second row of one class: another status beside the severest one.
      fc.option(fc.constantFrom(...statuses)),
      fc.constantFrom(...devices),
      fc.constantFrom({}, { 'maker-says': 'yes' }),
      (services, kvp, stateCode, uptimeSeconds, second, events, told) => {
        const capture = captureOf([{ kvp, stateCode, uptimeSeconds, services, events }])
        const name = 'Msvm_VssComponent'
        const rows = capture.classes[name] ?? []
        const doubled =
          second === null ? rows : [...rows, ...rows.map((row) => ({ ...row, OperationalStatus: second }))]
        const snapshot = decodeCapture({ ...capture, classes: { ...capture.classes, [name]: doubled } })
        const context = { host: snapshot.host, checkedAt: snapshot.collectedAt, told }
        const [judged] = diagnose(snapshot, { '*': told }).vms
        const hits = RULES.filter(({ find }) => judged !== undefined && find(judged.vm, context).length > 0)
        expect(hits.length).toBeGreaterThan(0)
        expect([...new Set(judged?.findings.map(({ rule }) => rule))].toSorted()).toEqual(
          hits.map(({ id }) => id).toSorted(),
        )
      },
    ),
    { numRuns: 300 },
  )
})
