import { LANGUAGES, type Language } from '../../core/model/text'

/** The language of an environment: what POSIX variables name, else what the system is set to. English for all but Korean. */
export function languageOf(env: Readonly<Record<string, string | undefined>>, systemLocale: string): Language {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  const [code] = (named ?? systemLocale).toLowerCase().split(/[-_.@]/)
  return LANGUAGES.find((language) => language === code) ?? 'en'
}

/** Whether a text names a language that every text exists in. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text)
}
