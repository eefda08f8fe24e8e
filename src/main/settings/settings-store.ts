import { dirname } from 'node:path'
import type { Problem } from '../../core/model/problem'
import type { Settings } from '../../core/model/settings'
import { LANGUAGES, type Language } from '../../core/model/text'
import { appProblem } from '../app-problem'
import { WriteQueue } from '../files/write-queue'
import { readSettings, writeSettings, type SettingsReading } from './settings-file'

/** The settings of the running program. */
export class SettingsStore {
  #settings: Settings
  readonly #writes = new WriteQueue()

  private constructor(
    private readonly path: string,
    private readonly reading: SettingsReading,
  ) {
    this.#settings = reading.settings
  }

  /** Reads them from a file. */
  static async open(path: string): Promise<SettingsStore> {
    return new SettingsStore(path, await readSettings(path))
  }

  get current(): Settings {
    return this.#settings
  }

  /** What was wrong with the file at the start, if anything was. */
  get problem(): Problem | null {
    return this.reading.problem
  }

  /** Changes some and saves all. They hold at once; the problem tells that they will not hold after the next start. */
  async change(changes: Partial<Settings>): Promise<Problem | null> {
    this.#settings = { ...this.#settings, ...changes }
    if (!this.reading.mayWrite) return this.#notSaved('EEXIST')
    const failure = await this.#writes.run(() => writeSettings(this.path, this.#settings))
    return failure === null ? null : this.#notSaved(failure)
  }

  #notSaved(code: string): Problem {
    return appProblem('settings-not-saved', { code, folder: dirname(this.path) })
  }
}

/** The language to speak: the chosen one, or the first of the system's languages that we have, or English. */
export function languageFor(setting: Settings['language'], systemLanguages: readonly string[]): Language {
  if (setting !== 'system') return setting
  for (const tag of systemLanguages) {
    const language = LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known)
    if (language !== undefined) return language
  }
  return 'en'
}
