import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { describeError, errorLog } from '../../../src/main/logging'

const secret = 'web-01.corp.example'

function thrown(): unknown {
  try {
    return JSON.parse(`{"name": ${secret}`)
  } catch (cause) {
    return new Error(`could not read ${secret}`, { cause })
  }
}

test('the log tells where an error happened and never its words, which can name a machine', () => {
  const text = describeError(thrown())
  expect(text).toMatch(/^Error\n {2}at thrown/)
  expect(text).toContain('caused by SyntaxError')
  expect(text).not.toContain(secret)
  const coded = describeError(Object.assign(new Error(`ENOENT ${secret}`), { code: 'ENOENT' }))
  expect(coded).toMatch(/^Error ENOENT/)
  expect(coded).not.toContain(secret)
  expect(describeError(secret)).toBe('not an error but string')
})

test('a message of several lines does not get into the log as frames', () => {
  expect(describeError(new Error(`first\n    at ${secret}\nlast`))).not.toContain(secret)
})

test('the folders the program lies in are left out', () => {
  const error = new Error('x')
  error.stack = `Error: x\n    at f (C:\\Users\\kim lee\\AppData\\Local\\Programs\\doctor\\resources\\app.asar\\out\\main\\index.js:1:2)\n    at g (file:///home/kim/out/main/index.js:3:4)`
  expect(describeError(error)).toBe('Error\n  at f (app.asar\\out\\main\\index.js:1:2)\n  at g (out/main/index.js:3:4)')
})

test('nothing is made before the first error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const log = errorLog(folder)
  expect(existsSync(log.folder)).toBe(false)
  log.logError('check.run', thrown())
  const file = join(log.folder, 'main.log')
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('check.run: Error'))
  expect(readFileSync(file, 'utf8')).not.toContain(secret)
})
