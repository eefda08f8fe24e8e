import { describe, expect, test } from 'vitest'
import type { Summary } from '../../../../src/core/model/diagnosis'
import { answerSentence } from '../../../../src/renderer/state/answer-sentence'

const none: Summary = {
  healthy: 0,
  'safe-to-ignore': 0,
  advice: 0,
  'cannot-tell': 0,
  'action-needed': 0,
  'not-running': 0,
}

const sentence = (summary: Summary, language: 'en' | 'ko', accepted = 0) =>
  answerSentence({ summary, needsAction: summary['action-needed'] - accepted }, language)

describe('the answer for a whole host', () => {
  test('what needs a person, what is open, what is harmless', () => {
    const summary = { ...none, 'action-needed': 2, 'cannot-tell': 1, 'safe-to-ignore': 5, healthy: 6 }
    expect(sentence(summary, 'en')).toBe(
      '2 of 14 virtual machines need action. 1 cannot be judged yet. 5 show a status that is safe to ignore.',
    )
    expect(sentence(summary, 'ko')).toBe(
      'VM 14대 중 2대는 조치가 필요합니다. 1대는 아직 판단할 수 없습니다. 5대의 상태 표시는 무시해도 됩니다.',
    )
  })

  test('one of one', () => {
    expect(sentence({ ...none, 'action-needed': 1 }, 'en')).toBe('1 of 1 virtual machine needs action.')
    expect(sentence({ ...none, healthy: 1 }, 'en')).toBe('The one virtual machine needs no action.')
  })

  test('of what cannot be judged yet it says nothing else', () => {
    expect(sentence({ ...none, 'cannot-tell': 1 }, 'en')).toBe('The one virtual machine cannot be judged yet.')
    expect(sentence({ ...none, 'cannot-tell': 1 }, 'ko')).toBe('이 VM은 아직 판단할 수 없습니다.')
    expect(sentence({ ...none, 'cannot-tell': 2, 'safe-to-ignore': 1 }, 'en')).toBe(
      '2 of 3 virtual machines cannot be judged yet. None of the others needs action. 1 shows a status that is safe to ignore.',
    )
    expect(sentence({ ...none, 'cannot-tell': 3 }, 'ko')).toBe('VM 3대를 모두 아직 판단할 수 없습니다.')
  })

  test('what was accepted needs no action, and is not left out', () => {
    expect(sentence({ ...none, 'action-needed': 2 }, 'en', 1)).toBe(
      '1 of 2 virtual machines needs action. 1 is accepted as it is.',
    )
  })

  test('nothing wrong, and nothing read, are two different sentences', () => {
    expect(sentence({ ...none, healthy: 3 }, 'en')).toBe('None of 3 virtual machines needs action.')
    expect(sentence(none, 'en')).toBe('No virtual machine was read.')
  })
})
