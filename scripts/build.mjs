// Builds everything that runs: main, preload and renderer for Electron, and the command line for plain Node.
import { buildCliBundle } from './cli-bundle.mjs'
import { run } from './process-tree.mjs'
import { main, nodeTool, root } from './repository.mjs'

const buildLimitMs = 180_000

await main(async () => {
  const window = run(...nodeTool('electron-vite', ['build', '--logLevel', 'warn']), {
    cwd: root,
    limitMs: buildLimitMs,
  })
  const [built] = await Promise.all([window, buildCliBundle()])
  if (built.code !== 0) throw new Error(`The app could not be built.\n${built.output.trim()}`)
  return 0
})
