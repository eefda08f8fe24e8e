import { message } from '../../core/i18n/translate'
import { ACCEPTED_SCHEMA, AcceptedFile, type AcceptedFinding } from '../../core/model/accepted'
import { captureProblem } from '../../core/decode/read-capture'
import type { Problem } from '../../core/model/problem'
import { readTextFile } from '../sources/capture-file'

const LIMIT_BYTES = 16 * 1024 * 1024

/** The accepted findings of a file, or why it cannot be used. */
export type AcceptedResult =
  | { readonly ok: true; readonly accepted: readonly AcceptedFinding[] }
  | { readonly ok: false; readonly problem: Problem }

function refused(path: string, place: string): AcceptedResult {
  const params = { name: path, place, schema: ACCEPTED_SCHEMA }
  return {
    ok: false,
    problem: {
      code: 'accepted-unreadable',
      class: null,
      message: message('cli.accepted.wrong.message', params),
      step: message('cli.accepted.wrong.step', params),
    },
  }
}

/** Reads a file of accepted findings. Nothing is thrown for a bad one; the problem names the place in it. */
export async function readAcceptedFile(path: string): Promise<AcceptedResult> {
  const file = await readTextFile(path, LIMIT_BYTES)
  if (!file.ok) {
    const isAbout = file.fault === 'not-found' || file.fault === 'no-access'
    return isAbout ? { ok: false, problem: captureProblem(file.fault, path, file.params) } : refused(path, '-')
  }
  let json: unknown
  try {
    json = JSON.parse(file.text)
  } catch {
    return refused(path, 'JSON')
  }
  const parsed = AcceptedFile.safeParse(json)
  if (parsed.success) return { ok: true, accepted: parsed.data.accepted }
  return refused(path, parsed.error.issues[0]?.path.map(String).join('.') || 'schema')
}
