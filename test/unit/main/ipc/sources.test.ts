import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../../../../src/core/decode/class-problem'
import type { Capture } from '../../../../src/core/model/capture'
import type { CheckResult } from '../../../../src/main/powershell/collect'
import { readCaptureFile } from '../../../../src/main/sources/capture-file'
import { outputOf, UBUNTU_LINES } from '../../core/worksheet/outputs'
import { captureOf, UBUNTU, VM_ID } from '../../core/capture-builder'
import { testDesk, type TestDesk } from './test-desk'

const read = (facts: Partial<Capture> = {}, names = ['web-01']): CheckResult => ({
  ok: true,
  capture: { ...captureOf(names.map((name) => ({ name }))), ...facts },
})

const timeLimit = { class: 'Msvm_VssComponent', code: 'time-limit', message: '120' }
const stopped: Partial<Capture> = { complete: false, stopped: 'timed-out', problems: [timeLimit] }

/** A desk whose computer gives one result after the other. */
const deskOf = (...results: CheckResult[]): Promise<TestDesk> =>
  testDesk({ check: async () => results.shift() ?? Promise.reject(new Error('No more results.')) })

describe('one VM of this computer, read again', () => {
  test('is in the same source afterwards, with the answers kept', async () => {
    const asked: (string | undefined)[] = []
    const results = [read({}, ['web-01']), read({ collectedAt: '2026-11-23T10:00:00Z' }, ['web-01, renamed'])]
    const { call } = await testDesk({
      check: async ({ vmId }) => {
        asked.push(vmId)
        return results.shift() ?? Promise.reject(new Error('No more results.'))
      },
    })
    const first = await call('source.check-local', {})
    const again = await call('source.check-vm', { sourceId: first.id, vmId: VM_ID })
    expect(asked).toEqual([undefined, VM_ID])
    expect(again).toMatchObject({ id: first.id, checkedAt: first.checkedAt })
    const { rows } = await call('overview.get', { sourceId: first.id })
    expect(rows.map(({ name }) => name)).toEqual(['web-01, renamed'])
  })

  test('that vanished or could not be read leaves the earlier reading as it was', async () => {
    const { call, refusal } = await deskOf(read(), read({}, []), { ok: false, problem: problemOf('cancelled') })
    const { id } = await call('source.check-local', {})
    expect(await refusal('source.check-vm', { sourceId: id, vmId: VM_ID })).toBe('vm-vanished')
    expect(await refusal('source.check-vm', { sourceId: id, vmId: VM_ID })).toBe('cancelled')
    expect((await call('overview.get', { sourceId: id })).rows).toHaveLength(1)
  })

  test('is refused for what was not read here', async () => {
    const { call, refusal } = await testDesk()
    const sample = await call('source.open-sample', {})
    expect(await refusal('source.check-vm', { sourceId: sample.id, vmId: VM_ID })).toBe('not-read-here')
    expect(await refusal('source.check-vm', { sourceId: 'gone', vmId: VM_ID })).toBe('source-closed')
  })
})

describe('the check of this computer', () => {
  test('becomes a source with the host’s name; the next one replaces it and keeps the answers', async () => {
    const { call } = await deskOf(read(), read({}, ['web-01', 'web-02']))
    const first = await call('source.check-local', {})
    expect(first).toMatchObject({ kind: 'local', name: 'HV01', problem: null, summary: { 'cannot-tell': 0 } })
    const second = await call('source.check-local', {})
    expect(second.id).toBe(first.id)
    expect((await call('overview.get', { sourceId: first.id })).rows.map(({ name }) => name)).toEqual([
      'web-01',
      'web-02',
    ])
    expect(await call('source.list', {})).toHaveLength(1)
  })

  test('that failed stands in the list with its problem, under the computer’s name', async () => {
    const { call } = await deskOf({ ok: false, problem: problemOf('powershell-missing') })
    const source = await call('source.check-local', {})
    expect(source).toMatchObject({ name: 'MY-PC', checkedAt: null, problem: { code: 'powershell-missing' } })
    expect(await call('source.list', {})).toEqual([source])
  })

  test('of a computer without Hyper-V has the one cause as its problem, and its evidence can be saved', async () => {
    const capture = captureOf([])
    const classes = Object.fromEntries(Object.keys(capture.classes).map((name) => [name, []]))
    const problems = Object.keys(classes).map((name) => ({ class: name, code: '0x8004100E', message: '' }))
    const { call } = await deskOf({ ok: true, capture: { ...capture, classes, problems } })
    expect((await call('source.check-local', {})).problem?.code).toBe('0x8004100E')
  })

  test('that was cancelled leaves nothing behind when nothing can be shown, else what was read, marked', async () => {
    const nothing = await deskOf({ ok: false, problem: problemOf('cancelled') })
    expect(await nothing.refusal('source.check-local', {})).toBe('cancelled')
    expect(await nothing.call('source.list', {})).toEqual([])
    const some = await deskOf(read({ complete: false, stopped: 'cancelled' }))
    const source = await some.call('source.check-local', {})
    expect(await some.call('overview.get', { sourceId: source.id })).toMatchObject({
      complete: false,
      problems: [{ code: 'cancelled' }],
    })
  })

  test('that broke off is kept when there is nothing better, and never replaces a whole reading', async () => {
    const { call, refusal } = await deskOf(
      read(stopped),
      read(),
      read(stopped),
      read({ complete: false, stopped: 'cancelled' }),
      {
        ok: false,
        problem: problemOf('powershell-ended', { words: '3' }),
      },
    )
    const { id } = await call('source.check-local', {})
    expect((await call('overview.get', { sourceId: id })).complete).toBe(false)
    await call('source.check-local', {})
    expect((await call('overview.get', { sourceId: id })).complete).toBe(true)
    expect(await refusal('source.check-local', {})).toBe('time-limit')
    expect(await refusal('source.check-local', {})).toBe('cancelled')
    expect(await refusal('source.check-local', {})).toBe('powershell-ended')
    expect((await call('overview.get', { sourceId: id })).complete).toBe(true)
  })

  test('is refused while another one runs', async () => {
    let finish: (result: CheckResult) => void = () => undefined
    const { call, refusal } = await testDesk({ check: () => new Promise((resolve) => (finish = resolve)) })
    const running = call('source.check-local', {})
    expect(await refusal('source.check-local', {})).toBe('busy')
    finish(read())
    expect((await running).problem).toBeNull()
  })
})

