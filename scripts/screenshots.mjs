// Pictures of every screen, by the Playwright script in test/screenshots, into an ignored folder.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureDisplay, onDisplay } from './display.mjs'
import { prepareElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { run } from './process-tree.mjs'
import { main, nodeTool, root } from './repository.mjs'

const buildLimitMs = 300_000
const picturesLimitMs = 900_000
const pictures = join(root, 'screenshots')

await main(async () => {
  await ensureDisplay()
  const runtime = await prepareElectron()
  const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, limitMs: buildLimitMs })
  if (built.code !== 0) throw new Error(built.output.trim())
  await mkdir(pictures, { recursive: true })
  const args = ['test', '--config', 'test/screenshots', '--reporter=list', ...process.argv.slice(2)]
  const taken = await run(...onDisplay(...nodeTool('@playwright/test', args, 'playwright')), {
    cwd: root,
    limitMs: picturesLimitMs,
    env: { ...runtimeEnvironment(runtime), SCREENSHOTS_FOLDER: pictures },
    echo: true,
  })
  if (taken.code === 0) process.stdout.write(`Pictures are in ${pictures}\n`)
  return taken.code
})
