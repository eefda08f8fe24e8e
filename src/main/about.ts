import { readFile } from 'node:fs/promises'
import type { AboutProgram } from '../core/ipc'

/**
 * What the program says about itself. `licences` is the file that the build writes.
 *
 * @throws where that file cannot be read
 */
export async function aboutProgram(licences: string, logFolder: string): Promise<AboutProgram> {
  return {
    electron: process.versions.electron ?? '',
    logFolder,
    licences: JSON.parse(await readFile(licences, 'utf8')) as AboutProgram['licences'],
  }
}
