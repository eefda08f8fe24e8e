import { IntlMessageFormat } from 'intl-messageformat'
import type { Language, TextParam, TextRef } from '../model/text'
import { message } from './message'
import { MESSAGES, type TextKey } from './messages'
import { withParticles } from './particles'

export { message }

/** What ICU reads as more than a letter. A message without any of it says what it is, and needs no parser. */
const ICU_SYNTAX = /[{}']/

const compiled = new Map<string, IntlMessageFormat | string>()
const lists = new Map<Language, Intl.ListFormat>()

function formatOf(language: Language, key: string): IntlMessageFormat | string {
  const cacheKey = `${language} ${key}`
  let format = compiled.get(cacheKey)
  if (format === undefined) {
    const message = MESSAGES[language].get(key)
    if (message === undefined) throw new Error(`No text "${key}" in "${language}"`)
    format = ICU_SYNTAX.test(message)
      ? new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
      : message
    compiled.set(cacheKey, format)
  }
  return format
}

function listOf(language: Language): Intl.ListFormat {
  let format = lists.get(language)
  if (format === undefined) {
    format = new Intl.ListFormat(language, { type: 'conjunction' })
    lists.set(language, format)
  }
  return format
}

function valueOf(language: Language, param: TextParam): string | number {
  if (typeof param === 'string' || typeof param === 'number') return param
  if ('list' in param) return listOf(language).format(param.list.map((item) => String(valueOf(language, item))))
  return translate(language, param)
}

// A report of ten thousand VMs asks for the same words a million times.
const plain = new Map<Language, Map<string, string>>()

function plainOf(language: Language): Map<string, string> {
  let texts = plain.get(language)
  if (texts === undefined) {
    texts = new Map()
    plain.set(language, texts)
  }
  return texts
}

/** A message in a language, its values filled in, Korean particles chosen. Throws on a key that no language has. */
export function translate(language: Language, ref: TextRef): string {
  if (ref.params !== undefined) return formatted(language, ref)
  const texts = plainOf(language)
  let text = texts.get(ref.key)
  if (text === undefined) {
    text = formatted(language, ref)
    texts.set(ref.key, text)
  }
  return text
}

function formatted(language: Language, ref: TextRef): string {
  const values: Record<string, string | number> = {}
  for (const [name, param] of Object.entries(ref.params ?? {})) values[name] = valueOf(language, param)
  const format = formatOf(language, ref.key)
  const text = typeof format === 'string' ? format : String(format.format(values))
  return language === 'ko' ? withParticles(text) : text
}

/** Shorthand of `translate` for callers that show a text at once. */
export function say(language: Language, key: TextKey, params?: Readonly<Record<string, TextParam>>): string {
  return translate(language, message(key, params))
}
