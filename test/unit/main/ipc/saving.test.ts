import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readCapture } from '../../../../src/core/decode/read-capture'
import { isSealIntact } from '../../../../src/main/reports/seal'
import { sha256, sha256Bytes } from '../../../../src/main/sources/capture-file'
import { hostileCapture, IDS, SECRETS } from '../../core/redaction/hostile-capture'
import { asOrdinaryUser, onFullDisk, readOnlyFolder } from '../made-faults'
import { testDesk, type TestDeskOptions } from './test-desk'

async function hostile(options: TestDeskOptions = {}) {
  const made = await testDesk(options)
  const file = join(made.folder, 'NIGHTOWL.hvcapture')
  writeFileSync(file, JSON.stringify(hostileCapture()))
  const [source] = (await made.call('source.open-capture', { paths: [file] })) ?? []
  return { ...made, sourceId: source?.id ?? '' }
}

const secretsIn = (text: string, ...more: readonly string[]): readonly string[] =>
  [...SECRETS, ...more].filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))

describe('one click', () => {
  test('saves HTML and PDF under one name, without a dialog', async () => {
    const { call, done, sourceId } = await hostile()
    const saved = await call('report.save', { sourceId })
    expect(saved.also).toEqual([saved.name.replace(/\.html$/, '.pdf')])
    expect(readdirSync(saved.folder).toSorted()).toEqual([saved.name, ...(saved.also ?? [])].toSorted())
    expect(isSealIntact(readFileSync(saved.path, 'utf8'))).toBe(true)
    expect(done.filter((what) => what.startsWith('asked'))).toEqual([])
  })

  test('never replaces either of them: both get the same number', async () => {
    const { call, sourceId } = await hostile()
    const first = await call('report.save', { sourceId, formats: ['pdf'] })
    const older = readFileSync(first.path)
    const second = await call('report.save', { sourceId })
    expect(second.name).toMatch(/ \(2\)\.html$/)
    expect(second.also).toEqual([second.name.replace(/\.html$/, '.pdf')])
    expect(readFileSync(first.path)).toEqual(older)
  })

  test('about some VMs holds those alone', async () => {
    const { call, sourceId } = await hostile()
    const { path } = await call('report.save', { sourceId, vmIds: [IDS[1] ?? '', IDS[3] ?? ''] })
    const page = readFileSync(path, 'utf8')
    expect(secretsIn(page, ...IDS).filter((id) => IDS.includes(id))).toEqual([IDS[1], IDS[3]])
  })

  test('speaks the language that was chosen, not the window’s', async () => {
    const { call, sourceId } = await hostile()
    const { path } = await call('report.save', { sourceId, language: 'ko', formats: ['html'] })
    expect(readFileSync(path, 'utf8')).toContain('<html lang="ko">')
  })

  test('a PDF that cannot be printed does not take the page with it, and is said', async () => {
    const { call, sourceId } = await hostile({ printPdf: () => Promise.reject(new Error('no printer')) })
    const saved = await call('report.save', { sourceId })
    expect(readdirSync(saved.folder)).toEqual([saved.name])
    expect(saved.remarks?.join()).toContain('The PDF could not be printed')
  })
})

describe('where it cannot be saved nothing is left, and another way is told', () => {
  test('a disk that takes the page and not the PDF keeps neither', async () => {
    const { desk, call, refusal, sourceId } = await hostile({
      printPdf: async () => Buffer.alloc(200_000, 'x'),
    })
    await onFullDisk(async (full) => {
      await desk.settings.change({ reportFolder: full })
      expect(await refusal('report.save', { sourceId, vmIds: [IDS[0]] })).toBe('not-saved-full')
      expect(readdirSync(full)).toEqual([])
    })
    await desk.settings.change({ reportFolder: null })
    expect(existsSync((await call('report.save', { sourceId })).path)).toBe(true)
  })

  test('a read-only folder', async () => {
    const { desk, folder, refusal, sourceId } = await hostile()
    const into = readOnlyFolder(folder)
    await desk.settings.change({ reportFolder: into })
    expect(await asOrdinaryUser(() => refusal('report.save', { sourceId }))).toBe('not-saved-no-access')
    expect(readdirSync(into)).toEqual([])
    chmodSync(into, 0o755)
  })

  test('a folder on a drive that has vanished', async () => {
    const { desk, refusal, sourceId } = await hostile()
    await desk.settings.change({ reportFolder: '/proc/self/fd/reports' })
    expect(await refusal('report.save', { sourceId })).toBe('not-saved-folder-missing')
  })

  test('a path of 260 characters is saved; one longer than the system takes is said', async () => {
    const { desk, folder, call, refusal, sourceId } = await hostile()
    const long = join(folder, 'x'.repeat(100), 'y'.repeat(100), 'z'.repeat(60))
    await desk.settings.change({ reportFolder: long })
    const { path } = await call('report.save', { sourceId })
    expect([path.length > 260, existsSync(path)]).toEqual([true, true])
    await desk.settings.change({ reportFolder: join(folder, 'w'.repeat(300)) })
    expect(await refusal('report.save', { sourceId })).toBe('not-saved-name-too-long')
  })

  test('an open file of the same name, held by another program, is left alone', async () => {
    const { call, sourceId } = await hostile()
    const first = await call('report.save', { sourceId, formats: ['html'] })
    chmodSync(first.path, 0o000)
    const second = await call('report.save', { sourceId, formats: ['html'] })
    chmodSync(first.path, 0o644)
    expect(second.name).toBe(first.name.replace('.html', ' (2).html'))
  })
})

