import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '../../../../src/core/i18n/translate'
import { LANGUAGES } from '../../../../src/core/model/text'
import { markdown, markdownText } from '../../../../src/core/report/markdown'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { anyText } from '../../main/any-text'
import { contentOf, diagnosisOf, HOSTS } from './checked-hosts'
import { HOSTILE_NAMES, hostileHost } from './hostile-names'

/** Cells of a row of a table, at pipes that no backslash escapes. */
const cellsOf = (row: string): number => (row.replace(/\\./g, '').match(/\|/g) ?? []).length - 1

describe.each(LANGUAGES)('a report as Markdown in %s', (language) => {
  const diagnosis = diagnosisOf(sampleCapture(), language)
  const text = markdown(contentOf([diagnosis]))

  test('has the parts in their order, evidence folded', () => {
    const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading)
    expect(headings.slice(0, 3)).toEqual([
      say(language, 'report.heading.action'),
      say(language, 'report.heading.open'),
      say(language, 'report.heading.advice'),
    ])
    expect(headings[3]).toBe(say(language, 'report.heading.tell'))
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
    expect(text).toMatch(/<details>\n<summary>[^<]+<\/summary>\n\n- /)
  })

  test('has tables of at most five columns, each row as wide as its head', () => {
    const rows = text.split('\n').filter((row) => row.startsWith('| '))
    const widths = rows.map(cellsOf)
    expect(new Set(widths)).toEqual(new Set([2, 5]))
    expect(rows.filter((row) => cellsOf(row) === 5)).toHaveLength(2 + diagnosis.summary['safe-to-ignore'])
  })

  test('shows each verdict with the number that the diagnosis has', () => {
    for (const [verdict, count] of Object.entries(diagnosis.summary)) {
      expect(text).toContain(`| ${say(language, `verdict.${verdict as 'advice'}`)} | ${count} |`)
    }
  })
})

test('Markdown of every case has whole tables and balanced folds', () => {
  for (const [, capture] of HOSTS) {
    const text = markdown(contentOf([diagnosisOf(capture)]))
    const widths = text
      .split('\n')
      .filter((row) => row.startsWith('| '))
      .map(cellsOf)
    expect(widths.every((width) => width === 2 || width === 5)).toBe(true)
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  }
})

describe('hostile names in Markdown', () => {
  const text = markdown(contentOf([diagnosisOf(hostileHost(HOSTILE_NAMES))]))

  test('open no tag, link, code, mention, macro or cell', () => {
    const plain = text
      .replace(/<\/?(?:details|summary)>/g, '')
      .replace(/\\./g, '')
      .replace(/^> /gm, '')
    expect(plain.replace(/^ *```[^]*?```$/gm, '')).not.toMatch(/[<>{}]/)
    expect(text).not.toMatch(/[^\\]\[link\]|@all|http:\/\/evil/)
    expect(text).toContain('＠all')
  })

  test('stand on one line, with nothing invisible', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
  })

  test('any text leaves no sign of Markdown or HTML unescaped', () => {
    fc.assert(fc.property(anyText, (hostile) => !/[`*_{}[\]<>|~&$#]/.test(markdownText(hostile).replace(/\\[^]/g, ''))))
  })
})
