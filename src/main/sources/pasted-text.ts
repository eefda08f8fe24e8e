import { basename } from 'node:path'
import { captureOfText, readPasted } from '../../core/decode/pasted-capture'
import { captureProblem } from '../../core/decode/read-capture'
import { message } from '../../core/i18n/translate'
import type { Capture } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import { readTextFile } from './capture-file'
import { decodePastedBytes } from './pasted-bytes'

/** Largest text that is read, in bytes: far more than a ticket holds. */
const LIMIT_BYTES = 16 * 1024 * 1024

/** A pasted text as a capture, or why it cannot be used. */
export type PastedTextResult =
  { readonly ok: true; readonly capture: Capture } | { readonly ok: false; readonly problem: Problem }

function refusal(reason: 'folder' | 'too-large' | 'binary', name: string): Problem {
  return {
    code: `pasted-${reason}`,
    class: null,
    message: message(`cli.paste.${reason}.message`, { name, limit: LIMIT_BYTES / 1024 / 1024 }),
    step: message(`cli.paste.${reason}.step`),
  }
}

async function standardInput(): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LIMIT_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A text that was pasted now. `name` is how it was called, null for a text without a file. */
export function captureOfPaste(text: string, name: string | null, pastedAt: Date): PastedTextResult {
  const capture = captureOfText(text, name, `${pastedAt.toISOString().slice(0, 19)}Z`)
  const problem = readPasted(capture, {})?.refusal ?? null
  return problem === null ? { ok: true, capture } : { ok: false, problem }
}

/** The text of a file, or of standard input for `-`. Nothing is thrown for a bad one; the problem names it as `shownAs`. */
export async function readPastedText(path: string, pastedAt: Date, shownAs = path): Promise<PastedTextResult> {
  if (path === '-') {
    const bytes = await standardInput()
    if (bytes === null) return { ok: false, problem: refusal('too-large', path) }
    const decoded = decodePastedBytes(bytes)
    if ('badByte' in decoded) return { ok: false, problem: refusal('binary', path) }
    return captureOfPaste(decoded.text, null, pastedAt)
  }
  const file = await readTextFile(path, LIMIT_BYTES, decodePastedBytes)
  if (file.ok) return captureOfPaste(file.text, basename(path), pastedAt)
  const { fault } = file
  if (fault === 'folder' || fault === 'too-large' || fault === 'binary')
    return { ok: false, problem: refusal(fault, shownAs) }
  return { ok: false, problem: captureProblem(fault, shownAs, file.params) }
}
