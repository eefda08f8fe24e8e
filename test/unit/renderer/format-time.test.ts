import { describe, expect, test } from 'vitest'
import { agoText, momentText } from '../../../src/renderer/format-time'

const now = new Date(2026, 10, 23, 9, 0, 0).getTime()
const before = (ms: number) => new Date(now - ms).toISOString()
const MINUTE = 60_000

describe('when something was checked', () => {
  test('today is a time, another day has its date', () => {
    expect(momentText(before(14 * MINUTE), now, 'en')).toBe('08:46')
    expect(momentText(before(14 * MINUTE), now, 'ko')).toBe('08:46')
    expect(momentText(before(24 * 60 * MINUTE), now, 'en')).toContain('Nov 22, 2026')
    expect(momentText(before(24 * 60 * MINUTE), now, 'ko')).toContain('2026년 11월 22일')
  })

  test.each([
    [30_000, null, null],
    [2 * MINUTE, '2 minutes ago', '2분 전'],
    [119 * MINUTE, '1 hour ago', '1시간 전'],
    [49 * 60 * MINUTE, '2 days ago', '2일 전'],
    [-MINUTE, null, null],
  ])('%d ms ago', (ms, english, korean) => {
    expect(agoText(before(ms), now, 'en')).toBe(english)
    expect(agoText(before(ms), now, 'ko')).toBe(korean)
  })
})
