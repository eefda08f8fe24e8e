// Packages the app with electron-builder: a folder on Linux and macOS, the installers of electron-builder.yml for Windows.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { builderConfigProblems } from './builder-schema.mjs'
import { writeCollector } from './collector.mjs'
import { prepareElectron } from './electron-runtime.mjs'
import { fallbackVersion, isFallback } from './fallback-electron.mjs'
import { run } from './process-tree.mjs'
import { main, nodeTool, root } from './repository.mjs'

const packageLimitMs = 900_000
const output = join(root, 'dist')
/** Belongs to development: the app that an Electron without an app runs, and the note on our own cache. */
const developmentFiles = ['default_app.asar', 'integration-doctor.json']

await main(async () => {
  const problems = builderConfigProblems(join(root, 'electron-builder.yml'))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    limitMs: packageLimitMs,
  })
  if (built.code !== 0) throw new Error(built.output.trim())
  await (process.platform === 'win32' || process.argv.includes('--win') ? packageForWindows() : packageFolder())
  process.stdout.write(`The collector script to hand out: ${await writeCollector(output)}\n`)
  return 0
})

async function packageFolder() {
  const runtime = await prepareElectron()
  const work = await mkdtemp(join(tmpdir(), 'integration-doctor-package-'))
  try {
    const distribution = join(work, 'electron')
    await cp(runtime.folder, distribution, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !developmentFiles.includes(basename(path)),
    })
    const platform = process.platform === 'darwin' ? '--mac' : '--linux'
    await electronBuilder([platform, 'dir', `-c.electronDist=${distribution}`])
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const leaked = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) =>
    developmentFiles.includes(basename(path)),
  )
  if (leaked.length > 0) throw new Error(`The package holds what only development needs: ${leaked.join(', ')}`)
  process.stdout.write(`Packaged into ${output}\n`)
  if (isFallback(runtime.folder)) {
    process.stdout.write(
      `It runs on the development Electron ${fallbackVersion}: to try the packaging, not to hand out.\n`,
    )
  }
}

async function packageForWindows() {
  await electronBuilder(['--win'])
  process.stdout.write(`Packaged into ${output}\n`)
}

/** @param {string[]} args */
async function electronBuilder(args) {
  const result = await run(...nodeTool('electron-builder', [...args, '--publish', 'never']), {
    cwd: root,
    limitMs: packageLimitMs,
    echo: true,
  })
  if (result.code === 0) return
  if (/(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|fetch failed).*/.test(result.output)) {
    throw new Error(
      'The package could not be made: Electron and the installer tools come from github.com, which cannot be reached from here. ' +
        'Run this where it can be.',
    )
  }
  throw new Error('The package could not be made; electron-builder says why above.')
}
