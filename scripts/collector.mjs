// Writes the collector script that is handed out with a release: node scripts/collector.mjs [FOLDER]
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'
import { main, root } from './repository.mjs'

/**
 * Builds the script from the program's own code and texts.
 *
 * @param {string} folder
 * @returns {Promise<string>} its path
 */
export async function writeCollector(folder) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const source = join(root, 'src', 'main', 'powershell', 'hand-out.ts')
  /** @type {{ module: { HAND_OUT_NAME: string, handOutScript: (version: string) => string } }} */
  const { module } = await runnerImport(source, { root, configFile: false, logLevel: 'warn' })
  await mkdir(folder, { recursive: true })
  const path = join(folder, module.HAND_OUT_NAME)
  await writeFile(path, module.handOutScript(version))
  return path
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    process.stdout.write(`${await writeCollector(resolve(process.argv[2] ?? join(root, 'dist')))}\n`)
    return 0
  })
}
