import { parseArgs } from 'node:util'
import { message } from '../../core/i18n/translate'
import type { Language, TextRef } from '../../core/model/text'
import { isLanguage } from './language'

const FORMATS = ['table', 'json'] as const

/** What `compare` is asked to do. */
export interface CompareOptions {
  readonly older: string
  readonly newer: string
  readonly format: (typeof FORMATS)[number]
}

/** What the arguments of `compare` ask for, or the sentence that says why they cannot be understood. */
export type CompareArguments =
  | { readonly kind: 'compare'; readonly language: Language; readonly options: CompareOptions }
  | { readonly kind: 'compare-help'; readonly language: Language }
  | { readonly kind: 'wrong'; readonly language: Language; readonly reason: TextRef }

const OPTIONS = { format: { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

/** Reads what follows `compare`. `language` is the one that a wrong call is told in. */
export function readCompareArguments(argv: readonly string[], language: Language): CompareArguments {
  const wrong = (reason: TextRef): CompareArguments => ({ kind: 'wrong', language, reason })
  // Not strict: the library's own sentences exist in English only.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  if (values.help === true) return { kind: 'compare-help', language }
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(OPTIONS, token.name)) {
      return wrong(message('cli.wrong.unknown-option', { option: token.rawName }))
    }
    if (token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))) {
      return wrong(message('cli.wrong.value-missing', { option: token.rawName }))
    }
  }
  const { lang } = values
  if (typeof lang === 'string' && !isLanguage(lang)) return wrong(message('cli.wrong.lang', { text: lang }))
  const format = FORMATS.find((known) => known === (values.format ?? 'table'))
  if (format === undefined) return wrong(message('compare.wrong.format', { format: String(values.format) }))
  const [older, newer] = positionals
  if (older === undefined || newer === undefined || positionals.length > 2) {
    return wrong(message('compare.wrong.two-files', { count: positionals.length }))
  }
  return { kind: 'compare', language, options: { older, newer, format } }
}
