import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { systemCode } from './new-file'

/** What reading a file of the program's own came to. */
export type KeptReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  /** There is none yet. */
  | { readonly kind: 'missing' }
  /** It may not be read and stays as it is; `code` is the system's. It must not be overwritten. */
  | { readonly kind: 'unreadable'; readonly code: string }
  /** It is none of ours. `path` is where it is now; where it could not be set aside (`isAside` false) it must not be overwritten. */
  | { readonly kind: 'broken'; readonly path: string; readonly isAside: boolean }

function freeName(path: string): string {
  const { dir, name, ext } = parse(path)
  for (let number = 1; ; number += 1) {
    const candidate = join(dir, `${name}.broken${number === 1 ? '' : `-${number}`}${ext}`)
    if (!existsSync(candidate)) return candidate
  }
}

/** Reads a file that the program keeps. `parsed` gives null for what is none of ours; that is set aside under another name. Never rejects. */
export async function readKeptFile<Value>(
  path: string,
  parsed: (text: string) => Value | null,
): Promise<KeptReading<Value>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const code = systemCode(cause)
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', code }
  }
  const value = parsed(text)
  if (value !== null) return { kind: 'read', value }
  const aside = freeName(path)
  try {
    await rename(path, aside)
    return { kind: 'broken', path: aside, isAside: true }
  } catch {
    return { kind: 'broken', path, isAside: false }
  }
}
