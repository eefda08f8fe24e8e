// Opens the app from the repository. Further arguments go to the app: `npm start -- FILE.hvcapture`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { hasDisplay, missingPackagesLine } from './display.mjs'
import { prepareElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { endWithUs } from './process-tree.mjs'
import { main, root } from './repository.mjs'

/** What the dynamic loader exits with when a shared library is missing. */
const libraryMissing = 127

await main(() => (hasDisplay() ? openApp() : checkSample()))

async function openApp() {
  const runtime = await prepareElectron()
  const built = await runHere(process.execPath, [join(root, 'scripts', 'build.mjs')])
  if (built !== 0) return built

  const args = [root, ...process.argv.slice(2)]
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    process.stdout.write('Running as root: Chromium refuses its sandbox, so the app starts with --no-sandbox.\n')
    args.push('--no-sandbox')
  }
  const code = await runHere(runtime.executable, args, runtimeEnvironment(runtime))
  const line = code === libraryMissing ? missingPackagesLine() : undefined
  if (line) process.stderr.write(`System packages are missing; run as root: ${line}\n`)
  return code
}

async function checkSample() {
  process.stdout.write('No display here: checking the sample host on the command line instead of opening the app.\n')
  const code = await runHere(process.execPath, [join(root, 'scripts', 'check.mjs'), '--sample'])
  // 1 and 2 are verdicts about the sample host's machines; the check itself ran.
  return code <= 2 ? 0 : code
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code
 */
async function runHere(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', cwd: root, env: { ...process.env, ...env } })
  endWithUs(child)
  const [code] = /** @type {[number | null]} */ (await once(child, 'exit'))
  return code ?? 128
}
