import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Capture } from '../../../../src/core/model/capture'
import { captureOf, UBUNTU } from '../../core/capture-builder'
import { testDesk, type TestDeskOptions } from './test-desk'

const BAD = { vss: { status: [2, 32775] } } as const

async function withHost(options: TestDeskOptions = {}) {
  const made = await testDesk(options)
  const file = join(made.folder, 'HV01.hvcapture')
  const capture: Capture = captureOf([{ name: 'web-01', kvp: {}, services: BAD }, { name: 'db-02' }])
  writeFileSync(file, JSON.stringify(capture))
  const open = async () => (await made.call('source.open-capture', { paths: [file] }))?.[0]?.id ?? ''
  const sourceId = await open()
  const { rows } = await made.call('overview.get', { sourceId })
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? ''
  const page = async (request: object = {}) =>
    readFileSync((await made.call('report.save', { sourceId, formats: ['html'], ...request })).path, 'utf8')
  return { ...made, sourceId, open, page, web: idOf('web-01'), db: idOf('db-02') }
}

test('a note and a ticket are kept for their VM alone, also when the source is closed and opened again', async () => {
  const { call, sourceId, open, web, db } = await withHost()
  await call('guide.keep', { sourceId, vmId: web, note: 'Owner called', ticket: 'INC0042' })
  await call('source.close', { sourceId })
  const again = await open()
  expect((await call('guide.get', { sourceId: again, vmId: web })).kept).toEqual({
    note: 'Owner called',
    ticket: 'INC0042',
  })
  expect((await call('guide.get', { sourceId: again, vmId: db })).kept).toEqual({ note: '', ticket: '' })
})

test('the report tells answers and notes with their times, and each once', async () => {
  const times = ['2026-11-24T08:00:00.000Z', '2026-11-24T08:05:00.000Z']
  const { call, page, sourceId, web } = await withHost({ now: () => times.shift() ?? '2026-11-24T09:00:00.000Z' })
  await call('guide.answer', { sourceId, vmId: web, questionId: 'guest-os', answer: 'linux' })
  await call('guide.keep', { sourceId, vmId: web, note: 'The owner <b>agrees</b>', ticket: '' })
  const text = await page()
  expect(text).toMatch(/Asked: “[^”]+” Answer: “Linux[^”]*”/)
  expect(text).not.toContain('Asked what runs in it')
  expect(text).toContain('Note: The owner &lt;b&gt;agrees&lt;/b&gt;')
  expect(text.indexOf('Asked: “')).toBeLessThan(text.indexOf('Note: The owner'))
})

test('an answer that was taken back and a note that was emptied are not told', async () => {
  const { call, page, sourceId, web } = await withHost()
  await call('guide.answer', { sourceId, vmId: web, questionId: 'guest-os', answer: 'linux' })
  await call('guide.answer', { sourceId, vmId: web, questionId: 'guest-os', answer: null })
  await call('guide.keep', { sourceId, vmId: web, note: 'wrong VM', ticket: '' })
  await call('guide.keep', { sourceId, vmId: web, note: ' ', ticket: '' })
  const text = await page()
  expect(text).not.toContain('Asked: “')
  expect(text).not.toContain('wrong VM')
})

test('a report about other VMs, or with hidden names, does not hold the note', async () => {
  const { call, page, sourceId, web, db } = await withHost()
  await call('guide.keep', { sourceId, vmId: web, note: 'Mr. Kim of personnel called', ticket: '' })
  expect(await page({ vmIds: [db] })).not.toContain('Kim')
  const redacted = await page({ redaction: 'names' })
  expect(redacted).not.toContain('Kim')
  expect(redacted).toContain('left out, because this report hides names')
})

test('a VM read again is told with both verdicts', async () => {
  const read = (services: object) => ({
    ok: true as const,
    capture: captureOf([{ name: 'web-01', ...(services === BAD ? { kvp: {} } : {}), services }]),
  })
  const results = [read(BAD), read({})]
  const { call } = await testDesk({
    check: async () => results.shift() ?? Promise.reject(new Error('No more results.')),
    now: () => '2026-11-24T08:07:00.000Z',
  })
  const { id: sourceId } = await call('source.check-local', {})
  const vmId = (await call('overview.get', { sourceId })).rows[0]?.id ?? ''
  await call('source.check-vm', { sourceId, vmId })
  const { path } = await call('report.save', { sourceId, formats: ['html'] })
  expect(readFileSync(path, 'utf8')).toMatch(/Checked again: “[^”]+” before, “Healthy” after/)
})

test('a host read again as a whole is told for its VMs, those with the same outcome in one line', async () => {
  const services = (status: readonly number[]) => ({ vss: { status: [...status] } })
  const reading = (web: readonly number[]) => ({
    ok: true as const,
    capture: captureOf([
      { name: 'web-01', kvp: UBUNTU, services: services(web) },
      { name: 'db-02', kvp: UBUNTU },
      { name: 'db-03', kvp: UBUNTU },
    ]),
  })
  const results = [reading([7, 32775]), reading([2])]
  const { call } = await testDesk({
    check: async () => results.shift() ?? Promise.reject(new Error('No more results.')),
    now: () => '2026-11-24T08:07:00.000Z',
  })
  const { id: sourceId } = await call('source.check-local', {})
  await call('source.check-local', {})
  const pageOf = async (request: object): Promise<string> =>
    readFileSync((await call('report.save', { sourceId, formats: ['html'], ...request })).path, 'utf8').replace(
      /<[^>]*>|\s+/g,
      ' ',
    )
  const whole = await pageOf({})
  expect(whole).toMatch(/web-01\s+: Checked again: “Action needed” before, “Healthy” after\./)
  expect(whole).toMatch(/db-02, db-03\s+: Checked again: “Healthy” before, “Healthy” after\./)
  const vmId = (await call('overview.get', { sourceId })).rows.find(({ name }) => name === 'db-02')?.id ?? ''
  expect(await pageOf({ vmIds: [vmId] })).toMatch(/db-02\s+: Checked again: “Healthy” before, “Healthy” after\./)
})
