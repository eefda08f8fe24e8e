import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i

/**
 * The licences of all packages that the program is made of: those of the lock file that are not for development alone,
 * in its order, which is by name.
 *
 * @param {string} folder the repository's top folder, with its packages installed
 * @returns {{ name: string, version: string, licence: string, text: string | null }[]} `licence` as the package names it
 *   (SPDX), `text` null where the package brings none
 */
export function licencesOf(folder) {
  /** @type {{ packages: Record<string, { version: string, dev?: boolean, optional?: boolean, license?: string }> }} */
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true)
    .map(([path, { version, license = '' }]) => {
      const file = readdirSync(join(folder, path)).find((name) => LICENCE_FILE.test(name))
      const text = file === undefined ? null : readFileSync(join(folder, path, file), 'utf8').trim()
      return { name: path.slice(path.lastIndexOf('node_modules/') + 13), version, licence: license, text }
    })
}
