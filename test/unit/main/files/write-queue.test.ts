import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replaceFile } from '../../../../src/main/files/replace-file'
import { WriteQueue } from '../../../../src/main/files/write-queue'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-queue-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the text that was given last stands in the file, however long the one before took', async () => {
  const path = join(folder, 'settings.json')
  const queue = new WriteQueue()
  const slow = queue.run(async () => {
    await after(50)
    await replaceFile(path, 'first')
  })
  const quick = queue.run(() => replaceFile(path, 'second'))
  expect(await Promise.all([slow, quick])).toEqual([null, null])
  expect(await readFile(path, 'utf8')).toBe('second')
})

test('a write that fails gives the code of the system, and the next one is still written', async () => {
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  const path = join(folder, 'kept.json')
  const queue = new WriteQueue()
  const failing = queue.run(() => replaceFile(join(file, 'below', 'kept.json'), 'lost'))
  const next = queue.run(() => replaceFile(path, 'kept'))
  expect(await failing).toBe('ENOTDIR')
  expect(await next).toBeNull()
  expect(await readFile(path, 'utf8')).toBe('kept')
})

test('a failure without a code of the system is a question mark', async () => {
  expect(await new WriteQueue().run(() => Promise.reject(new Error('odd')))).toBe('?')
})
