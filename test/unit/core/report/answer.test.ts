import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import { say } from '../../../../src/core/i18n/translate'
import type { Language } from '../../../../src/core/model/text'
import { answerOf } from '../../../../src/core/report/answer'
import { captureOf, UBUNTU, type VmFacts } from '../capture-builder'

describe('the sentence for a whole check', () => {
  test.each([
    [1, 0, 0, 'The one virtual machine needs no action.', 'VM 1대 중 조치가 필요한 VM은 없습니다.'],
    [14, 0, 0, 'None of 14 virtual machines needs action.', null],
    [1, 1, 0, '1 of 1 virtual machine needs action.', null],
    [14, 2, 5, '2 of 14 virtual machines need action; 5 show a status that is safe to ignore.', null],
    [14, 1, 1, '1 of 14 virtual machines needs action; 1 shows a status that is safe to ignore.', null],
  ])('%d VMs, %d to act on, %d to ignore', (total, action, ignore, en, ko) => {
    expect(say('en', 'report.answer.counts', { total, action, ignore })).toBe(en)
    const korean = say('ko', 'report.answer.counts', { total, action, ignore })
    expect(korean).toBe(ko ?? korean)
    expect(korean).toContain(String(total))
  })
})

describe('a check in which nothing needs action and something is open', () => {
  const open: VmFacts = { services: { vss: { status: [3, 32775] } } }
  const harmless: VmFacts = { id: '5F0C3B2A-0002-4000-8000-000000000002', kvp: UBUNTU, services: open.services ?? {} }
  const said = (vms: readonly VmFacts[], language: Language): string =>
    answerOf(renderDiagnosis(judge(captureOf(vms)), { language, source: 'x', programVersion: '1.0.0' }))

  test('does not say of all that none needs action', () => {
    expect(said([open, harmless], 'en')).toBe(
      '1 of 2 virtual machines cannot be judged yet. None of the others needs action. 1 shows a status that is safe to ignore.',
    )
    expect(said([open, harmless], 'ko')).toBe(
      'VM 2대 중 1대는 아직 판단할 수 없습니다. 나머지 VM 중 조치가 필요한 VM은 없습니다. 1대의 상태 표시는 무시해도 됩니다.',
    )
  })

  test('says of the only one that it is open, and nothing else', () => {
    expect(said([open], 'en')).toBe('The one virtual machine cannot be judged yet.')
    expect(said([open], 'ko')).toBe('이 VM은 아직 판단할 수 없습니다.')
  })
})
