import { message } from '../../core/i18n/translate'
import type { TextRef } from '../../core/model/text'
import { type PlainFormat, readFormatArguments } from './format-arguments'

/** What `explain` is asked. */
export interface ExplainOptions {
  /** The words as they were given, with one space between them. */
  readonly what: string
  readonly format: PlainFormat
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
  const read = readFormatArguments(args, (argument) => argument.startsWith('--'))
  if (read.kind === 'wrong') return read
  const what = read.words.join(' ').trim()
  if (what === '') return { kind: 'wrong', reason: message('cli.wrong.value-missing', { option: 'explain' }) }
  return { kind: 'explain', options: { what, format: read.format } }
}
