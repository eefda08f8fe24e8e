import { hashedPart, NestedTooDeep } from '../../core/decode/canonical-json'
import { CAPTURE_LIMIT_BYTES } from '../../core/model/capture'
import { isSealIntact } from '../reports/seal'
import { readTextFile, sha256 } from '../sources/capture-file'

/** What a file's hash says. `no-hash`: it carries none; `unreadable`: it is no file of this program, or cannot be read. */
export type Integrity = 'unchanged' | 'changed' | 'no-hash' | 'unreadable'

/** What verifying a file came to. */
export interface Verification {
  readonly state: Integrity
  readonly kind: 'capture' | 'json' | 'html' | null
  /** The hash that the file carries; of several results in one file the first. */
  readonly sha256: string | null
}

const HASH = /^[0-9a-f]{64}$/i
const NOTHING: Verification = { state: 'unreadable', kind: null, sha256: null }
/** Two results of one file differ: the worse one is the file's. */
const WORST_FIRST: readonly Integrity[] = ['changed', 'unreadable', 'no-hash', 'unchanged']

function verifyObject(value: unknown): Verification {
  if (typeof value !== 'object' || value === null || !('schema' in value) || typeof value.schema !== 'string') {
    return NOTHING
  }
  const kind = value.schema.startsWith('integration-doctor/capture@')
    ? 'capture'
    : value.schema.startsWith('integration-doctor/diagnosis@')
      ? 'json'
      : null
  if (kind === null) return NOTHING
  const carried = 'sha256' in value ? value.sha256 : null
  if (carried === null) return { state: 'no-hash', kind, sha256: null }
  if (typeof carried !== 'string' || !HASH.test(carried)) return { state: 'changed', kind, sha256: null }
  try {
    const isSame = sha256(hashedPart(value)) === carried.toLowerCase()
    return { state: isSame ? 'unchanged' : 'changed', kind, sha256: carried.toLowerCase() }
  } catch (cause) {
    if (!(cause instanceof NestedTooDeep)) throw cause
    return NOTHING
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function verifyJson(text: string): Verification {
  const whole = parsed(text)
  if (whole !== null) return verifyObject(whole)
  // One result per line, as the command line writes them.
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const all = lines.map((line) => verifyObject(parsed(line)))
  const state = WORST_FIRST.find((candidate) => all.some((one) => one.state === candidate))
  return all.find((one) => one.state === state) ?? NOTHING
}

/**
 * Recomputes the hash that a capture, a JSON result or an HTML report carries. It shows that the file was not changed since
 * it was written; not who wrote it, nor that the clock was right. Nothing is thrown for a bad file.
 */
export async function verifyFile(path: string): Promise<Verification> {
  const file = await readTextFile(path, CAPTURE_LIMIT_BYTES)
  if (!file.ok) return NOTHING
  if (!/^\s*</.test(file.text)) return verifyJson(file.text)
  const intact = isSealIntact(file.text)
  if (intact !== null) {
    const carried = /<meta name="integration-doctor-sha256" content="([0-9a-f]{64})"/.exec(file.text)?.[1] ?? null
    return { state: intact ? 'unchanged' : 'changed', kind: 'html', sha256: carried }
  }
  return file.text.includes('integration-doctor-sha256') ? { state: 'changed', kind: 'html', sha256: null } : NOTHING
}
