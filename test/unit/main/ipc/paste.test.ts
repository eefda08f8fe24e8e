import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PASTE_LIMIT } from '../../../../src/core/model/limits'
import { readCaptureFile } from '../../../../src/main/sources/capture-file'
import { testDesk } from './test-desk'

const TABLE = `Hello, is this a problem?

VMName Name                    Enabled OperationalStatus
------ ----                    ------- -----------------
web-01 Heartbeat               True    {Ok, Ok}
web-01 Key-Value Pair Exchange True    {Ok, ProtocolMismatch}
`
const POEM = 'The rain has stopped.\nThe garden smells of earth and thyme.\n'

describe('a pasted text', () => {
  test('becomes a source called by its first VM, with what was understood line by line', async () => {
    const { call } = await testDesk()
    const source = await call('source.paste', { text: TABLE })
    expect(source).toMatchObject({ kind: 'pasted', name: 'web-01', problem: null, summary: { 'cannot-tell': 1 } })
    const { pasted, rows } = await call('overview.get', { sourceId: source.id })
    expect(rows.map(({ name }) => name)).toEqual(['web-01'])
    expect(pasted?.find(({ line }) => line === 1)).toMatchObject({ kind: 'not-understood', meaning: null })
    expect(pasted?.find(({ line }) => line === 6)).toMatchObject({ kind: 'service', guessed: false })
    expect(pasted?.map(({ text }) => text).join('\n')).toBe(TABLE)
  })

  test('keeps the name of its file, and is the same source when it is pasted again', async () => {
    const { call } = await testDesk()
    const first = await call('source.paste', { text: TABLE, name: 'INC0012345.txt' })
    expect(first.name).toBe('INC0012345.txt')
    expect((await call('source.paste', { text: TABLE, name: 'INC0012345.txt' })).id).toBe(first.id)
    expect(await call('source.list', {})).toHaveLength(1)
  })

  test('that is the answer to a worksheet is evidence about its VM in what is open, and a source of its own where there is none', async () => {
    const { call } = await testDesk()
    const lines = ['kernel: 5.15.0-91-generic', 'os-release: NAME="Ubuntu"', 'processes: readable', 'packages: dpkg']
    const answer = ['worksheet 1 begin: linux - ---', ...lines, '--- integration-doctor worksheet 1 end ---'].join('\n')
    const text = `VM: web-01\n--- integration-doctor ${answer}`
    const alone = await call('source.paste', { text })
    expect(alone.kind).toBe('pasted')
    await call('source.close', { sourceId: alone.id })
    const { id } = await call('source.paste', { text: TABLE })
    const joined = await call('source.paste', { text })
    expect(joined).toMatchObject({ id, summary: { 'cannot-tell': 0 } })
    expect((await call('overview.get', { sourceId: id })).rows[0]?.guest).toMatch(/^Ubuntu/)
    expect(await call('source.list', {})).toHaveLength(1)
  })

  test('is judged again when the question is answered', async () => {
    const { call } = await testDesk()
    const { id: sourceId } = await call('source.paste', { text: TABLE })
    const [row] = (await call('overview.get', { sourceId })).rows
    const vmId = row?.id ?? ''
    const answered = await call('guide.answer', { sourceId, vmId, questionId: 'guest-os', answer: 'linux' })
    expect(answered.vm.verdict).toBe('safe-to-ignore')
    expect(answered.articles.map(({ id }) => id)).toContain('KB2956569')
  })

  test('that says nothing is refused with a sentence, and leaves nothing in the list', async () => {
    const { call, refusal } = await testDesk()
    expect(await refusal('source.paste', { text: POEM })).toBe('pasted-nothing')
    expect(await refusal('source.paste', { text: '' })).toBe('request-refused:source.paste')
    expect(await refusal('source.paste', { text: 'x'.repeat(PASTE_LIMIT + 1) })).toBe('request-refused:source.paste')
    expect(await call('source.list', {})).toEqual([])
  })

  test('is named in its report in the language of the window', async () => {
    const { call } = await testDesk()
    await call('settings.set', { language: 'ko' })
    const { id: sourceId } = await call('source.paste', { text: TABLE })
    const { path } = await call('report.save', { sourceId })
    expect(readFileSync(path, 'utf8')).toContain('<dd><bdi>붙여 넣은 텍스트</bdi></dd>')
    expect(path).toContain('붙여 넣은 텍스트_')
  })

  test('stands whole in its report and in its saved capture', async () => {
    const { call, folder } = await testDesk({ saveTo: () => join(folder, 'kept.hvcapture') })
    const { id: sourceId } = await call('source.paste', { text: TABLE })
    const report = readFileSync((await call('report.save', { sourceId })).path, 'utf8')
    expect(report).toContain('<dt>Source</dt>\n<dd><bdi>Pasted text</bdi></dd>')
    expect(report).toContain('<bdi>Hello, is this a problem?</bdi>')
    const kept = await call('source.save-capture', { sourceId })
    const capture = await readCaptureFile(kept?.path ?? '')
    expect(capture.ok && capture.capture.pasted?.text).toBe(TABLE)
    const [opened] = (await call('source.open-capture', { paths: [kept?.path ?? ''] })) ?? []
    expect(opened).toMatchObject({ kind: 'capture', name: 'kept', summary: { 'cannot-tell': 1 } })
    expect((await call('overview.get', { sourceId: opened?.id ?? '' })).pasted).not.toBeNull()
  })
})

describe('a text file that is opened', () => {
  test.each([
    ['ticket.txt', TABLE, 'pasted', null],
    ['ticket.LOG', TABLE, 'pasted', null],
    ['poem.txt', POEM, 'pasted', 'pasted-nothing'],
    ['other.json', '{"name":"something else"}', 'pasted', 'pasted-nothing'],
    ['cut-off.json', '{"schema":"integration-doctor/capture@1","classes":{', 'capture', 'capture-truncated'],
    ['changed.json', '{"schema":"integration-doctor/capture@1"}', 'capture', 'capture-incomplete'],
    ['ticket.docx', TABLE, 'capture', 'capture-not-json'],
  ])('%s', async (name, content, kind, problem) => {
    const { call, folder } = await testDesk()
    const path = join(folder, name)
    writeFileSync(path, content)
    const [source] = (await call('source.open-capture', { paths: [path] })) ?? []
    expect(source).toMatchObject({ kind, name })
    expect(source?.problem?.code ?? null).toBe(problem)
    expect(source?.problem?.message ?? name).toContain(name)
    expect(source?.problem?.message ?? '').not.toContain(folder)
  })
})
