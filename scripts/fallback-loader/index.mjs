// Becomes resources/default_app.asar of the fallback Electron: what Electron's own default app does for
// `electron [-r FILE] FOLDER`, and nothing else.
import { app as publicApp } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Electron's own default app uses these two; they are not in the public types.
const app = /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
  publicApp
)
const require = createRequire(import.meta.url)
const args = process.argv.slice(1)
/** @type {string | undefined} */
let folder
for (let i = 0; i < args.length && folder === undefined; i++) {
  const arg = args[i] ?? ''
  // Playwright hooks into the main process with -r.
  if (arg === '-r' || arg === '--require') require(resolve(args[++i] ?? ''))
  else if (!arg.startsWith('-')) folder = resolve(arg)
}
if (folder === undefined) {
  process.stderr.write('This Electron needs the folder of an app as an argument.\n')
  process.exit(64)
}

Object.assign(process, { defaultApp: true })
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()))
// Top-level await: `ready` waits until the app's own main module has been evaluated.
await import(pathToFileURL(join(folder, manifest.main)).href)
