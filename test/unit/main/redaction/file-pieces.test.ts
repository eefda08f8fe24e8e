import { expect, test } from 'vitest'
import { textFilePieces } from '../../../../src/main/redaction/file-pieces'

const textsOf = (page: string): string[] => textFilePieces('report.html', page).map(({ text }) => text.trim())

test('a page is read in its parts: texts, comments, attributes and the data in a script', () => {
  const page = '<p title="from web-01">to web-02<!-- by web-03 --></p><script type="a">{"vm":"web-04"}</script>'
  const texts = textsOf(page).join('\n')
  for (const name of ['web-01', 'web-02', 'web-03', 'web-04']) expect(texts).toContain(name)
})

test('what has a begin and no end is read all the same', () => {
  expect(textsOf('<p>a</p><!-- by web-03').join('\n')).toContain('web-03')
  expect(textsOf('<p>a</p><b title="web-03"').join('\n')).toContain('web-03')
  expect(textsOf('<script>web-03').join('\n')).toContain('web-03')
})

test('a million comments without an end are read in one pass', { timeout: 5000 }, () => {
  expect(textsOf('<!-- '.repeat(1_000_000))).toHaveLength(1)
})
