import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDesk } from './test-desk'

test('the program names its licences and where its log lies', async () => {
  const { call, folder } = await testDesk()
  const licences = [{ name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is hereby granted' }]
  writeFileSync(join(folder, 'licences.json'), JSON.stringify(licences))
  expect(await call('app.about', {})).toMatchObject({ licences, logFolder: join(folder, 'logs') })
})

test('the folder of the log is shown, also before the first error', async () => {
  const { call, done, folder } = await testDesk()
  await call('app.show-log', {})
  expect(existsSync(join(folder, 'logs'))).toBe(true)
  expect(done).toEqual([`showed ${join(folder, 'logs')}`])
})

test('a folder that cannot be made is said, with the place to look at', async () => {
  const { refusal, done, folder } = await testDesk()
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
  expect(await refusal('app.show-log', {})).toBe('log-folder')
  expect(done).toEqual([])
})
