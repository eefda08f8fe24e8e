import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handOutScript } from '../../../../src/main/powershell/hand-out'
import { testDesk } from './test-desk'

test('the collector script is saved under the name the person chose, and may be shown afterwards', async () => {
  const { call, folder, done } = await testDesk({ saveTo: (suggested) => suggested })
  const saved = await call('collector.save', {})
  expect(saved).toMatchObject({ name: 'integration-doctor-collector.ps1', folder: join(folder, 'reports') })
  const path = saved?.path ?? ''
  expect(readFileSync(path, 'utf8')).toBe(handOutScript('1.0.0'))
  await call('file.show', { path })
  expect(done).toEqual(['asked where to save a collector', `showed ${path}`])
})

test('a closed dialog saves nothing, and a folder that is none is a sentence', async () => {
  expect(await (await testDesk()).call('collector.save', {})).toBeNull()
  const broken = await testDesk({ saveTo: (suggested) => join(suggested, '..', '..', 'file', 'x.ps1') })
  writeFileSync(join(broken.folder, 'file'), '')
  expect(await broken.refusal('collector.save', {})).toMatch(/^saving-|^report-|folder/)
})
