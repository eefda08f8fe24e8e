import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../../src/core/diagnosis/accepted'
import { type AcceptedState, stateOfAcceptance } from '../../../src/core/diagnosis/accepted-state'
import { judge, type JudgedHost } from '../../../src/core/diagnosis/judge'
import type { AcceptedFinding } from '../../../src/core/model/accepted'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from './capture-builder'

const LOST: VmFacts = { name: 'srv', kvp: UBUNTU, services: { vss: { status: [13] } } }
const hostWith = (vm: VmFacts, collectedAt = '2026-11-23T08:46:37Z'): JudgedHost =>
  judge(captureOf([vm], { collectedAt }))

function accepted(change: Partial<AcceptedFinding> = {}): AcceptedFinding {
  const { vms, snapshot } = hostWith(LOST)
  const [judged] = vms
  const finding = judged?.findings.find(({ rule }) => rule === 'service-lost')
  if (judged === undefined || finding === undefined) throw new Error('no finding')
  const evidence = fingerprintOf(finding, judged, snapshot)
  return {
    vmId: VM_ID,
    service: 'vss',
    rule: 'service-lost',
    evidence,
    reason: 'x',
    person: 'A',
    ticket: null,
    until: null,
    ...change,
  }
}

function stateOf(change: Partial<AcceptedFinding>, hosts: readonly JudgedHost[], today = '2026-11-23'): AcceptedState {
  return stateOfAcceptance(accepted(change), hosts, today)
}

describe('how an acceptance stands', () => {
  test('it holds while the finding is there on the same evidence', () => {
    expect(stateOf({}, [hostWith(LOST)])).toEqual({ kind: 'holds', vmName: 'srv' })
    expect(stateOf({ vmId: VM_ID.toLowerCase() }, [hostWith(LOST)]).kind).toBe('holds')
  })

  test.each([
    ['2026-11-22', 'expired'],
    ['2026-11-23', 'holds'],
    ['2026-11-23T00:00:00Z', 'holds'],
    ['2026-11-24', 'holds'],
  ])('until %s of a VM that was read on the 23rd: %s', (until, kind) => {
    expect(stateOf({ until }, [hostWith(LOST)], '2027-01-01')).toEqual({ kind, vmName: 'srv' })
  })

  test.each([
    ['2026-11-22', { kind: 'expired', vmName: null }],
    ['2026-11-23', { kind: 'not-seen' }],
    [null, { kind: 'not-seen' }],
  ])('until %s of a VM that no source has: %j', (until, state) => {
    expect(stateOf({ until }, [])).toEqual(state)
    expect(stateOf({ until }, [hostWith({ ...LOST, id: VM_ID.replace(/1$/, '9') })])).toEqual(state)
  })

  test('it is changed where the finding rests on other facts', () => {
    const other: VmFacts = { ...LOST, kvp: { ...UBUNTU, OSMajorVersion: '24.04' } }
    expect(stateOf({}, [hostWith(other)])).toEqual({ kind: 'changed', vmName: 'srv', facts: ['guestVersion'] })
  })

  test.each([{ service: 'kvp' as const }, { service: null }, { rule: 'service-error' }])(
    'it is gone where the VM has no finding of %j',
    (change) => {
      expect(stateOf(change, [hostWith(LOST)])).toEqual({ kind: 'gone', vmName: 'srv' })
    },
  )

  test('the newest reading counts, in whatever order the sources are open', () => {
    const before = hostWith({ ...LOST, name: 'old' }, '2026-11-22T08:00:00Z')
    const after = hostWith({ name: 'new', kvp: UBUNTU }, '2026-11-23T08:00:00Z')
    expect(stateOf({}, [before, after])).toEqual({ kind: 'gone', vmName: 'new' })
    expect(stateOf({}, [after, before])).toEqual({ kind: 'gone', vmName: 'new' })
  })
})
