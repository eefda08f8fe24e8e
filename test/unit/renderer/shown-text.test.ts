import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownText } from '../../../src/core/i18n/shown-text'
import { rawValueText } from '../../../src/renderer/shown-text'

describe('text from a host', () => {
  test.each([
    ['plain and Korean text stay', 'web-01 회계 서버', 'web-01 회계 서버'],
    ['markup stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['line breaks', 'a\r\nb', 'a↵↵b'],
    ['right-to-left override', 'a\u202eb', 'a[U+202E]b'],
    ['zero-width space', 'a\u200bb', 'a[U+200B]b'],
    ['escape', 'a\u001bb', 'a␛b'],
    ['a blank letter', 'a\u3164b', 'a[U+3164]b'],
    ['an emoji of several parts stays whole', '👩‍💻', '👩‍💻'],
  ])('%s', (_what, text, shown) => {
    expect(shownText(text)).toBe(shown)
  })

  test('nothing that hides or turns text is left, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shownText(text).replaceAll('\u200d', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  test('raw values', () => {
    expect(rawValueText([2, 32775])).toBe('[2, 32775]')
    expect(rawValueText([])).toBe('[]')
    expect(rawValueText(null)).toBe('null')
    expect(rawValueText(['web-01', '10.0.0.1'])).toBe('web-01, 10.0.0.1')
    expect(rawValueText('a\nb')).toBe('a↵b')
  })
})
