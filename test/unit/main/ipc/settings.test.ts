import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Settings } from '../../../../src/core/model/settings'
import { readSettings } from '../../../../src/main/settings/settings-file'
import { testDesk } from './test-desk'

test('the window changes every setting, and each is kept in the file', async () => {
  const { desk, call, folder } = await testDesk()
  const changes = {
    language: 'ko',
    theme: 'dark',
    textSize: 150,
    reportLanguage: 'en',
    reportFormats: ['pdf'],
    redaction: 'names',
    timeLimitSeconds: 300,
    eventDays: 30,
    organisation: 'Helpdesk',
    contact: '02-0000-0000',
    hiddenColumns: ['state'],
  } as const
  const info = await call('settings.set', { ...changes, reportFormats: ['pdf'], hiddenColumns: ['state'] })
  expect(info).toMatchObject({ language: 'ko', settings: changes })
  expect(desk.settings.current).toMatchObject(changes)
  expect((await readSettings(join(folder, 'settings.json'))).settings).toMatchObject(changes)
})

test.each([
  { textSize: 110 },
  { reportFormats: [] },
  { timeLimitSeconds: 5 },
  { eventDays: 0 },
  { contact: 'x'.repeat(201) },
  { unknown: true },
])('a value outside its limits is refused and changes nothing: %o', async (change) => {
  const { desk, refusal } = await testDesk()
  expect(await refusal('settings.set', change)).toBe('request-refused:settings.set')
  expect(desk.settings.current).toEqual(Settings.parse({}))
})

test('a folder is chosen in a dialog that begins where reports go now', async () => {
  const { desk, call, done } = await testDesk({ chosenFolder: '/reports of the team' })
  const info = await call('settings.choose-folder', {})
  expect(done).toContain(`asked for a folder from ${desk.defaultReportFolder}`)
  expect(info.reportFolder).toBe('/reports of the team')
  expect(desk.settings.current.reportFolder).toBe('/reports of the team')
})

test('a dialog that was closed leaves the folder as it is', async () => {
  const { desk, call } = await testDesk()
  expect((await call('settings.choose-folder', {})).reportFolder).toBe(desk.defaultReportFolder)
})

test('a chosen folder can be given back', async () => {
  const { desk, call } = await testDesk({ chosenFolder: '/reports of the team' })
  await call('settings.choose-folder', {})
  expect((await call('settings.set', { reportFolder: null })).reportFolder).toBe(desk.defaultReportFolder)
})
