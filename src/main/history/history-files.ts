import type { Dirent } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { decodeHost } from '../../core/decode/host'
import { textOf } from '../../core/decode/values'
import type { Capture } from '../../core/model/capture'
import { HostHistory } from '../../core/model/history'
import { systemCode, writeNewFile } from '../files/new-file'
import { replaceFile } from '../files/replace-file'
import { namePart } from '../reports/file-name'
import { sealCapture, sha256, readTextFile } from '../sources/capture-file'

/** The ending of a capture that could not be read any more and was set aside. */
const DAMAGED = '.damaged'
const INDEX = 'index.json'
const INDEX_LIMIT_BYTES = 1024 * 1024 * 1024
/** Names of the folders of hosts, which no other folder has. */
const HOST_FOLDER = /-[0-9a-f]{8}$/
/** Time of the check and the beginning of its capture's hash, so that the order of names is that of time and one check has one name. */
const CHECK_FILE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{16}\.hvcapture(?:\.damaged)?$/
/** A file that a killed program left half written; no write takes as long. */
const LEFTOVER = /\.tmp$/
const LEFTOVER_MS = 3_600_000

const pack = promisify(gzip)

/** A file of the history: the capture of a check, whole or set aside. */
export interface HistoryFile {
  readonly file: string
  readonly bytes: number
  /** Time of the check, in milliseconds since 1970. */
  readonly time: number
  readonly isDamaged: boolean
}

/** A host by its name, and the domain that tells it from others of that name. */
export interface HostName {
  readonly name: string
  readonly domain: string | null
}

/** The host that a capture is of, with the id of its folder; null where it names none. */
export function hostOf(capture: Capture): (HostName & { readonly id: string }) | null {
  const { name } = decodeHost(capture)
  if (name === null) return null
  const domain = textOf(capture.host['Win32_ComputerSystem']?.['Domain'])
  const digest = sha256(`${name}\n${domain ?? ''}`.toLowerCase()).slice(0, 8)
  return { id: `${namePart(name).toLowerCase() || 'host'}-${digest}`, name, domain }
}

function timeOf(file: string): number | null {
  const match = CHECK_FILE.exec(file)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

async function entries(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    // No folder yet is an empty history; one that may not be read is told.
    if (systemCode(cause) === 'ENOENT') return []
    throw cause
  }
}

/** The folders of hosts in a history; whatever else lies there is not ours. Throws the system's error. */
export async function hostFolders(history: string): Promise<readonly string[]> {
  const found = await entries(history)
  return found.filter((entry) => entry.isDirectory() && HOST_FOLDER.test(entry.name)).map(({ name }) => name)
}

/** The captures in a host's folder, oldest first. Half files of a program that was killed are removed. Throws the system's error. */
export async function historyFiles(folder: string, now: Date): Promise<readonly HistoryFile[]> {
  const files: HistoryFile[] = []
  for (const entry of await entries(folder)) {
    const path = join(folder, entry.name)
    const info = await stat(path).catch(() => null)
    if (info === null || !info.isFile()) continue
    const time = timeOf(entry.name)
    if (time !== null) {
      files.push({ file: entry.name, bytes: info.size, time, isDamaged: entry.name.endsWith(DAMAGED) })
    } else if (LEFTOVER.test(entry.name) && now.getTime() - info.mtimeMs > LEFTOVER_MS) {
      await rm(path, { force: true }).catch(() => undefined)
    }
  }
  return files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

/** Writes the capture of a check, packed, into its host's folder. One that is there already is left as it is. Throws the system's error. */
export async function writeCheck(
  folder: string,
  capture: Capture,
): Promise<{ readonly file: string; readonly bytes: number }> {
  const sealed = capture.sha256 === null ? sealCapture(capture) : capture
  const time = `${new Date(capture.collectedAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const file = `${time}-${(sealed.sha256 ?? '').slice(0, 16).toLowerCase()}.hvcapture`
  const known = await stat(join(folder, file)).catch(() => null)
  if (known !== null) return { file, bytes: known.size }
  const bytes = await pack(JSON.stringify(sealed))
  await writeNewFile(folder, file, bytes)
  return { file, bytes: bytes.length }
}

/** What is known of a host, as it was last written; null where that is missing, damaged or of another version. */
export async function readIndex(folder: string): Promise<HostHistory | null> {
  const file = await readTextFile(join(folder, INDEX), INDEX_LIMIT_BYTES)
  if (!file.ok) return null
  try {
    return HostHistory.safeParse(JSON.parse(file.text)).data ?? null
  } catch {
    return null
  }
}

/** Replaces what is known of a host. Throws the system's error. */
export function writeIndex(folder: string, history: HostHistory): Promise<void> {
  return replaceFile(join(folder, INDEX), `${JSON.stringify(history)}\n`)
}

/** Sets a damaged capture aside under another name; nothing is thrown where that is not possible. */
export async function setAside(folder: string, file: string): Promise<void> {
  await rename(join(folder, file), join(folder, file + DAMAGED)).catch(() => undefined)
}
