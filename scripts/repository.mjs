import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's top folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The command line that runs a program of a package in node_modules with this Node: no shell and no `.cmd` file
 * between, so that arguments arrive as given on every platform and a time limit ends the right process.
 *
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {string} [program] where the package has several
 * @returns {[command: string, args: string[]]}
 */
export function nodeTool(packageName, args, program = packageName) {
  const folder = join(root, 'node_modules', packageName)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin[program]
  if (file === undefined) throw new Error(`The package ${packageName} has no program ${program}.`)
  return [process.execPath, [join(folder, file), ...args]]
}

/**
 * Prints the sentence of an expected failure without a stack and sets the exit code; a bug keeps its stack.
 *
 * @param {() => Promise<number>} command gives the exit code
 */
export async function main(command) {
  try {
    process.exitCode = await command()
  } catch (cause) {
    const isUsage = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS')
    const isExpected = cause instanceof Error && (cause.constructor === Error || isUsage)
    process.stderr.write(`${isExpected ? cause.message : cause instanceof Error ? cause.stack : String(cause)}\n`)
    process.exitCode = 1
  }
}
