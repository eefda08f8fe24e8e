import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import type { Diagnosis } from '../../../../src/core/model/diagnosis'
import { LANGUAGES } from '../../../../src/core/model/text'
import { reportContent } from '../../../../src/core/report/content'
import type { ReportOptions, ReportSource } from '../../../../src/core/report/source'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { captureOf, UBUNTU } from '../capture-builder'

const judgedSample = judge(sampleCapture())

const options: ReportOptions = {
  programVersion: '1.0.0',
  writtenAt: '2026-11-23T10:00:00Z',
  momentText: (iso) => ({ local: `local ${iso}`, utc: `utc ${iso}` }),
}

function sourceOf(diagnosis: Diagnosis): ReportSource {
  return { diagnosis, via: 'sample', captureSha256: 'ab'.repeat(32) }
}

const sample = (language: 'en' | 'ko'): Diagnosis =>
  renderDiagnosis(judgedSample, { language, source: 'sample', programVersion: '1.0.0' })

function hostOf(diagnosis: Diagnosis, changes: Partial<ReportOptions> = {}, source: Partial<ReportSource> = {}) {
  const [host] = reportContent([{ ...sourceOf(diagnosis), ...source }], { ...options, ...changes }).hosts
  if (host === undefined) throw new Error('no host')
  return host
}

describe.each(LANGUAGES)('the content of the sample host in %s', (language) => {
  const diagnosis = sample(language)
  const content = reportContent([sourceOf(diagnosis)], options)
  const host = hostOf(diagnosis)

  test('has every VM once among its blocks, its harmless rows and the rest', () => {
    const blocks = host.groups.flatMap(({ blocks }) => blocks.map(({ vm }) => vm.id))
    const quiet = host.vms.filter(({ verdict }) => verdict === 'healthy' || verdict === 'not-running')
    const all = [...blocks, ...host.harmless.map(({ vm }) => vm.id), ...quiet.map(({ id }) => id)]
    expect(all.toSorted()).toEqual(diagnosis.vms.map(({ id }) => id).toSorted())
  })

  test('counts as the diagnosis does', () => {
    const { counts, verdicts } = content.answer
    expect(counts).toMatchObject({ total: diagnosis.vms.length, action: 2, accepted: 0, summary: diagnosis.summary })
    expect(verdicts.reduce((sum, { count }) => sum + count, 0)).toBe(diagnosis.vms.length)
  })

  test('names the article that the question turns on first, and the hash of the capture', () => {
    expect(content.knowledge[0]?.id).toBe('KB2956569')
    expect(content.head.facts.map(({ value }) => value)).toContain('ab'.repeat(32))
  })

  test('tells what is to be told of every VM that is neither well nor off', () => {
    const told = host.tell.flatMap(({ vm, alsoFor }) => [vm.name, ...alsoFor.map((other) => other.vm.name)])
    const expected = diagnosis.vms.filter(({ verdict }) => verdict !== 'healthy' && verdict !== 'not-running')
    expect(told.toSorted()).toEqual(expected.map(({ name }) => name).toSorted())
  })
})

describe('what to tell', () => {
  const kvp = { status: [3, 32775] }
  const diagnosis = renderDiagnosis(
    judge(captureOf(['web-01', 'web-02', '로그-01'].map((name) => ({ name, kvp: UBUNTU, services: { vss: kvp } })))),
    { language: 'en', source: 's', programVersion: '1' },
  )

  test('is said once for VMs of which the same is true', () => {
    const { tell } = hostOf(diagnosis)
    expect(tell.map(({ vm }) => vm.name)).toEqual(['web-01'])
    expect(tell[0]?.alsoFor.map((other) => [other.vm.name, other.guest])).toEqual([
      ['web-02', null],
      ['로그-01', null],
    ])
    expect(tell[0]?.text).toContain('web-01')
  })
})

describe('several hosts', () => {
  test('are counted together in the answer and apart in their parts', () => {
    const content = reportContent([sourceOf(sample('en')), sourceOf(sample('en'))], options)
    expect(content.answer.counts).toMatchObject({ total: 28, action: 4 })
    expect(content.answer.sentence).toMatch(/^4 of 28 virtual machines need action; 10 show/)
    expect(content.hosts.map(({ answer }) => answer.counts.total)).toEqual([14, 14])
  })
})

describe('what was done and since when', () => {
  test('holds the caller’s words, answers, steps, checks made again and notes, in their order', () => {
    const vms = sample('en').vms.map((vm) =>
      vm.name === 'web-01' ? { ...vm, guest: { ...vm.guest, source: 'answer' as const } } : vm,
    )
    const { done } = hostOf(
      { ...sample('en'), vms },
      { caller: 'sees “Degraded”' },
      {
        done: [
          { kind: 'step', at: '2026-11-23T09:00:00Z', vm: 'db-02', text: 'Daemon installed' },
          { kind: 'recheck', at: '2026-11-23T09:02:00Z', vm: 'db-02', before: 'action-needed', after: 'healthy' },
          { kind: 'note', at: null, text: 'Owner informed' },
        ],
      },
    )
    expect(done.map(({ vm, text }) => [vm, text])).toEqual([
      [null, 'The caller sees: sees “Degraded”'],
      ['web-01', 'Asked what runs in it; the answer: Ubuntu 22.04 (answered).'],
      ['db-02', 'Done: Daemon installed'],
      ['db-02', 'Checked again: “Action needed” before, “Healthy” after.'],
      [null, 'Note: Owner informed'],
    ])
    expect(done[2]?.at).toBe('local 2026-11-23T09:00:00Z')
  })

  test('says since when only where an earlier check was kept', () => {
    const [first, ...others] = sample('en').vms
    if (first === undefined) throw new Error('no VM')
    const vms = [{ ...first, firstSeen: '2026-11-20T08:00:00Z', changedAt: '2026-11-22T08:00:00Z' }, ...others]
    expect(hostOf({ ...sample('en'), vms }).since).toEqual([
      {
        vm: first.name,
        at: null,
        text: 'First seen so at local 2026-11-20T08:00:00Z. Last change at local 2026-11-22T08:00:00Z.',
      },
    ])
    expect(hostOf(sample('en')).since).toEqual([])
  })
})

describe('accepted findings', () => {
  const whole = sample('en')
  const accepted = {
    vmId: 'x',
    service: null,
    rule: 'r',
    evidence: { status: null, detail: null, enabled: null, guestFamily: null, guestVersion: null, hostBuild: null },
    reason: 'appliance',
    person: 'kim',
    ticket: null,
    until: '2027-01-31',
  }
  const vms = whole.vms.map((vm) =>
    vm.name === 'db-02'
      ? { ...vm, needsAction: false, findings: vm.findings.map((finding) => ({ ...finding, accepted })) }
      : vm,
  )
  const host = hostOf({ ...whole, vms })

  test('leave the VMs that need action, and are listed with reason, person and end', () => {
    const action = host.groups.find(({ verdict }) => verdict === 'action-needed')
    expect(action?.blocks.map(({ vm }) => vm.name)).not.toContain('db-02')
    expect(host.accepted.map(({ vm }) => vm.name)).toContain('db-02')
    expect(host.accepted[0]?.text).toMatch(/by kim, appliance, until 2027-01-31$/)
  })

  test('are counted apart: the verdict stays, the action does not', () => {
    expect(host.answer.counts).toMatchObject({ action: 1, accepted: 1 })
    expect(host.answer.counts.summary['action-needed']).toBe(2)
  })
})
