import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readPdf } from '../../src/main/pdf/read-pdf'
import { hostileCapture, IDS, SECRETS } from '../unit/core/redaction/hostile-capture'
import type { Capture } from '../../src/core/model/capture'
import { captureOf, UBUNTU } from '../unit/core/capture-builder'
import { fleet } from '../unit/core/report/fleet'
import { HOSTILE_NAMES, hostileHost } from '../unit/core/report/hostile-names'
import { check, checkInApp } from './command'
import { wordsOf } from './words'

let folder = ''

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'integration-doctor-pdf-'))
})
test.afterEach(() => rm(folder, { recursive: true }))

/** The PDF that the command line of the built app writes. Exit codes up to 2 are verdicts. */
async function pdfOf(...args: readonly string[]): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const out = join(folder, 'out')
  await checkInApp(...args, '--format', 'pdf', '--output', `${out}/`)
  const [name = ''] = await readdir(out)
  return { name, bytes: await readFile(join(out, name)) }
}

const squeeze = (text: string): string => text.replace(/\s+/g, '')

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
    const outline = pdf.outline.map(squeeze)
    expect(outline).toContain(squeeze(words('report.heading.all')))
    const count = pdf.pages.length
    expect(count).toBeGreaterThan(2)
    expect(count, 'pages for 14 VMs with all their evidence').toBeLessThan(17)
    pdf.pages.forEach((page, index) => {
      const place = words('files.pdf.page', { page: index + 1, pages: count })
      expect(squeeze(page).includes(squeeze(place))).toBe(true)
    })
    expect(pdf.pages[0]).toContain(`${words('verdict.action-needed')} 2`)
    const everything = squeeze(pdf.pages.join(''))
    expect(everything).toContain(squeeze(words('report.about.verify-paper')))
    expect(everything).not.toContain(squeeze(words('report.about.verify')))
  })
}

/** The five answers of a page, as their headings and lines follow each other. */
function glanceOf(page: string): readonly string[] {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  const part = /<section class="glance">(.*?)<\/section>/s.exec(page)?.[1] ?? ''
  return part
    .split(/<\/(?:h2|h3|li)>/)
    .map((line) => line.replace(/<[^>]*>/g, '').replace(/&([a-z#0-9]+);/g, (_, name: string) => entities[name] ?? ''))
    .map(squeeze)
    .filter((line) => line !== '')
}

const FIRST_PAGES: readonly (readonly [name: string, capture: Capture | null])[] = [
  ['the sample host', null],
  ['a host that is well', captureOf([{ name: 'dc-01', kvp: UBUNTU }])],
  ['very many VMs with many causes', fleet()],
  // What the fonts here have no sign for comes back from a PDF as nothing.
  ['hostile names', hostileHost(HOSTILE_NAMES.filter((name) => /^[ -~가-힣]*$/.test(name)))],
]

for (const [name, capture] of FIRST_PAGES) {
  for (const language of ['en', 'ko'] as const) {
    test(`page one of the PDF answers the five questions for ${name}, ${language}`, async () => {
      test.slow()
      const file = join(folder, 'test.hvcapture')
      await writeFile(file, JSON.stringify(capture))
      const args = [...(capture === null ? ['--sample'] : ['--capture', file]), '--lang', language]
      const answers = glanceOf(await check(...args, '--format', 'html'))
      const questions = ['wrong', 'fine', 'next', 'tell', 'unchecked'].map((question) =>
        squeeze(wordsOf(language)(`shape.glance.question.${question}`)),
      )
      expect(answers.filter((line) => questions.includes(line))).toEqual(questions)
      const page = squeeze((await readPdf((await pdfOf(...args)).bytes)).pages[0] ?? '')
      expect(answers.filter((line) => !page.includes(line))).toEqual([])
    })
  }
}

test('page one of a PDF over several hosts answers for all of them', async () => {
  const names = ['HV01', 'HV02', 'HV03']
  const files = names.map((name) => join(folder, `${name}.hvcapture`))
  const sample = captureOf([
    { name: 'db-02', kvp: UBUNTU, services: { vss: { status: [7, 32775] } } },
    { name: 'web-01' },
  ])
  const hosts = names.map((computerName) => ({ ...sample, target: { ...sample.target, computerName } }))
  await Promise.all(hosts.map((host, index) => writeFile(files[index] ?? '', JSON.stringify(host))))
  const args = ['--capture', ...files, '--lang', 'en']
  const answers = glanceOf(await check(...args, '--format', 'html'))
  const out = join(folder, 'all.pdf')
  await checkInApp(...args, '--format', 'pdf', '--output', out)
  const page = squeeze((await readPdf(await readFile(out))).pages[0] ?? '')
  expect(page).toContain(squeeze('3 of 6 virtual machines need action'))
  expect(answers.length).toBeGreaterThan(10)
  expect(answers.filter((line) => !page.includes(line))).toEqual([])
})

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
