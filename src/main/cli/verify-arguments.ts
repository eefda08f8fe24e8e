import { message } from '../../core/i18n/translate'
import type { Language, TextRef } from '../../core/model/text'
import { isLanguage } from './language'

const FORMATS = ['table', 'json'] as const

/** What `verify` is asked. */
export interface VerifyOptions {
  readonly path: string
  readonly format: (typeof FORMATS)[number]
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
  const wrong = (reason: TextRef): VerifyArguments => ({ kind: 'wrong', language, reason })
  const files: string[] = []
  let format: VerifyOptions['format'] = 'table'
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? ''
    if (argument === '--') {
      files.push(...argv.slice(at + 1))
      break
    }
    if (!/^-./.test(argument)) {
      files.push(argument)
      continue
    }
    const [option = '', inline] = argument.split(/=(.*)/s)
    if (option !== '--format' && option !== '--lang') return wrong(message('cli.wrong.unknown-option', { option }))
    const value = inline ?? argv[(at += 1)] ?? ''
    if (value === '') return wrong(message('cli.wrong.value-missing', { option }))
    if (option === '--lang' && !isLanguage(value)) return wrong(message('cli.wrong.lang', { text: value }))
    if (option === '--format') {
      const known = FORMATS.find((one) => one === value)
      if (known === undefined) return wrong(message('cli.wrong.format', { format: value, known: FORMATS.join(', ') }))
      format = known
    }
  }
  const [path] = files
  if (path === undefined || files.length > 1) return wrong(message('files.verify.wrong-count', { count: files.length }))
  return { kind: 'verify', language, options: { path, format } }
}
