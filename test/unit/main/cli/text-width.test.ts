import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, widthOf, wrap } from '../../../../src/main/cli/text-width'

describe('widthOf', () => {
  test.each([
    ['web-01', 6],
    ['인사-01', 7],
    ['ｗｅｂ', 6],
    ['データ', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['각', 2],
    ['👩‍💻', 2],
    ['…', 1],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('fit', () => {
  test('fills with spaces and cuts with a sign, never in the middle of a wide character', () => {
    expect(fit('web', 5)).toBe('web  ')
    expect(fit('web-01', 5)).toBe('web-…')
    expect(fit('인사팀', 5)).toBe('인사…')
    expect(fit('인사팀', 4)).toBe('인… ')
  })

  test('gives exactly the columns that were asked for, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '가', '界', 'é', 'e\u0301', ' ', '👍') })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (value, width) => widthOf(fit(value, width)) === width),
    )
  })
})

describe('wrap', () => {
  test('breaks at spaces, and inside a word only where it is too long', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('호스트 이름 확인', 11)).toEqual(['호스트 이름', '확인'])
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  })

  test('keeps every word, and no line is wider than asked', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '가', '界'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 2, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), width)
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      }),
    )
  })
})
