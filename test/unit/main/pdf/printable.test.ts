import { expect, test } from 'vitest'
import { pageFoot } from '../../../../src/main/pdf/page-frame'
import { printable } from '../../../../src/main/pdf/printable'
import { readPdf } from '../../../../src/main/pdf/read-pdf'

test('what is folded is open on paper, and a text that looks like a fold stays a text', () => {
  const page =
    '<meta http-equiv="Content-Security-Policy" content="x" /><details><summary>a</summary></details>' +
    '<details class="b">&lt;details></details><details open>c</details>'
  expect(printable(page)).toBe(
    '<details open><summary>a</summary></details><details open class="b">&lt;details></details><details open>c</details>',
  )
})

test('the foot of a page names the report and leaves the numbers to the printer', () => {
  expect(pageFoot('<HV01>', 'en')).toContain('&lt;HV01&gt;')
  expect(pageFoot('HV01', 'en')).toMatch(/Page <span class="pageNumber"><\/span> of <span class="totalPages"><\/span>/)
  expect(pageFoot('HV01', 'ko')).toMatch(/<span class="pageNumber"><\/span>\/<span class="totalPages"><\/span>쪽/)
})

test('what is no PDF is not read as one', async () => {
  await expect(readPdf(Buffer.from('no PDF'))).rejects.toThrow(/PDF/)
})
