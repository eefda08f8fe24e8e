import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builderConfigProblems } from '../../../scripts/builder-schema.mjs'
import { userDataFolder } from '../../../src/main/cli/user-data'

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

  test('has an uninstaller that asks, keeps by default, and deletes the folder that the program writes to', () => {
    const config = readFileSync(real, 'utf8')
    const script = readFileSync(/include: (\S+)/.exec(config)?.[1] ?? '', 'utf8')
    expect(/^productName: (.*)$/m.exec(config)?.[1]).toBe(basename(userDataFolder({ APPDATA: 'x' }, 'win32')))
    expect(script).toMatch(/^!macro customUnInstall$/m)
    expect(script).toMatch(/MessageBox MB_YESNO.*MB_DEFBUTTON2 .* \/SD IDNO IDNO keepOwnData/)
    expect(script.match(/RMDir.*/g)).toEqual(['RMDir /r "$APPDATA\\${PRODUCT_NAME}"'])
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
