import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builderConfigProblems } from '../../../scripts/builder-schema.mjs'

const real = 'electron-builder.yml'
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'builder-schema-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function problemsOf(content: string): string[] {
  const file = join(folder, 'builder.yml')
  writeFileSync(file, content)
  return builderConfigProblems(file).map((problem) => problem.replace(`${file}: `, ''))
}

describe('builderConfigProblems', () => {
  test('finds nothing in the configuration that ships', () => {
    expect(builderConfigProblems(real)).toEqual([])
  })

  test('names a misspelt key and the section it stands in, and nothing else', () => {
    const misspelt = readFileSync(real, 'utf8').replace('perMachine:', 'perMaschine:')
    expect(problemsOf(misspelt)).toEqual(['nsis must NOT have additional properties “perMaschine”'])
  })

  test('names a misspelt key at the top', () => {
    expect(problemsOf('appId: a.b.c\nextraResource: []\n')).toEqual([
      'top level must NOT have additional properties “extraResource”',
    ])
  })

  test('says so when the file is no YAML', () => {
    expect(problemsOf('win: { icon: [')[0]).toMatch(/^.*is not readable YAML: /)
  })

  test('a file that is not there is one sentence too', () => {
    expect(builderConfigProblems(join(folder, 'absent.yml'))[0]).toMatch(/absent\.yml is not readable YAML/)
  })
})
