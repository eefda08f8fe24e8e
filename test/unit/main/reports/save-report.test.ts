import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { translate } from '../../../../src/core/i18n/translate'
import { LANGUAGES } from '../../../../src/core/model/text'
import { fileTime } from '../../../../src/main/reports/report-time'
import { saveReport, saveReportAs, suggestedReportName } from '../../../../src/main/reports/save-report'
import { isSealIntact } from '../../../../src/main/reports/seal'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { asOrdinaryUser, onFullDisk, readOnlyFolder } from '../made-faults'

const capture = sampleCapture()
const judged = judge(capture)
const now = new Date('2026-11-23T09:00:00Z')
const request = { judged, sourceName: 'sample', language: 'en', programVersion: '1.0.0', now, capture } as const
const options = { formats: ['html'], printPdf: null, mapFolder: null, windowLanguage: 'en' } as const
const name = `HV01_${fileTime(new Date(capture.collectedAt))}_action-2.html`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-report-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true })
})

describe('saveReport', () => {
  test('writes the whole report under its name, into a folder that it makes', async () => {
    const into = join(folder, 'Documents', 'Integration Doctor')
    const result = await saveReport({ ...request, folder: into }, options)
    expect(result).toEqual({ ok: true, saved: { path: join(into, name), folder: into, name, also: [], remarks: [] } })
    const page = readFileSync(join(into, name), 'utf8')
    expect(isSealIntact(page)).toBe(true)
    expect(page).toContain(capture.sha256)
    expect(readdirSync(into)).toEqual([name])
  })

  test('never replaces a file, it adds a number', async () => {
    writeFileSync(join(folder, name), 'older')
    const result = await saveReport({ ...request, folder }, options)
    expect(result.ok && result.saved.name).toBe(name.replace('.html', ' (2).html'))
    expect(readFileSync(join(folder, name), 'utf8')).toBe('older')
  })

  test('about one VM has its name and its verdict', async () => {
    const vm = judged.vms.find((candidate) => candidate.vm.name === '인사-01')
    const result = await saveReport(
      { ...request, folder, vmIds: [vm?.vm.id ?? ''], ticket: ' INC1 ', language: 'ko' },
      options,
    )
    expect(result.ok && result.saved.name).toMatch(/^INC1_HV01_인사-01_.*_cannot-tell-1\.html$/)
  })

  test('about a VM that is not there is refused', async () => {
    const result = await saveReport({ ...request, folder, vmIds: ['gone'] }, options)
    expect(!result.ok && result.problem.code).toBe('report-vm-gone')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a report that cannot be saved', () => {
  async function refused(into: string) {
    const result = await saveReport({ ...request, folder: into }, options)
    if (result.ok) throw new Error('it was saved')
    for (const language of LANGUAGES) {
      const sentence = translate(language, result.problem.message)
      expect(sentence).toContain(name)
      expect(sentence).toContain(into)
      expect(translate(language, result.problem.step)).toMatch(/\.$/)
    }
    return result.problem.code
  }

  test('on a full disk is a sentence, and no half file is left', async () => {
    await onFullDisk(async (full) => {
      expect(await refused(full)).toBe('not-saved-full')
      expect(readdirSync(full)).toEqual([])
    })
  })

  test('in a read-only folder is a sentence', async () => {
    const into = readOnlyFolder(folder)
    expect(await asOrdinaryUser(() => refused(into))).toBe('not-saved-no-access')
    expect(readdirSync(into)).toEqual([])
  })

  test('where a file stands in the place of the folder is a sentence', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await refused(join(folder, 'file'))).toBe('not-saved-folder-missing')
    expect(await refused(join(folder, 'file', 'deeper'))).toBe('not-saved-folder-missing')
  })

  test('on a drive that has vanished is a sentence', async () => {
    expect(await refused('/proc/self/fd/reports')).toBe('not-saved-folder-missing')
  })
})

describe('saveReportAs', () => {
  test('writes to the path that was chosen', async () => {
    const path = join(folder, '보고서.html')
    expect(await saveReportAs({ ...request, path }, options)).toEqual({
      ok: true,
      saved: { path, folder, name: '보고서.html', also: [], remarks: [] },
    })
  })

  test('replaces nothing even there, and says where the report really is', async () => {
    const path = join(folder, 'mine.html')
    writeFileSync(path, 'mine')
    const result = await saveReportAs({ ...request, path }, options)
    expect(result.ok && result.saved.path).toBe(join(folder, 'mine (2).html'))
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })

  test('is offered the name of the one click', () => {
    expect(suggestedReportName(request, 'html')).toBe(name)
  })
})