describe('captures', () => {
  test('are saved with their hash where the person said, and read back as the same', async () => {
    const { call, folder, done } = await testDesk({ check: async () => read(), saveTo: (suggested) => suggested })
    const { id, os, checkedAt } = await call('source.check-local', {})
    const saved = await call('source.save-capture', { sourceId: id })
    expect(saved?.folder).toBe(join(folder, 'reports'))
    expect(saved?.name).toMatch(/^HV01_\d{4}-\d\d-\d\d_\d{4}\.hvcapture$/)
    expect(done).toContain('asked where to save a capture')
    const back = await readCaptureFile(saved?.path ?? '')
    expect(back.ok ? back.capture.sha256 : null).toMatch(/^[0-9a-f]{64}$/)
    const [opened] = (await call('source.open-capture', { paths: [saved?.path ?? ''] })) ?? []
    expect(opened).toMatchObject({
      kind: 'capture',
      name: saved?.name.replace('.hvcapture', ''),
      os,
      checkedAt,
    })
  })

  test('are not saved when the dialog was closed, nor where nothing was read', async () => {
    const { call, refusal } = await testDesk({
      check: async () => ({ ok: false, problem: problemOf('powershell-missing') }),
    })
    const { id } = await call('source.check-local', {})
    expect(await refusal('source.save-capture', { sourceId: id })).toBe('nothing-to-save')
    const sample = await call('source.open-sample', {})
    expect(await call('source.save-capture', { sourceId: sample.id })).toBeNull()
  })

  test('that cannot be read stand in the list with their reason; the others are there all the same', async () => {
    const { call, refusal, folder } = await testDesk()
    const broken = join(folder, 'broken.hvcapture')
    writeFileSync(broken, '{"schema":')
    const sources = await call('source.open-capture', { paths: [broken, join(folder, 'none.hvcapture')] })
    expect(sources?.map(({ name, problem }) => [name, problem?.code])).toEqual([
      ['broken', 'capture-truncated'],
      ['none', 'capture-not-found'],
    ])
    expect(await refusal('overview.get', { sourceId: sources?.[0]?.id ?? '' })).toBe('nothing-to-save')
  })

  test('opened again are the same source, read again', async () => {
    const { call, folder } = await testDesk()
    const path = join(folder, 'host.hvcapture')
    writeFileSync(path, JSON.stringify(captureOf([{ name: 'a' }])))
    const [first] = (await call('source.open-capture', { paths: [path] })) ?? []
    writeFileSync(path, JSON.stringify(captureOf([{ name: 'a' }, { name: 'b' }])))
    const [second] = (await call('source.open-capture', { paths: [path] })) ?? []
    expect(second?.id).toBe(first?.id)
    expect((await call('overview.get', { sourceId: second?.id ?? '' })).rows).toHaveLength(2)
  })

  test('of a host that shows no VM have the one cause as their problem', async () => {
    const { call, folder } = await testDesk()
    const path = join(folder, 'host.hvcapture')
    const capture = captureOf([])
    writeFileSync(path, JSON.stringify({ ...capture, access: null, classes: { Msvm_ComputerSystem: [] } }))
    const [source] = (await call('source.open-capture', { paths: [path] })) ?? []
    expect(source?.problem?.code).toBe('no-vm-proved')
  })

  test('come from the dialog when no path is given; null when it was closed', async () => {
    const { call } = await testDesk({ chosen: null })
    expect(await call('source.open-capture', {})).toBeNull()
  })
})