describe('with names hidden', () => {
  test('nothing that is saved holds one, and what was looked for is told', async () => {
    const { call, folder, sourceId } = await hostile()
    const saved = await call('report.save', { sourceId, redaction: 'strict', ticket: 'INC7', formats: ['html'] })
    expect(saved.name).toMatch(/^INC7_HOST-1_.*_redacted\.html$/)
    expect(secretsIn(readFileSync(saved.path, 'utf8'), ...IDS)).toEqual([])
    expect(saved.remarks?.[0]).toMatch(/Checked: of \d+ hidden names and addresses 0 were found/)
    expect(readdirSync(join(folder, 'maps'))).toEqual(['INC7.private-map.txt'])
    expect(readFileSync(join(folder, 'maps', 'INC7.private-map.txt'), 'utf8')).toMatch(/^PRIVATE: do not attach/)
  })

  test('one VM of several is the one that was meant', async () => {
    const { call, sourceId } = await hostile()
    const { path } = await call('report.save', {
      sourceId,
      vmIds: [IDS[2] ?? ''],
      redaction: 'strict',
      formats: ['html'],
    })
    const page = readFileSync(path, 'utf8')
    expect([page.includes('VM-003'), page.includes('VM-001')]).toEqual([true, false])
  })

  test('reports of one ticket share their placeholders', async () => {
    const { call, folder, sourceId } = await hostile()
    const request = { sourceId, redaction: 'names' as const, ticket: 'INC7', formats: ['html' as const] }
    await call('report.save', request)
    const map = readFileSync(join(folder, 'maps', 'INC7.private-map.txt'), 'utf8')
    await call('report.save', request)
    expect(readFileSync(join(folder, 'maps', 'INC7.private-map.txt'), 'utf8')).toBe(map)
  })

  test('the capture that is saved is hidden too', async () => {
    const { call, folder, sourceId } = await hostile({ saveTo: (suggested) => join(dirname(suggested), 'c.hvcapture') })
    mkdirSync(join(folder, 'reports'))
    const saved = await call('source.save-capture', { sourceId, redaction: 'strict' })
    const text = readFileSync(saved?.path ?? '', 'utf8')
    expect(secretsIn(text, ...IDS)).toEqual([])
    expect(readCapture(text, 'c', sha256).ok).toBe(true)
  })

  test('a file that still holds one is not kept', async () => {
    const { desk, folder, refusal, sourceId } = await hostile({ saveTo: () => join(folder, 'out', 'payroll-kr.html') })
    expect(desk.savedFiles.size).toBe(0)
    expect(await refusal('report.save-as', { sourceId, redaction: 'names' })).toBe('redaction-leak')
    expect(readdirSync(join(folder, 'out'))).toEqual([])
  })

  test('printing hides them as well', async () => {
    const { call, done, sourceId } = await hostile()
    await call('report.print', { sourceId, redaction: 'names' })
    expect(done).toContain('printed a page')
  })
})

describe('an escalation pack', () => {
  async function packed(request: { readonly redaction?: 'strict'; readonly language?: 'ko' }) {
    const { call, sourceId } = await hostile({ printPdf: async () => Promise.reject(new Error('none here')) })
    const saved = await call('pack.save', { sourceId, ticket: 'INC7', ...request })
    const files = unzipSync(readFileSync(saved.path))
    return { saved, text: (name: string) => Buffer.from(files[name] ?? []).toString('utf8'), files }
  }

  test('holds summary, capture, report, channels, command and hashes', async () => {
    const { saved, text, files } = await packed({})
    expect(saved.name).toMatch(/^INC7_NIGHTOWL_.*_escalation\.zip$/)
    expect(Object.keys(files).toSorted()).toEqual([
      'SHA256SUMS.txt',
      'case-summary.txt',
      'event-channels.txt',
      'evidence.hvcapture',
      'microsoft-tss.txt',
      'report.html',
    ])
    expect(readCapture(text('evidence.hvcapture'), 'c', sha256).ok).toBe(true)
    expect(isSealIntact(text('report.html'))).toBe(true)
    expect(text('event-channels.txt')).toContain('Microsoft-Windows-Hyper-V-VMMS-Admin')
    expect(text('microsoft-tss.txt')).toContain(
      '.\\TSS.ps1 -SDP HyperV -SkipSDPList skipBPA,skipHang,skipTS,skipCsvSMB,skipHVreplica',
    )
    expect(text('microsoft-tss.txt')).toContain('30 to 90 minutes')
    for (const line of text('SHA256SUMS.txt').trim().split('\n')) {
      const [hash, name = ''] = line.split('  ')
      expect(sha256Bytes(files[name] ?? Buffer.alloc(0))).toBe(hash)
    }
  })

  test('the summary is one page in the form of a case, filled in where the program knows', async () => {
    const { text } = await packed({})
    const summary = text('case-summary.txt')
    expect(summary.split('\r\n').length).toBeLessThanOrEqual(60)
    expect(summary).toMatch(/Title: .*NIGHTOWL.*1 of 5/)
    expect(summary).toContain('Business impact (function lost): ')
    expect(summary).toContain('vss: 7 non-recoverable-error, 32775 protocol-mismatch (4.0 / 5.0)')
    expect(summary).toContain('What was tried, with times: (please fill in)')
    expect(summary).toContain(`SHA-256 of its content ${JSON.parse(text('evidence.hvcapture')).sha256}`)
  })

  test('redacted, no file in it holds a name, and it is in Korean where that was chosen', async () => {
    const { saved, files, text } = await packed({ redaction: 'strict', language: 'ko' })
    expect(saved.name).toMatch(/_escalation_redacted\.zip$/)
    const all = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'))
    expect(secretsIn(all.join('\n'), ...IDS)).toEqual([])
    expect(text('case-summary.txt')).toContain('업무 영향')
  })
})
