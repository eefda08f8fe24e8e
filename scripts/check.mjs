// The command line in the repository: `npm run --silent check -- ...`. Adds nothing to its output or exit codes.
import { pathToFileURL } from 'node:url'
import { buildCliBundle, cliBundle, isCliBundleCurrent } from './cli-bundle.mjs'

/** EX_SOFTWARE of sysexits.h: none of the codes that the command line gives a meaning. */
const notBuilt = 70
const args = process.argv.slice(2)

// Plain Node has no window to print in.
if (args.some((arg, index) => arg === '--format=pdf' || (arg === '--format' && args[index + 1] === 'pdf'))) {
  const { checkInElectron } = await import('./check-in-electron.mjs')
  process.exit(await checkInElectron(args).catch(failed))
}
try {
  if (!isCliBundleCurrent()) await buildCliBundle()
} catch (cause) {
  process.exit(failed(cause))
}
process.argv[1] = cliBundle
await import(pathToFileURL(cliBundle).href)

/** @param {unknown} cause */
function failed(cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  return notBuilt
}
