import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { builderConfigProblems } from './builder-schema.mjs'
import { onDisplay } from './display.mjs'
import { run } from './process-tree.mjs'
import { nodeTool, root } from './repository.mjs'
import { countPlaywright, countVitest, playwrightTitles } from './test-counts.mjs'

/**
 * What a step came to. A step that runs no tests counts as one failure when it fails and as nothing when it does not.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} note a few words for the progress line
 * @property {string} output shown where something failed
 * @property {string[]} skippedTests why and which
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 * @property {string[]} [needs] steps without which this one cannot run
 */

const checkLimitMs = 180_000
const engineTag = '@powershell'

/** @type {Outcome} */
const nothing = { passed: 0, failed: 0, skipped: 0, note: '', output: '', skippedTests: [] }

/**
 * @param {string} note
 * @returns {Outcome}
 */
export function done(note = '') {
  return { ...nothing, note }
}

/**
 * @param {string} output
 * @returns {Outcome}
 */
export function failed(output) {
  return { ...nothing, failed: 1, output }
}

/**
 * A step that is one of package.json's own scripts.
 *
 * @param {string} name
 * @param {string} script
 * @returns {Step}
 */
export function scriptStep(name, script) {
  return { name, run: () => commandOutcome(npmRun(script), checkLimitMs) }
}

/** The checks of the source that need nothing but node_modules. */
export const sourceChecks = [
  scriptStep('types', 'types'),
  scriptStep('lint', 'lint'),
  scriptStep('format', 'format:check'),
  scriptStep('dead code', 'dead-code'),
  scriptStep('regular expressions', 'regex'),
  { name: 'installer schema', run: async () => schemaOutcome() },
]

/**
 * @param {string} project a project of vitest.config.ts
 * @param {string} resultFile where the counts are read from
 * @param {number} limitMs
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Outcome>}
 */
export async function vitestOutcome(project, resultFile, limitMs, env) {
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`]
  const result = await run(...nodeTool('vitest', args), { cwd: root, limitMs, env: { ...env } })
  return { ...nothing, ...countVitest(resultFile, result.code), output: result.output }
}

/**
 * @param {string} project
 * @param {string} reason
 * @returns {Promise<Outcome>} all tests of the project as skipped, by name
 */
export async function vitestSkipped(project, reason) {
  const listed = await run(...nodeTool('vitest', ['list', '--project', project, '--json']), {
    cwd: root,
    limitMs: checkLimitMs,
  })
  if (listed.code !== 0) return failed(listed.output)
  /** @type {{ name: string }[]} */
  const tests = JSON.parse(listed.stdout)
  return {
    ...nothing,
    skipped: tests.length,
    note: reason,
    skippedTests: tests.map(({ name }) => `${name}: ${reason}`),
  }
}

/**
 * The end-to-end tests. Those that need a PowerShell engine carry the tag `@powershell`.
 *
 * @param {string} resultFile where the counts are read from
 * @param {number} limitMs
 * @param {NodeJS.ProcessEnv} env
 * @param {string} noEngine why there is no PowerShell; empty where there is one
 * @returns {Promise<Outcome>}
 */
export async function playwrightOutcome(resultFile, limitMs, env, noEngine) {
  const withReport = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile }
  const without = { ...nothing }
  if (noEngine) {
    const listing = nodeTool(
      '@playwright/test',
      ['test', '--list', '--reporter=json', '--grep', engineTag],
      'playwright',
    )
    const listed = await run(...listing, { cwd: root, limitMs: checkLimitMs, env: withReport })
    without.skippedTests = playwrightTitles(resultFile).map((title) => `${title}: ${noEngine}`)
    without.skipped = without.skippedTests.length
    if (listed.code !== 0) return failed(listed.output)
  }
  const chosen = noEngine ? ['--grep-invert', engineTag] : []
  const command = nodeTool('@playwright/test', ['test', '--reporter=list,json', ...chosen], 'playwright')
  const result = await run(...onDisplay(...command), { cwd: root, limitMs, env: withReport })
  const { secondTry, ...counts } = countPlaywright(resultFile, result.code)
  return {
    ...nothing,
    ...counts,
    note: secondTry.length === 0 ? '' : `on a second try: ${secondTry.join('; ')}`,
    skipped: counts.skipped + without.skipped,
    skippedTests: [...counts.skippedTests, ...without.skippedTests],
    output: result.output,
  }
}

/**
 * @param {[string, string[]]} command
 * @param {number} limitMs
 * @returns {Promise<Outcome>}
 */
export async function commandOutcome([command, args], limitMs) {
  const result = await run(command, args, { cwd: root, limitMs })
  return result.code === 0 ? done() : failed(result.output)
}

/**
 * The engine that the PowerShell tests run: the one named by NODE_POWERSHELL, one on the PATH, or the test host built with the .NET SDK.
 *
 * @returns {Promise<{ executable?: string, note: string, problem?: string }>} without an executable: no engine and no SDK, or a build that failed (problem)
 */
export async function preparePowerShell() {
  const named = process.env['NODE_POWERSHELL']
  if (named) return { executable: named, note: `NODE_POWERSHELL: ${named}` }
  const found = ['pwsh', 'powershell.exe']
    .flatMap(onPath)
    .find((path) => runs(path, ['-NoLogo', '-NoProfile', '-Command', 'exit 0']))
  if (found) return { executable: found, note: found }
  if (!runs('dotnet', ['--version'])) return { note: 'there is no PowerShell and no .NET SDK to build the test host' }

  // Without the flag the SDK leaves its build servers running.
  const args = ['build', 'test/pwsh-host', '-c', 'Release', '-v', 'quiet', '--nologo', '--disable-build-servers']
  const built = await run('dotnet', args, { cwd: root, limitMs: 600_000, env: { DOTNET_CLI_TELEMETRY_OPTOUT: '1' } })
  const executable = join(
    root,
    'test',
    'pwsh-host',
    'bin',
    process.platform === 'win32' ? 'pwsh-host.exe' : 'pwsh-host',
  )
  if (built.code !== 0 || !existsSync(executable))
    return { note: 'the test host does not build', problem: built.output }
  return { executable, note: 'test host' }
}

/** @returns {Outcome} */
function schemaOutcome() {
  const problems = builderConfigProblems(join(root, 'electron-builder.yml'))
  return problems.length === 0 ? done() : failed(problems.join('\n'))
}

/**
 * @param {string} script
 * @returns {[string, string[]]}
 */
function npmRun(script) {
  const npm = process.env['npm_execpath']
  return npm ? [process.execPath, [npm, 'run', '--silent', script]] : ['npm', ['run', '--silent', script]]
}

/**
 * @param {string} program
 * @returns {string[]} full paths; the program itself takes no name, which would be looked for anywhere
 */
function onPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const names = process.platform === 'win32' && !program.endsWith('.exe') ? [program, `${program}.exe`] : [program]
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter((path) => existsSync(path))
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function runs(program, args) {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 60_000, windowsHide: true }).status === 0
}