test('the sample host is there with its verdicts, and is gone when it is closed', async () => {
  const { call, refusal } = await testDesk()
  const sample = await call('source.open-sample', {})
  const overview = await call('overview.get', { sourceId: sample.id })
  expect(overview.rows).toHaveLength(14)
  expect(new Set(overview.rows.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(5)
  expect(overview.source.summary['action-needed']).toBe(overview.rows.filter(({ needsAction }) => needsAction).length)
  for (const row of overview.rows) expect(row.services).toHaveLength(6)
  expect(await call('source.close', { sourceId: sample.id })).toEqual([])
  expect(await refusal('overview.get', { sourceId: sample.id })).toBe('source-closed')
})

test('the guided check asks who the guest is, takes an answer and takes it back', async () => {
  const { call, refusal } = await deskOf({
    ok: true,
    capture: captureOf([{ name: 'web-01', kvp: {}, services: { vss: { status: [2, 32775] } } }]),
  })
  const { id: sourceId } = await call('source.check-local', {})
  const vmId = (await call('overview.get', { sourceId })).rows[0]?.id ?? VM_ID
  const open = await call('guide.get', { sourceId, vmId })
  expect(open.vm.verdict).toBe('cannot-tell')
  const question = open.steps.find((step) => step.id === 'guest')?.question
  const answered = await call('guide.answer', { sourceId, vmId, questionId: question?.id ?? '', answer: 'linux' })
  expect(answered.vm.verdict).toBe('safe-to-ignore')
  expect(answered.articles.map(({ id }) => id)).toContain('KB2956569')
  expect((await call('overview.get', { sourceId })).rows[0]?.verdict).toBe('safe-to-ignore')
  expect(await refusal('guide.answer', { sourceId, vmId, questionId: 'guest-os', answer: 'beos' })).toBe(
    'answer-unknown',
  )
  expect(await refusal('guide.answer', { sourceId, vmId, questionId: 'other', answer: 'linux' })).toBe('answer-unknown')
  const back = await call('guide.answer', { sourceId, vmId, questionId: question?.id ?? '', answer: null })
  expect(back.vm.verdict).toBe('cannot-tell')
  expect(await refusal('guide.get', { sourceId, vmId: 'no-such-vm' })).toBe('vm-gone')
})

test('what the caller sees is taken, judged with, kept over another reading, and taken back', async () => {
  const reading = { ok: true, capture: captureOf([{ name: 'web-01', kvp: UBUNTU }]) } as const
  const { call, refusal } = await deskOf(reading, reading)
  const { id: sourceId } = await call('source.check-local', {})
  const vmId = (await call('overview.get', { sourceId })).rows[0]?.id ?? VM_ID
  const answer = (questionId: string, chosen: string | null) =>
    call('guide.answer', { sourceId, vmId, questionId, answer: chosen })
  expect((await answer('symptom', 'backup-fails')).vm).toMatchObject({
    verdict: 'cannot-tell',
    symptom: { id: 'backup-fails' },
  })
  expect((await answer('backup-test', 'fails')).vm.verdict).toBe('action-needed')
  expect(await refusal('guide.answer', { sourceId, vmId, questionId: 'symptom', answer: 'toothache' })).toBe(
    'answer-unknown',
  )
  await call('source.check-local', {})
  expect((await call('guide.get', { sourceId, vmId })).vm).toMatchObject({
    verdict: 'cannot-tell',
    symptom: { id: 'backup-fails' },
  })
  const hostServices = await answer('symptom', 'host-services')
  expect(hostServices.articles.map(({ id }) => id)).toContain('host-side-services')
  expect((await answer('symptom', null)).vm).toMatchObject({ verdict: 'healthy', symptom: null })
})

test('the answer to the guest worksheet is evidence about its VM and can be taken back', async () => {
  const { call, refusal } = await deskOf({
    ok: true,
    capture: captureOf([{ name: 'web-01', services: { kvp: { status: [12] } } }]),
  })
  const { id: sourceId } = await call('source.check-local', {})
  const vmId = (await call('overview.get', { sourceId })).rows[0]?.id ?? VM_ID
  const { worksheet } = await call('guide.get', { sourceId, vmId })
  expect(worksheet.texts.map(({ text }) => text.includes(vmId))).toEqual([true, true, true])
  const read = await call('guide.worksheet', { sourceId, vmId, text: outputOf('linux', UBUNTU_LINES, vmId) })
  expect(read.vm.findings.map(({ code }) => code)).toContain('IS-37')
  expect(read.vm.guest).toMatchObject({ family: 'ubuntu', source: 'worksheet' })
  expect(read.worksheet).toMatchObject({ suggested: 'linux', seen: expect.arrayContaining(['processes: readable']) })
  expect(await refusal('guide.worksheet', { sourceId, vmId, text: worksheet.texts[0]?.text ?? '' })).toBe(
    'worksheet-none',
  )
  const other = outputOf('linux', UBUNTU_LINES, VM_ID.replace(/1$/, '9'))
  expect(await refusal('guide.worksheet', { sourceId, vmId, text: other })).toBe('worksheet-other-vm')
  const back = await call('guide.worksheet', { sourceId, vmId, text: null })
  expect(back.worksheet.seen).toBeNull()
  expect(back.vm.findings.map(({ code }) => code)).toContain('IS-31')
})

describe('reports and files', () => {
  test('one click writes a report into the report folder; only what was saved can be opened', async () => {
    const { call, refusal, folder, done } = await testDesk()
    const { id: sourceId, summary } = await call('source.open-sample', {})
    const saved = await call('report.save', { sourceId, ticket: 'INC0042' })
    expect(saved.folder).toBe(join(folder, 'reports'))
    expect(saved.name).toMatch(new RegExp(`^INC0042_HV01_.*_action-${summary['action-needed']}\\.html$`))
    expect(existsSync(saved.path)).toBe(true)
    await call('file.open', { path: saved.path })
    await call('file.show', { path: saved.path })
    expect(done).toEqual([`opened ${saved.path}`, `showed ${saved.path}`])
    const other = join(folder, 'settings.json')
    writeFileSync(other, '{}')
    expect(await refusal('file.open', { path: other })).toBe('file-not-ours')
    expect(await refusal('file.show', { path: `${saved.folder}/../settings.json` })).toBe('file-not-ours')
    expect(done).toHaveLength(2)
  })

  test('a report of one VM, to a place the person chose', async () => {
    const { call, folder } = await testDesk({ saveTo: () => join(folder, 'mine.html') })
    const { id: sourceId } = await call('source.open-sample', {})
    const vmId = (await call('overview.get', { sourceId })).rows[0]?.id
    const saved = await call('report.save-as', { sourceId, vmIds: vmId === undefined ? [] : [vmId] })
    expect(saved?.path).toBe(join(folder, 'mine.html'))
  })

  test('a file that was moved, or that Windows cannot open, is said', async () => {
    const { call, refusal, desk, folder } = await testDesk({ openFile: () => 'No application is associated' })
    const { id: sourceId } = await call('source.open-sample', {})
    const { path } = await call('report.save', { sourceId })
    expect(await refusal('file.open', { path })).toBe('file-not-opened')
    const gone = join(folder, 'gone.html')
    desk.savedFiles.add(gone)
    expect(await refusal('file.open', { path: gone })).toBe('file-moved')
  })

  test('only articles of the knowledge are opened in the browser', async () => {
    const { call, refusal, done } = await testDesk({ openAddress: () => Promise.reject(new Error('no browser')) })
    expect(await refusal('article.open', { articleId: 'https://example.com' })).toBe('article-unknown')
    expect(await refusal('article.open', { articleId: '__proto__' })).toBe('article-unknown')
    expect(done).toEqual([])
    expect(await refusal('article.open', { articleId: 'KB2956569' })).toBe('article-not-opened')
    expect(done[0]).toMatch(/^browsed https:\/\/learn\.microsoft\.com\//)
    expect((await call('article.get', { articleId: 'KB2956569' })).url).toMatch(/^https:/)
  })

  test('copies to the clipboard', async () => {
    const { call, done } = await testDesk()
    await call('clipboard.write', { text: '티켓' })
    expect(done).toEqual(['copied 티켓'])
  })

  test('copies a part of the result for a ticket, as text and HTML; for one VM only what is about it', async () => {
    const { call, refusal, done } = await testDesk()
    const { id: sourceId } = await call('source.open-sample', {})
    const { rows } = await call('overview.get', { sourceId })
    const vmId = rows.find(({ name }) => name === 'db-02')?.id ?? ''
    await call('report.copy', { sourceId, part: 'internal', ticket: 'INC1' })
    await call('report.copy', { sourceId, vmIds: [vmId], part: 'public' })
    expect(done[0]).toMatch(/^copied Hyper-V HV01: 2 of 14 VMs need action/)
    expect(done[0]).toContain('Ticket: INC1')
    expect(done[1]).toMatch(/^as HTML <div>/)
    expect(done[2]).toContain('db-02')
    expect(done[2]).not.toMatch(/IS-\d\d|web-01|erp-old/)
    expect(await refusal('report.copy', { sourceId, vmIds: ['gone'], part: 'public' })).toBe('report-vm-gone')
  })
})
