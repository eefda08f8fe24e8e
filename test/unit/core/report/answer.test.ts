import { describe, expect, test } from 'vitest'
import { say } from '../../../../src/core/i18n/translate'

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
