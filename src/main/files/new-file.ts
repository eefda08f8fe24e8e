import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { message } from '../../core/i18n/message'
import type { Problem } from '../../core/model/problem'
import type { TextRef } from '../../core/model/text'

/** More files of one name than anybody makes by hand; beyond it something else is wrong. */
const NUMBER_LIMIT = 9999

function numbered(name: string, number: number): string {
  if (number === 1) return name
  const extension = extname(name)
  return `${name.slice(0, name.length - extension.length)} (${number})${extension}`
}

/** A file that was written, looked at and not kept. */
export class NotKept extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Looks at a file as it lies on the disk, before it gets its name; throws `NotKept` where it must not. */
export type Inspect = (written: Uint8Array, name: string) => Promise<void>

/** The code of a system error (`ENOSPC`); empty for anything else. */
export function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}

/** Whether there is a folder at a path; false as well where that cannot be seen. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  )
}

/** Makes a folder with its parents. Not the system library's way, which tries for ever where a parent takes no folder (`/proc`). */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  await mkdir(path).catch(async (cause: unknown) => {
    // Somebody else may have made it meanwhile.
    if (!(await isFolder(path))) throw cause
  })
}

/** Gives a finished temporary file its name; false where the name is taken. Whatever happens, no other file is replaced. */
async function giveName(temporary: string, path: string): Promise<boolean> {
  try {
    // A plain rename replaces what stands there; a link never does.
    await link(temporary, path)
    return true
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false
  }
  // FAT and some shares have no links: take the name with an empty file of our own, and replace that.
  try {
    await (await open(path, 'wx')).close()
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false
    throw cause
  }
  try {
    await rename(temporary, path)
    return true
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  }
}

/** A file that is to be written: its name and its content. */
export interface NewFile {
  readonly name: string
  readonly content: string | Uint8Array
}

async function writeFlushed(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gives all temporary files their names with one number; false where one of the names is taken, and then none keeps its. */
async function giveNames(temporary: readonly string[], paths: readonly string[]): Promise<boolean> {
  const given: number[] = []
  const takeBack = async (): Promise<void> => {
    for (const index of given) {
      const [from = '', to = ''] = [paths[index], temporary[index]]
      // The same file under both names would stay under both.
      await rm(to, { force: true })
      await rename(from, to)
    }
  }
  for (const [index, path] of paths.entries()) {
    try {
      if (await giveName(temporary[index] ?? '', path)) given.push(index)
      else {
        await takeBack()
        return false
      }
    } catch (cause) {
      await takeBack()
      throw cause
    }
  }
  return true
}

/**
 * Writes new files that belong together into a folder, which is made where it is missing, and gives their paths. A file of
 * such a name is left alone and the same number added to all: "name (2).html", "name (2).pdf". Everything is written beside
 * it and flushed before the first gets its name, so that no half file ever has one and a full disk leaves none; `inspect`
 * sees what was really written. Throws the system's error, or `NotKept`; `savingProblem` makes a sentence of it.
 */
export async function writeTogether(
  folder: string,
  files: readonly NewFile[],
  inspect?: Inspect,
): Promise<readonly string[]> {
  await makeFolder(folder)
  const temporary = files.map(() => join(folder, `.${randomUUID()}.tmp`))
  try {
    for (const [index, { name, content }] of files.entries()) {
      const path = temporary[index] ?? ''
      await writeFlushed(path, content)
      if (inspect !== undefined) await inspect(await readFile(path), name)
    }
    for (let number = 1; number <= NUMBER_LIMIT; number += 1) {
      const paths = files.map(({ name }) => join(folder, numbered(name, number)))
      if (await giveNames(temporary, paths)) return paths
    }
    throw Object.assign(new Error('every number is taken'), { code: 'EEXIST' })
  } finally {
    // Where the disk has vanished this fails too; the first error is the one that counts.
    await Promise.all(temporary.map((path) => rm(path, { force: true }).catch(() => undefined)))
  }
}

/** Writes one new file; see `writeTogether`. */
export async function writeNewFile(
  folder: string,
  name: string,
  content: string | Uint8Array,
  inspect?: Inspect,
): Promise<string> {
  const [path = ''] = await writeTogether(folder, [{ name, content }], inspect)
  return path
}

type SavingFault = 'full' | 'no-access' | 'folder-missing' | 'name-too-long' | 'failed'

const FAULTS: Readonly<Record<string, SavingFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EROFS: 'no-access',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EEXIST: 'folder-missing',
  ENODEV: 'folder-missing',
  ENXIO: 'folder-missing',
  ENAMETOOLONG: 'name-too-long',
}

/** What kept a file from being written, with the code of the system's error. */
export function savingFault(cause: unknown): { readonly fault: SavingFault; readonly code: string } {
  const code = systemCode(cause)
  return { fault: FAULTS[code] ?? 'failed', code: code === '' ? '?' : code }
}

/** The sentence and the next step for a file that could not be written. */
export function savingProblem(cause: unknown, folder: string, name: string): Problem {
  if (cause instanceof NotKept) return cause.problem
  const { fault, code } = savingFault(cause)
  const params = { name, folder, code }
  const messages: Readonly<Record<SavingFault, TextRef>> = {
    full: message('report.not-saved.full', params),
    'no-access': message('report.not-saved.no-access', params),
    'folder-missing': message('report.not-saved.folder-missing', params),
    'name-too-long': message('report.not-saved.name-too-long', params),
    failed: message('report.not-saved.failed', params),
  }
  return {
    code: `not-saved-${fault}`,
    class: null,
    message: messages[fault],
    step: message(`report.not-saved-step.${fault}`, params),
  }
}
