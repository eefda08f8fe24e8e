import { shownText } from '../../core/i18n/shown-text'
import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'
import { type Integrity, verifyFile } from '../integrity/verify-file'
import { inertJson } from '../../core/report/json-text'
import type { Output } from './output'
import type { VerifyOptions } from './verify-arguments'

const EXIT_CODES: Readonly<Record<Integrity, number>> = { unchanged: 0, changed: 1, 'no-hash': 2, unreadable: 2 }

/** Answers `verify`. Gives 0 for an unchanged file, 1 for a changed one, 2 where there is no hash or nothing to read. */
export async function verifyOnCommandLine(
  { path, format }: VerifyOptions,
  language: Language,
  stdout: Output,
): Promise<number> {
  const { state, kind, sha256 } = await verifyFile(path)
  if (format === 'json') await stdout.write(`${inertJson({ file: path, state, kind, sha256 })}\n`)
  else {
    const lines = [say(language, `files.verify.${state}`, { path: shownText(path) })]
    if (sha256 !== null) lines.push(`SHA-256 ${sha256}`)
    if (state === 'unchanged') lines.push(say(language, 'files.verify.meaning'))
    await stdout.write(`${lines.join('\n')}\n`)
  }
  return EXIT_CODES[state]
}
