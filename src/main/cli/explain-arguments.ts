import { message } from '../../core/i18n/translate'
import type { TextRef } from '../../core/model/text'
import { isLanguage } from './language'

const FORMATS = ['table', 'json'] as const

/** What `explain` is asked. */
export interface ExplainOptions {
  /** The words as they were given, with one space between them. */
  readonly what: string
  readonly format: (typeof FORMATS)[number]
}

/** The arguments after `explain`, or the sentence that says why they cannot be understood. */
export type ExplainArguments =
  { readonly kind: 'explain'; readonly options: ExplainOptions } | { readonly kind: 'wrong'; readonly reason: TextRef }

/** Whether the arguments ask for an explanation, with or without `check` before it. */
export function asksToExplain([first, second]: readonly string[]): boolean {
  return first === 'explain' || (first === 'check' && second === 'explain')
}

/**
 * Reads `explain WHAT [--format table|json] [--lang en|ko]`. Error codes are negative numbers at times, so only what
 * begins with two dashes is an option here; everything after `--` belongs to WHAT.
 */
export function readExplainArguments(argv: readonly string[]): ExplainArguments {
  const args = argv.slice(argv[0] === 'check' ? 2 : 1)
  const words: string[] = []
  let format: ExplainOptions['format'] = 'table'
  const wrong = (reason: TextRef): ExplainArguments => ({ kind: 'wrong', reason })
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? ''
    if (argument === '--') {
      words.push(...args.slice(at + 1))
      break
    }
    if (!argument.startsWith('--')) {
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
  const what = words.join(' ').trim()
  if (what === '') return wrong(message('cli.wrong.value-missing', { option: 'explain' }))
  return { kind: 'explain', options: { what, format } }
}
