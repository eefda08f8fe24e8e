import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

export type Language = 'en' | 'ko'

const TEXTS = join(import.meta.dirname, '../../src/core/i18n')

/**
 * The texts of a language as the window shows them, by key: "ui.action.save". Read from the files, because Playwright
 * does not load the modules that import them; particles of Korean are not chosen, so no text with a name in it is asked for.
 */
export function wordsOf(language: Language): (key: string, params?: Record<string, string | number>) => string {
  return (key, params = {}) => {
    const [namespace = '', ...path] = key.split('.')
    const texts: unknown = JSON.parse(readFileSync(join(TEXTS, language, `${namespace}.json`), 'utf8'))
    const message = path.reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], texts)
    if (typeof message !== 'string') throw new Error(`No text ${key} in ${language}`)
    return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(params))
  }
}
