// The command line in the repository: `npm run --silent check -- ...`. Adds nothing to its output or exit codes.
import { pathToFileURL } from 'node:url'
import { buildCliBundle, cliBundle, isCliBundleCurrent } from './cli-bundle.mjs'

/** EX_SOFTWARE of sysexits.h: none of the codes that the command line gives a meaning. */
const notBuilt = 70

try {
  if (!isCliBundleCurrent()) await buildCliBundle()
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(notBuilt)
}
process.argv[1] = cliBundle
await import(pathToFileURL(cliBundle).href)
