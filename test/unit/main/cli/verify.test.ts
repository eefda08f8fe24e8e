import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCheck } from './run-check'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function verified(content: string | Uint8Array, name = 'file') {
  const path = join(folder, name)
  writeFileSync(path, content)
  const { code, stdout } = await runCheck(['verify', path, '--format', 'json'])
  return { code, ...(JSON.parse(stdout) as { state: string; kind: string | null; sha256: string | null }) }
}

/** What the command line writes of the sample host in a format. */
async function written(...args: readonly string[]): Promise<string> {
  const out = join(folder, 'out/')
  await runCheck(['--sample', ...args, out])
  const [name = ''] = readdirSync(out)
  return readFileSync(join(out, name), 'utf8')
}

describe.each([
  ['html', ['--format', 'html', '--output']],
  ['json', ['--format', 'json', '--output']],
  ['capture', ['--save-capture']],
])('a %s as it was written', (kind, args) => {
  test('is unchanged, also where it was packed', async () => {
    const text = await written(...args)
    expect(await verified(text)).toMatchObject({ code: 0, state: 'unchanged', kind })
    expect(await verified(gzipSync(text))).toMatchObject({ code: 0, state: 'unchanged', kind })
  })

  test.each([
    ['web-01', 'web-09'],
    ['"safe-to-ignore"', '"healthy"'],
    ['5.15.0', '5.15.1'],
  ])('is changed where somebody wrote %s anew as %s', async (before, after) => {
    const text = await written(...args)
    const at = text.indexOf(before)
    const other = at === -1 ? text.replace('HV01', 'HV02') : text.slice(0, at) + after + text.slice(at + before.length)
    expect(other).not.toBe(text)
    expect(await verified(other)).toMatchObject({ code: 1, state: 'changed', kind })
  })
})

test('JSON of several sources is as good as its worst line', async () => {
  const line = await written('--format', 'json', '--output')
  expect(await verified(line + line)).toMatchObject({ code: 0, state: 'unchanged' })
  expect(await verified(line + line.replace('web-01', 'web-02'))).toMatchObject({ code: 1, state: 'changed' })
})

test.each([
  ['', 'unreadable'],
  ['no JSON', 'unreadable'],
  ['{"schema":"other@1"}', 'unreadable'],
  ['<p>a page</p>', 'unreadable'],
  ['{"schema":"integration-doctor/diagnosis@1"}', 'no-hash'],
  ['{"schema":"integration-doctor/capture@1","sha256":null}', 'no-hash'],
])('%j carries no hash that could be checked: %s', async (content, state) => {
  expect(await verified(content)).toMatchObject({ code: 2, state })
})

test('a hash that is none, or was taken out of the page, counts as changed', async () => {
  expect(await verified('{"schema":"integration-doctor/capture@1","sha256":"12"}')).toMatchObject({ code: 1 })
  const page = await written('--format', 'html', '--output')
  const blank = page.replace(/(integration-doctor-sha256" content=")[0-9a-f]+/, '$1')
  expect(await verified(blank)).toMatchObject({ code: 1, state: 'changed' })
})

test('says what the hash proves and what not, in both languages', async () => {
  writeFileSync(join(folder, 'r.html'), await written('--format', 'html', '--output'))
  const file = join(folder, 'r.html')
  expect((await runCheck(['verify', file])).stdout).toMatch(/is unchanged[\s\S]*does not show who made the file/)
  expect((await runCheck(['check', 'verify', file, '--lang', 'ko'])).stdout).toMatch(
    /변경되지 않았습니다[\s\S]*증명하지/,
  )
})

test.each([[['verify']], [['verify', 'a', 'b']], [['verify', 'a', '--bogus']], [['verify', 'a', '--format', 'csv']]])(
  '%j is wrong usage',
  async (argv) => {
    expect((await runCheck(argv)).code).toBe(64)
  },
)

test('a file that is not there is unreadable', async () => {
  expect((await runCheck(['verify', join(folder, 'none')])).code).toBe(2)
})
