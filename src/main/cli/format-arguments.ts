import { message } from '../../core/i18n/translate'
import type { TextRef } from '../../core/model/text'
import { isLanguage } from './language'

const FORMATS = ['table', 'json'] as const
export type PlainFormat = (typeof FORMATS)[number]

/** What stands beside `--format` and `--lang`, or the sentence that says why the arguments cannot be understood. */
export type FormatArguments =
  | { readonly kind: 'read'; readonly words: readonly string[]; readonly format: PlainFormat }
  | { readonly kind: 'wrong'; readonly reason: TextRef }

/** Reads `WORD ... [--format table|json] [--lang en|ko]`. Everything after `--` is a word, and so is what `isOption` denies. */
export function readFormatArguments(args: readonly string[], isOption: (argument: string) => boolean): FormatArguments {
  const wrong = (reason: TextRef): FormatArguments => ({ kind: 'wrong', reason })
  const words: string[] = []
  let format: PlainFormat = 'table'
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? ''
    if (argument === '--') {
      words.push(...args.slice(at + 1))
      break
    }
    if (!isOption(argument)) {
      words.push(argument)
      continue
    }
    const [option = '', inline] = argument.split(/=(.*)/s)
    if (option !== '--format' && option !== '--lang') return wrong(message('cli.wrong.unknown-option', { option }))
    const value = inline ?? args[(at += 1)] ?? ''
    if (value === '') return wrong(message('cli.wrong.value-missing', { option }))
    if (option === '--lang' && !isLanguage(value)) return wrong(message('cli.wrong.lang', { text: value }))
    if (option === '--format') {
      const known = FORMATS.find((one) => one === value)
      if (known === undefined) return wrong(message('cli.wrong.format', { format: value, known: FORMATS.join(', ') }))
      format = known
    }
  }
  return { kind: 'read', words, format }
}
