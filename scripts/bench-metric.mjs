// Measures one metric in a process of its own: `node scripts/bench-metric.mjs FILE`, one line of JSON on standard output.
import { pathToFileURL } from 'node:url'
import { ensureDisplay, hasDisplay, onDisplay } from './display.mjs'
import { prepareElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { run } from './process-tree.mjs'
import { main, root } from './repository.mjs'
import { preparePowerShell } from './steps.mjs'

/**
 * What a file in test/bench exports as `metric`. The file is named for the id. It runs in the repository's folder.
 *
 * @typedef {object} Metric
 * @property {string} id
 * @property {'ratio' | 'ms' | 'count' | 'kB'} unit ratio: a quotient of two things measured in the same run, so that machines can be compared
 * @property {string | null} base what a ratio is a multiple of; null where there is none
 * @property {number | null} goal at most this
 * @property {readonly ('powershell' | 'app')[]} [needs] powershell: an engine in NODE_POWERSHELL; app: the built app, a runtime for Playwright and a display
 * @property {() => Promise<number>} measure
 */

const limitMs = 900_000

await main(async () => {
  const file = process.argv[2]
  if (file === undefined) throw new Error('Usage: node scripts/bench-metric.mjs FILE')
  /** @type {{ metric?: Metric }} */
  const { metric } = await import(pathToFileURL(file).href)
  if (!metric) throw new Error(`${file} exports no metric.`)

  if (metric.needs?.includes('app') && (!hasDisplay() || !process.env['ELECTRON_EXEC_PATH'])) {
    return measureOnDisplay(file)
  }
  if (metric.needs?.includes('powershell')) {
    const { executable, note } = await preparePowerShell()
    if (!executable) throw new Error(`No PowerShell engine: ${note}`)
    process.env['NODE_POWERSHELL'] = executable
  }
  const { id, unit, base, goal } = metric
  process.stdout.write(`${JSON.stringify({ id, value: await metric.measure(), unit, base, goal })}\n`)
  return 0
})

/**
 * The same again with the built app, a runtime and a display.
 *
 * @param {string} file
 */
async function measureOnDisplay(file) {
  await ensureDisplay()
  const runtime = await prepareElectron()
  const built = await run(process.execPath, [`${root}/scripts/build.mjs`], { cwd: root, limitMs })
  if (built.code !== 0) throw new Error(built.output.trim())
  const self = [`${root}/scripts/bench-metric.mjs`, file]
  const measured = await run(...onDisplay(process.execPath, self), {
    cwd: root,
    limitMs,
    env: runtimeEnvironment(runtime),
    echo: true,
  })
  return measured.code
}
