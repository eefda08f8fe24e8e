import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import type { PageStart } from '../../../../src/core/ipc'
import { answerRequest, appFile, CONTENT_SECURITY_POLICY } from '../../../../src/main/window/app-files'
import { isOwnPage } from '../../../../src/main/window/lock-down'

const notAsked = (): Promise<never> => Promise.reject(new Error('What the page starts from was not asked for'))

let root = ''
beforeAll(() => {
  root = join(mkdtempSync(join(tmpdir(), 'app-files-')), 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'index-Ab_1-2.js'), 'export {}')
  writeFileSync(join(root, '..', 'secret.html'), 'secret')
})
afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }))

describe('an address of the window', () => {
  test('is a file of the built page', () => {
    expect(appFile(root, 'app://ui/')).toBe(join(root, 'index.html'))
    expect(appFile(root, 'app://ui/index.html?x#y')).toBe(join(root, 'index.html'))
    expect(appFile(root, 'app://ui/assets/index-Ab_1-2.js')).toBe(join(root, 'assets', 'index-Ab_1-2.js'))
  })

  test.each([
    'app://ui/../secret.html',
    'app://ui/..%2fsecret.html',
    'app://ui/%2e%2e/secret.html',
    'app://ui/%2e%2e%2fsecret.html',
    'app://ui/..%5csecret.html',
    'app://ui/assets/..%2f..%2fsecret.html',
    'app://ui/C:%5cWindows%5cwin.html',
    'app://ui/index.html%00.png',
    'app://ui/package.json',
    'app://ui/index',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://ui/index.html',
    'app://ui/%zz',
    'not an address',
    '',
  ])('%j is none of them', async (address) => {
    // The parser of addresses takes ".." away itself; what is left then is a file that is not there.
    expect((appFile(root, address) ?? root + sep).startsWith(root + sep)).toBe(true)
    const answer = await answerRequest(root, { url: address, method: 'GET' }, notAsked)
    expect(answer.statusCode).toBe(404)
    expect(String(answer.data)).toBe('')
  })

  test('never leads out of the folder, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string(), fc.constantFrom('/..', '/%2e%2e/a.js', '\\..\\a.js')), (path) => {
        const file = appFile(root, `app://ui/${path}`)
        expect(file === null || file.startsWith(root + sep)).toBe(true)
      }),
    )
  })

  test('comes with its type and the policy; what is not there has the policy too', async () => {
    const page = await answerRequest(root, { url: 'app://ui/index.html', method: 'GET' }, notAsked)
    expect(page.headers['Content-Type']).toBe('text/html; charset=utf-8')
    expect(String(page.data)).toBe('<!doctype html>')
    const missing = await answerRequest(root, { url: 'app://ui/none.js', method: 'GET' }, notAsked)
    expect(missing.statusCode).toBe(404)
    expect((await answerRequest(root, { url: 'app://ui/index.html', method: 'POST' }, notAsked)).statusCode).toBe(404)
    for (const { headers } of [page, missing]) {
      expect(headers['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY)
      expect(headers['X-Content-Type-Options']).toBe('nosniff')
    }
  })

  test('what the page starts from has its own address, whatever a setting holds', async () => {
    const hostile = '</script><script>alert(1)</script><!-- $& $1 \u2028 "'
    const start = { info: { reportFolder: hostile }, checksLocal: true } as unknown as PageStart
    const data = await answerRequest(root, { url: 'app://ui/start.json', method: 'GET' }, () => Promise.resolve(start))
    expect(JSON.parse(String(data.data))).toEqual(start)
    expect(data.headers).toMatchObject({ 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' })
  })

  test('the policy allows no inline code and nothing from elsewhere', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
  })
})

test.each([
  ['app://ui/index.html', true],
  ['app://ui.example.com/index.html', false],
  ['app://uix/', false],
  ['app://ui', false],
  ['https://example.com/app://ui/', false],
  ['', false],
])('%s is a page of our own: %s', (address, isOwn) => {
  expect(isOwnPage(address)).toBe(isOwn)
})
