import { message } from '../../core/i18n/translate'
import type { Language, TextRef } from '../../core/model/text'
import { type PlainFormat, readFormatArguments } from './format-arguments'

/** What `verify` is asked. */
export interface VerifyOptions {
  readonly path: string
  readonly format: PlainFormat
}

/** The arguments after `verify`, or the sentence that says why they cannot be understood. */
export type VerifyArguments =
  | { readonly kind: 'verify'; readonly language: Language; readonly options: VerifyOptions }
  | { readonly kind: 'wrong'; readonly language: Language; readonly reason: TextRef }

/** The arguments after `verify`; null where something else is asked for. The word may stand behind `check`. */
export function argumentsOfVerify(argv: readonly string[]): readonly string[] | null {
  const at = argv[0] === 'check' ? 1 : 0
  return argv[at] === 'verify' ? argv.slice(at + 1) : null
}

/** Reads `verify FILE [--format table|json] [--lang en|ko]`. Everything after `--` is a file. */
export function readVerifyArguments(argv: readonly string[], language: Language): VerifyArguments {
  const read = readFormatArguments(argv, (argument) => /^-./.test(argument))
  if (read.kind === 'wrong') return { ...read, language }
  const [path] = read.words
  if (path === undefined || read.words.length > 1) {
    return { kind: 'wrong', language, reason: message('files.verify.wrong-count', { count: read.words.length }) }
  }
  return { kind: 'verify', language, options: { path, format: read.format } }
}
