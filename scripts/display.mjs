import { spawnSync } from 'node:child_process'
import { run } from './process-tree.mjs'

/**
 * What Electron links and what a virtual display needs; complete for an empty Debian 12. Each entry is one need with
 * the names that Debian and Ubuntu releases give it. fonts-nanum: without a Korean font the Korean pictures are boxes.
 */
const needs = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['fonts-nanum'],
]

/** Whether this process can open windows by itself. Only Linux can lack a display. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Sees to it that Electron and a virtual display can run: on Debian and its kin root installs what is missing, others
 * get the line to run. Elsewhere only a missing xvfb-run is noticed, and only without a display.
 *
 * @returns {Promise<string>} what was done, in a few words
 * @throws {Error} one sentence with the line to run
 */
export async function ensureDisplay() {
  if (process.platform !== 'linux') return 'not needed on this platform'
  const missing = missingPackages()
  if (missing === undefined) {
    if (process.env['DISPLAY'] || isOnPath('xvfb-run')) return 'packages not checked: no dpkg here'
    throw new Error(
      'There is no display and no xvfb-run: install Xvfb and Electron’s libraries with your package manager.',
    )
  }
  if (missing.length === 0) return 'nothing missing'
  if (process.getuid?.() !== 0) throw new Error(`System packages are missing; run as root: ${installLine(missing)}`)
  const updated = await apt(['update'])
  const line = installLine(missing)
  const installed = await apt(['install', '-y', '--no-install-recommends', ...missing.map(nameHere)])
  // apt's exit code is not the proof: a package may be unpacked and not configured.
  if (missingPackages()?.length !== 0) {
    throw new Error(`System packages could not be installed; run: ${line}\n${updated.output}${installed.output}`)
  }
  return `installed ${missing.map(nameHere).join(' ')}`
}

/** @param {string[]} args */
function apt(args) {
  // Another apt may be at work on a machine that has just started.
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    limitMs: 600_000,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** The line that installs what is missing, or undefined where nothing is, or where there is no dpkg. */
export function missingPackagesLine() {
  const missing = missingPackages()
  return missing?.length ? installLine(missing) : undefined
}

/** @param {string[][]} missing */
function installLine(missing) {
  return `apt-get update && apt-get install -y --no-install-recommends ${missing.map(nameHere).join(' ')}`
}

/**
 * The command line that runs a program on a display: as it is where there is one, else under xvfb-run.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function onDisplay(command, args) {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return [command, [...args]]
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24', command, ...args]]
}

/** @returns {string[][] | undefined} undefined where there is no dpkg */
function missingPackages() {
  const names = needs.flat()
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\\n', ...names], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  if (query.error) return undefined
  // "ii" is installed and configured; a package that only was there once is listed too.
  const present = new Set([...query.stdout.matchAll(/^(\S+) ii/gm)].map((match) => match[1]))
  return needs.filter((alternatives) => !alternatives.some((name) => present.has(name)))
}

/**
 * @param {readonly string[]} alternatives
 * @returns {string}
 */
function nameHere(alternatives) {
  const [first = '', ...later] = alternatives
  const known = spawnSync('apt-cache', ['pkgnames', first], { encoding: 'utf8', timeout: 30_000 }).stdout ?? ''
  // Releases since 2024 keep the old name as a virtual package, which apt may find ambiguous.
  return later.find((name) => known.split('\n').includes(name)) ?? first
}

/** @param {string} program */
function isOnPath(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { timeout: 5000 }).status === 0
}
