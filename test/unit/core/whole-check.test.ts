import { describe, expect, test } from 'vitest'
import { decodeCapture } from '../../../src/core/decode/snapshot'
import { diagnose } from '../../../src/core/diagnosis/diagnose'
import { judge } from '../../../src/core/diagnosis/judge'
import { isStatement, lastingStatements, stepsAfterAnswer, toldQuestion } from '../../../src/core/diagnosis/questions'
import { isIncomplete, named, renderDiagnosis, renderFailure } from '../../../src/core/diagnosis/render'
import { problemOf } from '../../../src/core/decode/class-problem'
import { Diagnosis } from '../../../src/core/model/diagnosis'
import type { Vm } from '../../../src/core/model/snapshot'
import { vmText } from './approval/outcome-text'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from './capture-builder'

const capture = (vm: VmFacts = {}) => captureOf([{ name: 'srv', kvp: UBUNTU, ...vm }])
const OPTIONS = { language: 'en', source: 'x', programVersion: '1.0.0' } as const

describe('a rule that throws', () => {
  const broken = (parts: Partial<Vm>) => {
    const snapshot = decodeCapture(capture({ stateCode: 3 }))
    const vms = snapshot.vms.map((vm) => Object.defineProperties({ ...vm }, Object.getOwnPropertyDescriptors(parts)))
    const [judged] = diagnose({ ...snapshot, vms }).vms
    if (judged === undefined) throw new Error('no VM')
    return judged
  }

  test('is a finding of its own, and the others stay', () => {
    const judged = broken({
      get replica(): boolean {
        throw new Error('broken')
      },
    })
    expect(judged.verdict).toBe('cannot-tell')
    expect(judged.findings.map(({ code }) => code)).toContain('IS-79')
    const text = vmText({ ...judged, vm: { ...decodeCapture(capture({ stateCode: 3 })).vms[0], ...({} as Vm) } as Vm })
    expect(text).toMatchSnapshot()
  })
})

describe('whether something could not be judged', () => {
  test.each([
    ['everything read and OK', {}, {}, false],
    ['a VM that nobody can judge', { services: { vss: { status: null } } }, {}, true],
    ['a class refused', {}, { problems: [{ class: 'Msvm_RdvComponent', code: '0x80041003', message: '' }] }, true],
    ['an event log refused', {}, { problems: [{ class: 'System', code: 'x', message: '' }] }, false],
    ['stopped', {}, { stopped: 'cancelled' as const }, true],
    ['not complete', {}, { complete: false }, true],
  ])('%s', (_what, vm, parts, is) => {
    expect(isIncomplete(judge({ ...capture(vm), ...parts }))).toBe(is)
  })
})

describe('a diagnosis as a whole', () => {
  test('says which symptom was told of every VM', () => {
    const two = captureOf([
      { name: 'a', kvp: UBUNTU },
      { name: 'b', kvp: UBUNTU },
    ])
    const other = VM_ID.replace(/1$/, '2')
    const symptom = (statements: Parameters<typeof judge>[2], given?: string) =>
      renderDiagnosis(judge(two, {}, statements), { ...OPTIONS, ...(given === undefined ? {} : { symptom: given }) })
        .symptom
    expect(symptom({})).toBeNull()
    expect(symptom({ '*': { symptom: 'hangs' } })).toBe('hangs')
    expect(symptom({ [VM_ID]: { symptom: 'hangs' } })).toBe('hangs')
    expect(symptom({ [VM_ID]: { symptom: 'hangs' }, [other]: { symptom: 'desktop' } })).toBeNull()
    expect(symptom({}, 'desktop')).toBe('desktop')
  })

  test('of a source that was not read has the same head and the reason', () => {
    const failure = renderFailure(problemOf('refused', { code: '0x80041003' }), OPTIONS)
    expect(Diagnosis.parse(failure)).toEqual(failure)
    expect(failure).toMatchObject({
      redaction: 'none',
      symptom: null,
      checkedAt: null,
      host: { name: null, os: null, build: null, access: null },
      summary: { healthy: 0, 'safe-to-ignore': 0, advice: 0, 'cannot-tell': 0, 'action-needed': 0, 'not-running': 0 },
      vms: [],
      problems: [{ code: '0x80041003', class: null }],
      notes: [],
      pasted: null,
    })
    expect(renderFailure(problemOf('refused'), { ...OPTIONS, symptom: 'hangs', redaction: 'strict' })).toMatchObject({
      symptom: 'hangs',
      redaction: 'strict',
    })
  })

  test('names a selection only where one was made', () => {
    const host = judge(capture())
    expect(renderDiagnosis(host, OPTIONS)).not.toHaveProperty('selection')
    expect(renderDiagnosis(host, { ...OPTIONS, selection: null })).not.toHaveProperty('selection')
    expect(renderDiagnosis(host, { ...OPTIONS, selection: { shown: 1, of: 2 } }).selection).toEqual({ shown: 1, of: 2 })
  })

  test('names a number by its class, and one that is none as unknown', () => {
    expect(named({ 2: 'ok' }, 2)).toEqual({ code: 2, name: 'ok' })
    expect(named({ 2: 'ok' }, 3)).toEqual({ code: 3, name: 'unknown' })
    expect(named({ 2: 'ok' }, null)).toBeNull()
  })
})

describe('what a person says', () => {
  const ids = [
    'guest-alive',
    'wait',
    'status',
    'host-release',
    'exact-status',
    'rights',
    'maker-says',
    'windows-build',
    'backup-test',
    'clock-test',
    'shutdown-test',
    'file-copy-test',
    'address-test',
  ]

  test.each(ids)('%s is a statement whose answers each lead to a step or settle it', (id) => {
    const question = toldQuestion(id)
    expect(isStatement(id)).toBe(true)
    const steps = question?.answers.map(
      (answer) =>
        `${answer.id}: ${stepsAfterAnswer(question, { [id]: answer.id })
          .map(({ text }) => text.key)
          .join(' ')}`,
    )
    expect(steps).toMatchSnapshot()
    expect(question === null ? null : stepsAfterAnswer(question, { [id]: 'nonsense' })).toEqual([])
    expect(question === null ? null : stepsAfterAnswer(question, {})).toEqual([])
  })

  test('who the guest is, is none; what the caller sees is one', () => {
    expect(['guest-os', 'windows-release', 'which-guest', 'nonsense', 'symptom'].map(isStatement)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })

  test('what stays true survives another reading', () => {
    const all = Object.fromEntries([...ids, 'symptom'].map((id) => [id, 'x']))
    expect(Object.keys(lastingStatements({ [VM_ID]: all })[VM_ID] ?? {}).sort()).toEqual([
      'host-release',
      'maker-says',
      'symptom',
      'windows-build',
    ])
  })
})
