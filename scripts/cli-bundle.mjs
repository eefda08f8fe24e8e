import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './process-tree.mjs'
import { nodeTool, root } from './repository.mjs'

/** The command line as one file for plain Node. */
export const cliBundle = join(root, 'out', 'cli', 'main.js')

const buildLimitMs = 120_000
const sources = ['src', 'assets/sample', 'package.json', 'package-lock.json', 'vite.cli.config.ts']

/** Whether the bundle is there and nothing that goes into it has changed since it was begun. */
export function isCliBundleCurrent() {
  return isCurrent(cliBundle)
}

/**
 * Whether a built file is there and nothing that goes into it has changed since it was begun.
 *
 * @param {string} built
 */
export function isCurrent(built) {
  const bundle = statSync(built, { throwIfNoEntry: false })
  return bundle !== undefined && sources.every((source) => newestMs(join(root, source)) <= bundle.mtimeMs)
}

/**
 * Builds the command line beside its place and moves it there, so that calls at the same time only ever meet a
 * whole bundle.
 *
 * @throws {Error} with the bundler's own words
 */
export async function buildCliBundle() {
  const begun = new Date()
  const work = join(root, 'out', `cli-${process.pid}`)
  try {
    const args = ['build', '--config', 'vite.cli.config.ts', '--outDir', work, '--emptyOutDir', '--logLevel', 'warn']
    const built = await run(...nodeTool('vite', args), { cwd: root, limitMs: buildLimitMs })
    if (built.code !== 0) throw new Error(`The command line could not be built.\n${built.output.trim()}`)
    // A file changed while the bundler ran is then newer than the bundle.
    utimesSync(join(work, 'main.js'), begun, begun)
    mkdirSync(join(root, 'out', 'cli'), { recursive: true })
    const files = readdirSync(work).filter((name) => name !== 'main.js')
    for (const name of [...files, 'main.js']) renameSync(join(work, name), join(root, 'out', 'cli', name))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {string} path
 * @returns {number} the latest change of a file, or of anything below a folder; a folder's own time tells a removal
 */
function newestMs(path) {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info === undefined) return 0
  if (!info.isDirectory()) return info.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), info.mtimeMs)
}
