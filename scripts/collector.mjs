// Writes the collector script that is handed out with a release: node scripts/collector.mjs [FOLDER]
import { spawnSync } from 'node:child_process'
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
  sign(path)
  return path
}

/**
 * Signs the script where a release brings a certificate: COLLECTOR_CERTIFICATE is the thumbprint of a code signing
 * certificate in the store of the account. Windows only; without the variable the script stays unsigned.
 *
 * @param {string} path
 */
function sign(path) {
  const thumbprint = process.env['COLLECTOR_CERTIFICATE']
  if (thumbprint === undefined || thumbprint === '') return
  if (!/^[0-9A-Fa-f]{40}$/.test(thumbprint))
    throw new Error('COLLECTOR_CERTIFICATE is not the thumbprint of a certificate.')
  // The path travels as an environment variable, never as script text.
  const command =
    `$c = Get-Item "Cert:\\CurrentUser\\My\\${thumbprint}" -ErrorAction Stop; ` +
    '$s = Set-AuthenticodeSignature -FilePath $env:COLLECTOR_PATH -Certificate $c -HashAlgorithm SHA256; ' +
    "if ($s.Status -ne 'Valid') { throw $s.StatusMessage }"
  const signed = spawnSync('powershell.exe', ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', command], {
    env: { ...process.env, COLLECTOR_PATH: path },
    encoding: 'utf8',
    windowsHide: true,
  })
  if (signed.error) throw new Error('The collector can be signed on Windows only.', { cause: signed.error })
  if (signed.status !== 0) throw new Error(`The collector could not be signed: ${signed.stderr.trim()}`)
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    process.stdout.write(`${await writeCollector(resolve(process.argv[2] ?? join(root, 'dist')))}\n`)
    return 0
  })
}
