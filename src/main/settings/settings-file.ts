import type { Problem } from '../../core/model/problem'
import { Settings } from '../../core/model/settings'
import { appProblem } from '../app-problem'
import { readKeptFile } from '../files/kept-file'
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

/**
 * Reads the settings. A missing file is a first start. A file that is no settings is kept under another name, which
 * the problem tells; one that may not be read stays as it is. Never rejects.
 */
export async function readSettings(path: string): Promise<SettingsReading> {
  const defaults = Settings.parse({})
  const reading = await readKeptFile(path, parsed)
  switch (reading.kind) {
    case 'read':
      return { settings: reading.value, problem: null, mayWrite: true }
    case 'missing':
      return { settings: defaults, problem: null, mayWrite: true }
    case 'unreadable': {
      const problem = appProblem('settings-unreadable', { path, code: reading.code })
      return { settings: defaults, problem, mayWrite: false }
    }
    case 'broken': {
      const problem = appProblem('settings-broken', { path: reading.path })
      return { settings: defaults, problem, mayWrite: reading.isAside }
    }
  }
}

/** Replaces the settings as a whole. Throws the system's error. */
export async function writeSettings(path: string, settings: Settings): Promise<void> {
  await replaceFile(path, `${JSON.stringify(settings, null, 2)}\n`)
}
