import { describe, expect, test } from 'vitest'
import { planGuidedCheck } from '../../../src/core/diagnosis/guided-check'
import { uptimeText } from '../../../src/core/diagnosis/guide/power-step'
import { guestAnswer } from '../../../src/core/diagnosis/questions'
import { judge } from '../../../src/core/diagnosis/judge'
import type { GuestAnswer } from '../../../src/core/model/snapshot'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from './capture-builder'

function plan(vm: VmFacts, answer?: GuestAnswer) {
  const [judged] = judge(captureOf([{ kvp: null, ...vm }]), answer === undefined ? {} : { [VM_ID]: answer }).vms
  if (judged === undefined) throw new Error('no VM')
  const steps = planGuidedCheck(judged, 'en', answer)
  return Object.fromEntries(steps.map((step) => [step.id, step])) as Record<
    (typeof steps)[number]['id'],
    (typeof steps)[number]
  >
}

const mismatch = { services: { vss: { status: [2, 32775] } } }

describe('planGuidedCheck', () => {
  test('a Degraded Linux VM ends in safe to ignore', () => {
    const steps = plan({ kvp: UBUNTU, services: { vss: { status: [3, 32775] }, kvp: { status: [3, 32775] } } })
    expect(Object.keys(steps)).toEqual(['symptom', 'power', 'guest', 'services', 'versions', 'support', 'result'])
    expect(steps.result.verdict).toBe('safe-to-ignore')
    expect(steps.services.summary).toBe('2 of 6 use an older protocol')
    expect(steps.versions.summary).toBe('2 services differ')
    expect(steps.guest.question).toBeNull()
  })

  test('in Korean each service has its English term and status beside it, for whoever writes to a vendor', () => {
    const [judged] = judge(captureOf([{ kvp: UBUNTU, services: { vss: { status: [3, 32775] } } }])).vms
    if (judged === undefined) throw new Error('no VM')
    const vss = (language: 'en' | 'ko') =>
      planGuidedCheck(judged, language)
        .find(({ id }) => id === 'services')
        ?.found.find(({ raw }) => raw === '[3, 32775]')
    expect(vss('ko')?.label).toBe('백업(볼륨 섀도 복사본)')
    expect(vss('ko')?.english).toEqual({ label: vss('en')?.label, value: vss('en')?.value })
    expect(vss('en')).not.toHaveProperty('english')
  })

  test('in Korean the result has each finding in English beside it', () => {
    const [judged] = judge(captureOf([{ kvp: UBUNTU, services: { vss: { status: [3, 32775] } } }])).vms
    if (judged === undefined) throw new Error('no VM')
    const found = (language: 'en' | 'ko') =>
      planGuidedCheck(judged, language)
        .find(({ id }) => id === 'result')
        ?.found.find(({ raw }) => raw === 'IS-12')
    expect(found('en')).toMatchObject({ label: 'Safe to ignore' })
    expect(found('en')).not.toHaveProperty('english')
    expect(found('ko')).toMatchObject({
      label: '무시해도 됨',
      english: { label: 'Safe to ignore', value: found('en')?.value },
    })
  })

  test('what nobody knows of guest and support carries no verdict', () => {
    const steps = plan({ services: { heartbeat: { status: [2] } } })
    expect(steps.support.verdict).toBeNull()
  })

  test('an unknown guest is asked for, and the answer changes what follows', () => {
    const open = plan(mismatch)
    expect(open.guest.state).toBe('open')
    expect(open.guest.question?.answers.map(({ id }) => id)).toContain('unknown')
    expect(open.guest.question?.howToFind).toHaveLength(3)
    expect(open.result.verdict).toBe('cannot-tell')

    const answered = plan(mismatch, { family: 'linux' })
    expect(answered.result.verdict).toBe('safe-to-ignore')
    expect(answered.guest.state).toBe('done')
    expect(answered.guest.question?.answered).toBe('linux')
  })

  test('"I don’t know" is an answer, and nothing is guessed from it', () => {
    const steps = plan(mismatch, { family: 'unknown' })
    expect(steps.guest.state).toBe('done')
    expect(steps.result.verdict).toBe('cannot-tell')
  })

  test('Windows with a time difference is asked for its release next', () => {
    const timesync = { services: { timesync: { status: [2, 32775] } } }
    const asked = plan(timesync, { family: 'windows' })
    expect(asked.guest.question?.id).toBe('windows-release')
    expect(asked.guest.state).toBe('open')
    expect(plan(timesync, { family: 'ws2012r2' }).result.verdict).toBe('safe-to-ignore')
    expect(plan(timesync, { family: 'ws2022' }).result.verdict).toBe('action-needed')
  })

  test('not knowing the release of Windows does not take back that it is Windows', () => {
    const timesync = { services: { timesync: { status: [2, 32775] } } }
    const steps = plan(timesync, guestAnswer('windows-release', 'unknown'))
    expect(steps.guest.question).toMatchObject({ id: 'windows-release', answered: 'unknown' })
    expect(steps.guest.state).toBe('done')
    expect(steps.guest.summary).toContain('Windows')
    expect(steps.result.verdict).toBe('cannot-tell')
  })

  test('a VM that is off has services and versions not reached', () => {
    const steps = plan({ stateCode: 3 })
    expect(steps.services.state).toBe('not-reached')
    expect(steps.versions.state).toBe('not-reached')
    expect(steps.result.verdict).toBe('not-running')
  })

  test('no common version is not called a difference', () => {
    const steps = plan({ services: { kvp: { status: [7, 32775] } } })
    expect(steps.versions.summary).toBe('No common version')
    expect(steps.versions.verdict).toBe('action-needed')
  })
})

describe('uptimeText', () => {
  test.each([
    [45, 'less than a minute', '1분 미만'],
    [3_660, '1 hour 1 minute', '1시간 1분'],
    [3_196_800, '37 days', '37일'],
    [90_000, '1 day 1 hour', '1일 1시간'],
  ])('%d seconds', (seconds, en, ko) => {
    expect(uptimeText('en', seconds)).toBe(en)
    expect(uptimeText('ko', seconds)).toBe(ko)
  })
})
