import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCapture } from '../../../../src/core/decode/read-capture'
import { sealCapture, sha256 } from '../../../../src/main/sources/capture-file'
import { hostileCapture, IDS, SECRETS } from '../../core/redaction/hostile-capture'
import { asOrdinaryUser, readOnlyFolder } from '../made-faults'
import { brokenHost, healthyHost, runCheck } from './run-check'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function captureAt(name: string, capture = brokenHost): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(sealCapture(capture)))
  return path
}

const filesOf = (path: string): Record<string, Uint8Array> => unzipSync(readFileSync(path))
const namesIn = (path: string): readonly string[] => Object.keys(filesOf(path)).toSorted()
const textIn = (path: string, name: string): string => Buffer.from(filesOf(path)[name] ?? []).toString('utf8')

const WITHOUT_PDF = [
  'SHA256SUMS.txt',
  'case-summary.txt',
  'event-channels.txt',
  'evidence.hvcapture',
  'microsoft-tss.txt',
  'report.html',
]

describe('--pack', () => {
  test('writes one zip beside the result, and ends as the check does', async () => {
    const into = join(folder, 'packs/')
    const ran = await runCheck(['--capture', captureAt('a.hvcapture'), '--pack', into, '--format', 'json'])
    const [name = ''] = readdirSync(into)
    expect(name).toMatch(/^HV01_.*_action-1_escalation\.zip$/)
    expect(ran.code).toBe(1)
    expect(ran.stdout).toMatch(/^\{"schema":"integration-doctor\/diagnosis@1".*\}\n$/)
    expect(ran.stderr).toContain(`Saved: ${into}${name}`)
    expect(namesIn(join(into, name))).toEqual(WITHOUT_PDF)
    expect(readCapture(textIn(join(into, name), 'evidence.hvcapture'), 'c', sha256).ok).toBe(true)
  })

  test('holds the PDF where a window can print one; without one that is said and is no failure', async () => {
    const path = join(folder, 'case.zip')
    const argv = ['--capture', captureAt('a.hvcapture', healthyHost), '--pack', path]
    const printed = await runCheck(argv, { printPdf: async ({ page }) => Buffer.from(page.slice(0, 20)) })
    expect([printed.code, namesIn(path)]).toEqual([0, [...WITHOUT_PDF, 'report.pdf']])
    const plain = await runCheck(argv)
    expect(plain.code).toBe(0)
    expect(plain.stderr).toContain('A PDF is printed in a hidden window, and there is none here.')
    expect(namesIn(join(folder, 'case (2).zip'))).toEqual(WITHOUT_PDF)
  })

  test('that cannot print although there is a window is exit code 2', async () => {
    const argv = ['--capture', captureAt('a.hvcapture', healthyHost), '--pack', join(folder, 'case.zip')]
    const { code, stderr } = await runCheck(argv, { printPdf: async () => Promise.reject(new Error('gone')) })
    expect([code, stderr]).toEqual([2, expect.stringContaining('The PDF could not be printed')])
    expect(namesIn(join(folder, 'case.zip'))).toEqual(WITHOUT_PDF)
  })

  test('hides what is to be hidden, in every file and in the name of the pack', async () => {
    const into = join(folder, 'packs/')
    const file = captureAt('NIGHTOWL payroll-kr.hvcapture', hostileCapture())
    const { code } = await runCheck(['--capture', file, '--redact', 'strict', '--pack', into])
    const [name = ''] = readdirSync(into)
    expect(code).toBe(1)
    expect(name).toMatch(/^HOST-1_.*_escalation_redacted\.zip$/)
    const text = namesIn(join(into, name))
      .map((one) => textIn(join(into, name), one))
      .join('\n')
      .toLowerCase()
    expect([...SECRETS, ...IDS].filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
    expect(text).toContain('vm-001')
  })

  test('takes a folder for several sources, and nothing that is no zip', async () => {
    const several = ['--capture', captureAt('a.hvcapture'), captureAt('b.hvcapture')]
    expect(await runCheck([...several, '--pack', join(folder, 'one.zip')])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('--pack names the one file'),
    })
    const { code, stderr } = await runCheck([...several, '--pack', join(folder, 'case.rar')])
    expect([code, stderr]).toEqual([64, expect.stringContaining('ends in .zip')])
    await runCheck([...several, '--pack', join(folder, 'packs/')])
    expect(readdirSync(join(folder, 'packs'))).toHaveLength(2)
  })

  test('that cannot be written is a sentence and exit code 2', async () => {
    const into = readOnlyFolder(folder)
    const argv = ['--capture', captureAt('a.hvcapture', healthyHost), '--pack', into]
    const { code, stderr } = await asOrdinaryUser(() => runCheck(argv))
    expect([code, stderr]).toEqual([2, expect.stringContaining(into)])
    expect(readdirSync(into)).toEqual([])
  })
})
