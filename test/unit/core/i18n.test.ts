import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { MESSAGES } from '../../../src/core/i18n/messages'
import { withParticles } from '../../../src/core/i18n/particles'
import { translate } from '../../../src/core/i18n/translate'

function variables(elements: readonly MessageFormatElement[], into = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    if (element.type === TYPE.tag) variables(element.children, into)
    else into.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) variables(option.value, into)
    }
  }
  return into
}

const parsed = (text: string) => parse(text, { ignoreTag: true })

describe('texts', () => {
  test('exist in both languages under the same keys', () => {
    expect([...MESSAGES.ko.keys()].sort()).toEqual([...MESSAGES.en.keys()].sort())
  })

  test.each([...MESSAGES.en.keys()])(
    '%s parses in both languages, and Korean uses no value that English lacks',
    (key) => {
      const en = variables(parsed(MESSAGES.en.get(key) ?? ''))
      const ko = variables(parsed(MESSAGES.ko.get(key) ?? ''))
      expect([...ko].filter((name) => !en.has(name))).toEqual([])
    },
  )

  test('Korean is Korean', () => {
    const untranslated = [...MESSAGES.ko].filter(([key, text]) => {
      const english = MESSAGES.en.get(key)
      // Names of products and of releases are the same in both.
      return text !== '' && text === english && /[a-z]{4,} [a-z]{4,} [a-z]{4,}/.test(text)
    })
    expect(untranslated).toEqual([])
  })

  test('quote nothing by accident: a straight apostrophe before a brace would hide the value', () => {
    for (const language of ['en', 'ko'] as const) {
      for (const [key, text] of MESSAGES[language]) expect([key, /'\{/.test(text)]).toEqual([key, false])
    }
  })

  test('a value from outside is never read as a message', () => {
    const name = "{x, select, other {'boom'}} <b>&amp; $(calc) ' {vm}"
    expect(translate('en', { key: 'finding.vm-off.headline', params: { vm: name } })).toContain(name)
  })
})

describe('Korean particles', () => {
  test.each([
    ['web-01이(가)', 'web-01이'],
    ['web-02이(가)', 'web-02가'],
    ['서버은(는)', '서버는'],
    ['시간을(를)', '시간을'],
    ['VM이(가)', 'VM이'],
    ['DNS을(를)', 'DNS를'],
    ['서울(으)로', '서울로'],
    ['부산(으)로', '부산으로'],
    ['web이(가)', 'web이(가)'],
    ['백업(볼륨 섀도 복사본)을(를)', '백업(볼륨 섀도 복사본)을'],
    ['“메일”은(는)', '“메일”은'],
  ])('%s becomes %s', (text, expected) => {
    expect(withParticles(text)).toBe(expected)
  })
})
