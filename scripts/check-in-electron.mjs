import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isCurrent } from './cli-bundle.mjs'
import { ensureDisplay, onDisplay } from './display.mjs'
import { prepareElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { endWithUs, run } from './process-tree.mjs'
import { root } from './repository.mjs'

const buildLimitMs = 180_000

/**
 * The command line in the built app, for what needs a hidden window. Without a display it gets a virtual one.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 * @throws {Error} one sentence, where there is no runtime or the app cannot be built
 */
export async function checkInElectron(args) {
  await ensureDisplay()
  const runtime = await prepareElectron()
  if (!isCurrent(join(root, 'out', 'main', 'index.js'))) {
    const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], {
      cwd: root,
      limitMs: buildLimitMs,
    })
    if (built.code !== 0) throw new Error(built.output.trim())
  }
  // Chromium refuses its sandbox to root; its own remarks are none of the check's.
  const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const own = [
    root,
    ...switches,
    '--log-level=3',
    'check',
    ...args.filter((arg, index) => index > 0 || arg !== 'check'),
  ]
  const [command, all] = onDisplay(runtime.executable, own)
  const child = spawn(command, all, {
    stdio: 'inherit',
    env: { ...process.env, ...runtimeEnvironment(runtime), ELECTRON_ENABLE_LOGGING: '0' },
  })
  endWithUs(child)
  const [code] = /** @type {[number | null]} */ (await once(child, 'exit'))
  return code ?? 128
}
