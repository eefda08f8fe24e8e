import { IntlMessageFormat } from 'intl-messageformat'
import type { Language, TextParam, TextRef } from '../model/text'
import { withParticles } from './particles'

/** Texts of both languages by path, as ICU messages. */
export type Messages = Readonly<Record<Language, ReadonlyMap<string, string>>>

/** Says a text of those that a translator has; a key that it does not have does not compile. */
export type Say<Key extends string> = (
  language: Language,
  key: Key,
  params?: Readonly<Record<string, TextParam>>,
) => string

/** Says texts in a language, their values filled in, Korean particles chosen. */
export interface Translator<Key extends string> {
  /** The text that is referred to. Throws on a key that no language has. */
  readonly translate: (language: Language, ref: TextRef) => string
  /** Shorthand of `translate` for callers that show a text at once. */
  readonly say: Say<Key>
}

/** What ICU reads as more than a letter. A message without any of it says what it is, and needs no parser. */
const ICU_SYNTAX = /[{}']/

const lists = new Map<Language, Intl.ListFormat>()

function listOf(language: Language): Intl.ListFormat {
  let format = lists.get(language)
  if (format === undefined) {
    format = new Intl.ListFormat(language, { type: 'conjunction' })
    lists.set(language, format)
  }
  return format
}

/** A translator of some messages. The messages of a language are first asked for when it is first spoken. */
export function translatorOf<Key extends string>(messages: Messages): Translator<Key> {
  const compiled = new Map<string, IntlMessageFormat | string>()
  // A report of ten thousand VMs asks for the same words a million times.
  const plain = new Map<Language, Map<string, string>>()

  function formatOf(language: Language, key: string): IntlMessageFormat | string {
    const cacheKey = `${language} ${key}`
    let format = compiled.get(cacheKey)
    if (format === undefined) {
      const text = messages[language].get(key)
      if (text === undefined) throw new Error(`No text "${key}" in "${language}"`)
      format = ICU_SYNTAX.test(text) ? new IntlMessageFormat(text, language, undefined, { ignoreTag: true }) : text
      compiled.set(cacheKey, format)
    }
    return format
  }

  function plainOf(language: Language): Map<string, string> {
    let texts = plain.get(language)
    if (texts === undefined) {
      texts = new Map()
      plain.set(language, texts)
    }
    return texts
  }

  function valueOf(language: Language, param: TextParam): string | number {
    if (typeof param === 'string' || typeof param === 'number') return param
    if ('list' in param) return listOf(language).format(param.list.map((item) => String(valueOf(language, item))))
    return translate(language, param)
  }

  function formatted(language: Language, ref: TextRef): string {
    const values: Record<string, string | number> = {}
    for (const [name, param] of Object.entries(ref.params ?? {})) values[name] = valueOf(language, param)
    const format = formatOf(language, ref.key)
    const text = typeof format === 'string' ? format : String(format.format(values))
    return language === 'ko' ? withParticles(text) : text
  }

  function translate(language: Language, ref: TextRef): string {
    if (ref.params !== undefined) return formatted(language, ref)
    const texts = plainOf(language)
    let text = texts.get(ref.key)
    if (text === undefined) {
      text = formatted(language, ref)
      texts.set(ref.key, text)
    }
    return text
  }

  return {
    translate,
    say: (language, key, params) => translate(language, params === undefined ? { key } : { key, params }),
  }
}
