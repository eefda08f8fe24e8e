import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { regexSources } from '../../../scripts/regex-sources.mjs'
import { regexFaults } from '../../../scripts/regex-verdicts.mjs'

const none = { expressions: [], builders: [] }
let folder = ''

beforeEach(() => {
  // Inside the repository's node_modules, where the modules of the test find their way to nothing else.
  folder = mkdtempSync(join('node_modules', '.regex-test-'))
  mkdirSync(join(folder, 'node_modules'))
  mkdirSync(join(folder, 'src'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function faultsOf(code: string, allowed: Parameters<typeof regexFaults>[1] = none): Promise<string[]> {
  writeFileSync(join(folder, 'src', 'a.ts'), code)
  return regexFaults(await regexSources(join(process.cwd(), folder), ['src']), allowed)
}

describe('the check of the regular expressions', () => {
  test('finds an exponential expression, with its place and a text that makes it slow', async () => {
    const [fault, ...others] = await faultsOf(`const a = 1\nexport const b = /(a+)+$/.test(String(a))\n`)
    expect(fault).toMatch(/^src\/a\.ts:2: exponential, for example with 'a'/)
    expect(others).toEqual([])
  })

  test('finds a quadratic one behind the look-ahead that cannot be proved', async () => {
    const faults = await faultsOf(String.raw`export const b = /(?=x)x.*x.*$y/` + '\n')
    expect(faults).toHaveLength(1)
  })

  test('finds one that is put together from pieces when its module is loaded', async () => {
    const faults = await faultsOf("const piece = 'a+'\nexport const b: RegExp = new RegExp(`(${piece})+$`)\n")
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('src/a.ts:2: exponential')
  })

  test('asks for a reason where an expression is built only while the program runs', async () => {
    const code = 'export const b = (text: string): RegExp => new RegExp(text)\n'
    expect(await faultsOf(code)).toEqual([expect.stringMatching(/^src\/a\.ts:1: an expression that is built while/)])
    const allowed = { ...none, builders: [{ file: 'src/a.ts', reason: 'test' }] }
    expect(await faultsOf(code, allowed)).toEqual([])
  })

  test('lets an allowed one pass, and names what is allowed without need', async () => {
    const allowed = { ...none, expressions: [{ source: '(a+)+$', flags: '', reason: 'test' }] }
    expect(await faultsOf('export const b = /(a+)+$/\n', allowed)).toEqual([])
    expect(await faultsOf('export const b = /^a+$/\n', allowed)).toEqual(['/(a+)+$/: allowed and not needed any more'])
  })

  test('has nothing to say of safe ones', async () => {
    expect(await faultsOf('export const b = [/^a+$/d, /[a-z]{2}$/i, /(?<!a)a+$/u]\n')).toEqual([])
  })
})
