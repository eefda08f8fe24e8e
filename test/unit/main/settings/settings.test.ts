import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { translate } from '../../../../src/core/i18n/translate'
import { Settings } from '../../../../src/core/model/settings'
import { readSettings, writeSettings } from '../../../../src/main/settings/settings-file'
import { languageFor, SettingsStore } from '../../../../src/main/settings/settings-store'
import { asOrdinaryUser } from '../made-faults'

const DEFAULTS = Settings.parse({})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'))
  chmodSync(folder, 0o777)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the settings file', () => {
  test('is made at the first change, in a folder that is made too, and read again', async () => {
    const path = join(newFolder(), 'new', 'settings.json')
    expect(await readSettings(path)).toEqual({ settings: DEFAULTS, problem: null, mayWrite: true })
    const store = await SettingsStore.open(path)
    expect(await store.change({ theme: 'dark' })).toBeNull()
    expect(await store.change({ language: 'ko' })).toBeNull()
    const again = await SettingsStore.open(path)
    expect(again.current).toEqual({ ...DEFAULTS, theme: 'dark', language: 'ko' })
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json'])
  })

  test('keeps what a newer version has put into it', async () => {
    const path = join(newFolder(), 'settings.json')
    writeFileSync(path, JSON.stringify({ theme: 'light', later: { days: 30 } }))
    const store = await SettingsStore.open(path)
    await store.change({ theme: 'dark' })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'dark', later: { days: 30 } })
  })

  test.each([
    ['no JSON', '{"theme": "da'],
    ['another JSON', '[1]'],
    ['a value nobody knows', '{"theme":"purple"}'],
    ['nothing', ''],
  ])('with %s is kept aside under a name that is told, and never overwritten', async (_, content) => {
    const folder = newFolder()
    const path = join(folder, 'settings.json')
    writeFileSync(path, content)
    writeFileSync(join(folder, 'settings.broken.json'), 'an older one')
    const store = await SettingsStore.open(path)
    expect(store.current).toEqual(DEFAULTS)
    expect(store.problem?.code).toBe('settings-broken')
    const aside = join(folder, 'settings.broken-2.json')
    expect(store.problem === null ? '' : translate('en', store.problem.step)).toContain(aside)
    await store.change({ theme: 'dark' })
    expect(readFileSync(aside, 'utf8')).toBe(content)
    expect(readFileSync(join(folder, 'settings.broken.json'), 'utf8')).toBe('an older one')
    expect((await SettingsStore.open(path)).current.theme).toBe('dark')
  })

  test.runIf(process.platform !== 'win32')('that may not be read is left alone, and is not overwritten', async () => {
    const path = join(newFolder(), 'settings.json')
    writeFileSync(path, '{"theme":"dark"}', { mode: 0o000 })
    await asOrdinaryUser(async () => {
      const store = await SettingsStore.open(path)
      expect(store.problem?.code).toBe('settings-unreadable')
      expect((await store.change({ theme: 'light' }))?.code).toBe('settings-not-saved')
      expect(store.current.theme).toBe('light')
    })
    chmodSync(path, 0o600)
    expect(readFileSync(path, 'utf8')).toBe('{"theme":"dark"}')
  })

  test('that cannot be written says so, holds in memory, and the next change is tried again', async () => {
    const folder = newFolder()
    const path = join(folder, 'settings.json')
    const store = await SettingsStore.open(path)
    // A folder in the file's place: nothing can be renamed over it.
    mkdirSync(join(path, 'x'), { recursive: true })
    expect((await store.change({ theme: 'dark' }))?.code).toBe('settings-not-saved')
    expect(store.current.theme).toBe('dark')
    expect(readdirSync(folder)).toEqual(['settings.json'])
    rmSync(path, { recursive: true })
    expect(await store.change({ language: 'ko' })).toBeNull()
    expect((await SettingsStore.open(path)).current).toMatchObject({ theme: 'dark', language: 'ko' })
  })

  test('is whole after many changes at once', async () => {
    const path = join(newFolder(), 'settings.json')
    const store = await SettingsStore.open(path)
    const folders = Array.from({ length: 20 }, (_, index) => `C:\\Reports ${index}`)
    await Promise.all(folders.map((reportFolder) => store.change({ reportFolder })))
    expect((await readSettings(path)).settings.reportFolder).toBe(folders.at(-1))
  })

  test('never has half a content: the old one stays when writing fails', async () => {
    const path = join(newFolder(), 'settings.json')
    await writeSettings(path, { ...DEFAULTS, language: 'ko', theme: 'dark' })
    const circular: Record<string, unknown> = { language: 'en', theme: 'dark', reportFolder: null }
    circular['self'] = circular
    await expect(writeSettings(path, circular as never)).rejects.toThrow('circular')
    expect((await readSettings(path)).settings.language).toBe('ko')
    expect(existsSync(path)).toBe(true)
  })
})

describe('the language', () => {
  test.each([
    ['ko', ['en-US'], 'ko'],
    ['en', ['ko-KR'], 'en'],
    ['system', ['ko-KR', 'en-US'], 'ko'],
    ['system', ['de-DE', 'KO'], 'ko'],
    ['system', ['kok-IN', 'fr-FR'], 'en'],
    ['system', [], 'en'],
  ] as const)('%s on a system of %j is %s', (setting, system, language) => {
    expect(languageFor(setting, system)).toBe(language)
  })
})
