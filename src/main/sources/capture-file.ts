import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { hashedPart } from '../../core/decode/canonical-json'
import { captureProblem, type CaptureFault, readCapture } from '../../core/decode/read-capture'
import { type Capture, CAPTURE_LIMIT_BYTES } from '../../core/model/capture'
import type { Problem } from '../../core/model/problem'
import { type Inspect, savingProblem, systemCode, writeNewFile } from '../files/new-file'
import { decodeText } from './capture-text'

/** A capture with the name of its file, or why there is none. */
export type CaptureFileResult =
  | { readonly ok: true; readonly capture: Capture; readonly name: string }
  | { readonly ok: false; readonly problem: Problem }

/** A file's text, or why there is none. */
export type TextFileResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: CaptureFault; readonly params: Readonly<Record<string, string | number>> }

const unpack = promisify(gunzip)
const LIMIT_MIB = CAPTURE_LIMIT_BYTES / 1024 / 1024

/** A refusal on its way out of the reader. */
class Refusal extends Error {
  constructor(
    readonly fault: CaptureFault,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(fault)
  }
}

const FAULTS: Readonly<Record<string, CaptureFault>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EISDIR: 'folder',
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256Bytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function readBytes(path: string, limitBytes: number): Promise<Buffer> {
  // Not blocking, where the system has that: opening a named pipe would wait until somebody writes into it.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    const code = systemCode(cause)
    throw new Refusal(FAULTS[code] ?? 'unreadable', { code })
  })
  try {
    const info = await file.stat()
    if (info.isDirectory()) throw new Refusal('folder')
    if (!info.isFile()) throw new Refusal('not-a-file')
    if (info.size > limitBytes) throw new Refusal('too-large', { limit: LIMIT_MIB })
    return await file.readFile()
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    const code = systemCode(cause)
    throw new Refusal(FAULTS[code] ?? 'unreadable', { code })
  } finally {
    await file.close()
  }
}

async function unpacked(bytes: Buffer, limitBytes: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await unpack(bytes, { maxOutputLength: limitBytes })
  } catch (cause) {
    const code = systemCode(cause)
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Refusal('too-large', { limit: LIMIT_MIB })
    throw new Refusal(code === 'Z_BUF_ERROR' ? 'truncated-gzip' : 'broken-gzip')
  }
}

/**
 * Reads a capture file: plain or gzip, UTF-8 or UTF-16, at most 256 MiB unpacked. Nothing is thrown for a bad file; the
 * problem names it as `shownAs`, by default its name without the folder.
 */
export async function readCaptureFile(path: string, shownAs = basename(path)): Promise<CaptureFileResult> {
  const file = await readTextFile(path, CAPTURE_LIMIT_BYTES)
  if (!file.ok) return { ok: false, problem: captureProblem(file.fault, shownAs, file.params) }
  const result = readCapture(file.text, shownAs, sha256)
  return result.ok ? { ...result, name: basename(path) } : result
}

/** The text of a file, plain or gzip, at most `limitBytes` unpacked, or what kept it from being read. `decode` as for a capture: UTF-8 or UTF-16. */
export async function readTextFile(path: string, limitBytes: number, decode = decodeText): Promise<TextFileResult> {
  try {
    const decoded = decode(await unpacked(await readBytes(path, limitBytes), limitBytes))
    if ('badByte' in decoded) throw new Refusal('binary', { position: String(decoded.badByte + 1) })
    return { ok: true, text: decoded.text }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { ok: false, fault: cause.fault, params: cause.params }
  }
}

/** A capture with the hash over its content; see `hashedPart` for the form that is hashed. */
export function sealCapture(capture: Capture): Capture {
  return { ...capture, sha256: sha256(hashedPart(capture)) }
}

/**
 * Writes a capture with its hash as a new file. A file of that name is never replaced: a number is added, and the path
 * that was really written is given. Nothing is thrown where it cannot be written.
 */
export async function writeCaptureFile(
  capture: Capture,
  path: string,
  inspect?: Inspect,
): Promise<{ readonly ok: true; readonly path: string } | { readonly ok: false; readonly problem: Problem }> {
  const [folder, name] = [dirname(path), basename(path)]
  try {
    return { ok: true, path: await writeNewFile(folder, name, `${JSON.stringify(sealCapture(capture))}\n`, inspect) }
  } catch (cause) {
    return { ok: false, problem: savingProblem(cause, folder, name) }
  }
}
