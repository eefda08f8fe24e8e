import { readFile, rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { Problem } from '../../core/model/problem'
import { Settings } from '../../core/model/settings'
import { appProblem } from '../app-problem'
import { systemCode } from '../files/new-file'
import { replaceFile } from '../files/replace-file'

/** What the settings file gave. Where there is a problem the settings are the defaults. */
export interface SettingsReading {
  readonly settings: Settings
  readonly problem: Problem | null
  /** False where a file stands in the way that could neither be read nor kept aside: it must not be overwritten. */
  readonly mayWrite: boolean
}

function parsed(text: string): Settings | null {
  try {
    return Settings.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function freeName(path: string): string {
  const { dir, name, ext } = parse(path)
  for (let number = 1; ; number += 1) {
    const candidate = join(dir, `${name}.broken${number === 1 ? '' : `-${number}`}${ext}`)
    if (!existsSync(candidate)) return candidate
  }
}

/**
 * Reads the settings. A missing file is a first start. A file that is no settings is kept under another name, which
 * the problem tells; one that may not be read stays as it is. Never rejects.
 */
export async function readSettings(path: string): Promise<SettingsReading> {
  const defaults = Settings.parse({})
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const code = systemCode(cause)
    if (code === 'ENOENT') return { settings: defaults, problem: null, mayWrite: true }
    return { settings: defaults, problem: appProblem('settings-unreadable', { path, code }), mayWrite: false }
  }
  const settings = parsed(text)
  if (settings !== null) return { settings, problem: null, mayWrite: true }
  const aside = freeName(path)
  try {
    await rename(path, aside)
    return { settings: defaults, problem: appProblem('settings-broken', { path: aside }), mayWrite: true }
  } catch {
    return { settings: defaults, problem: appProblem('settings-broken', { path }), mayWrite: false }
  }
}

/** Replaces the settings as a whole: written beside the file, flushed, then renamed. Throws the system's error. */
export async function writeSettings(path: string, settings: Settings): Promise<void> {
  await replaceFile(path, `${JSON.stringify(settings, null, 2)}\n`)
}
