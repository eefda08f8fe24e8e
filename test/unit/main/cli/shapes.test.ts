import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { SHAPE_NAMES, SHAPES } from '../../../../src/main/reports/shapes'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { brokenHost, healthyHost, openHost, runCheck } from './run-check'

const folder = mkdtempSync(join(tmpdir(), 'shapes-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: object): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

const healthy = put('healthy.hvcapture', sealCapture(healthyHost))
const broken = put('broken.hvcapture', sealCapture(brokenHost))
const open = put('open.hvcapture', sealCapture(openHost))

describe('shapes on the command line', () => {
  test('hold several sources in one whole: one head, all rows', async () => {
    const { stdout } = await runCheck(['--format', 'csv', '--capture', healthy, broken])
    const rows = parse<{ source: string }>(stdout, { bom: true, columns: true })
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set([healthy, broken]))
    expect(stdout.match(/\uFEFF/g)).toHaveLength(1)
  })

  test('take the preset that was asked for', async () => {
    const head = async (preset: string): Promise<string> => {
      const { stdout } = await runCheck(['--format', 'csv-tickets', '--preset', preset, '--capture', broken])
      return stdout.split('\r\n')[0] ?? ''
    }
    expect(await head('gitlab')).toBe('\uFEFF"title","description"')
    expect(await head('Jira')).toContain('"Issue Type"')
  })

  test.each(SHAPE_NAMES)('%s goes to a file of its own kind in a folder', async (shape) => {
    const target = mkdtempSync(join(folder, `${shape}-`))
    await runCheck(['--format', shape, '--output', `${target}/`, '--capture', healthy, broken])
    const names = readdirSync(target)
    expect(names).toHaveLength(2)
    expect(names.every((name) => name.endsWith(`.${SHAPES[shape]}`))).toBe(true)
    expect(names.every((name) => readFileSync(join(target, name), 'utf8').length > 20)).toBe(true)
  })
})

describe('the exit code of the Nagios plugin', () => {
  const codeOf = async (...argv: string[]): Promise<number> => (await runCheck(['--format', 'nagios', ...argv])).code

  test.each([
    [0, [healthy]],
    [2, [broken]],
    [2, [healthy, broken]],
    [3, [open]],
    [3, [healthy, '/no/such.hvcapture']],
  ])('is %d for %j', async (code, captures) => {
    expect(await codeOf('--capture', ...captures)).toBe(code)
  })

  test('follows the thresholds', async () => {
    expect(await codeOf('--warning', 'cannot-tell', '--capture', open)).toBe(1)
    expect(await codeOf('--critical', 'cannot-tell', '--capture', open)).toBe(2)
  })

  test('is unknown for a call that cannot be understood, as the guidelines ask', async () => {
    expect(await codeOf('--bogus')).toBe(3)
    expect((await runCheck(['--format', 'checkmk', '--bogus'])).code).toBe(64)
  })
})
