import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { readPdf } from '../../src/main/pdf/read-pdf'
import { hostileCapture, IDS, SECRETS } from '../unit/core/redaction/hostile-capture'
import { ROOT } from './app'
import { wordsOf } from './words'

const run = promisify(execFile)
let folder = ''

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'integration-doctor-pdf-'))
})
test.afterEach(() => rm(folder, { recursive: true }))

/** The PDF that the command line of the built app writes. Exit codes up to 2 are verdicts. */
async function pdfOf(...args: readonly string[]): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const out = join(folder, 'out')
  const executable = process.env['ELECTRON_EXEC_PATH'] ?? ''
  await run(executable, [ROOT, '--no-sandbox', 'check', ...args, '--format', 'pdf', '--output', `${out}/`]).catch(
    (cause: { code?: unknown }) => {
      if (cause.code !== 1 && cause.code !== 2) throw cause
    },
  )
  const [name = ''] = await readdir(out)
  return { name, bytes: await readFile(join(out, name)) }
}

for (const language of ['en', 'ko'] as const) {
  test(`a PDF in ${language} has tags, title, language, outline and numbered pages`, async () => {
    const { name, bytes } = await pdfOf('--sample', '--lang', language)
    const pdf = await readPdf(bytes)
    const words = wordsOf(language)
    expect(name).toMatch(/^HV01_.*_action-2\.pdf$/)
    expect(pdf.isTagged).toBe(true)
    expect(pdf.language).toBe(language)
    expect(pdf.title).toContain('HV01')
    expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'P']))
    const squeezed = (text: string): string => text.replace(/\s+/g, '')
    const outline = pdf.outline.map(squeezed)
    expect(outline).toContain(squeezed(words('report.heading.all')))
    const count = pdf.pages.length
    expect(count).toBeGreaterThan(2)
    expect(count, 'pages for 14 VMs with all their evidence').toBeLessThan(15)
    pdf.pages.forEach((page, index) => {
      const place = words('files.pdf.page', { page: index + 1, pages: count })
      expect(squeezed(page).includes(squeezed(place))).toBe(true)
    })
    expect(pdf.pages[0]).toContain(`${words('verdict.action-needed')} 2`)
    const everything = squeezed(pdf.pages.join(''))
    expect(everything).toContain(squeezed(words('report.about.verify-paper')))
    expect(everything).not.toContain(squeezed(words('report.about.verify')))
  })
}

test('a redacted PDF holds no name, in no page, title, outline or property', async () => {
  const file = join(folder, 'NIGHTOWL.hvcapture')
  await writeFile(file, JSON.stringify(hostileCapture()))
  const { name, bytes } = await pdfOf('--capture', file, '--redact', 'strict')
  const everything = JSON.stringify(await readPdf(bytes)).toLowerCase()
  const squeezed = everything.replace(/\s|\\n/g, '')
  expect(name).toMatch(/^HOST-1_.*_redacted\.pdf$/)
  expect(squeezed).toContain('vm-001')
  const found = [...SECRETS, ...IDS].filter((secret) => {
    const wanted = secret.toLowerCase()
    return everything.includes(wanted) || squeezed.includes(wanted.replace(/\s/g, ''))
  })
  expect(found).toEqual([])
})
