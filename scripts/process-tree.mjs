import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

/**
 * @typedef {object} RunOptions
 * @property {number} limitMs the process and all its children are ended after this time
 * @property {NodeJS.ProcessEnv} [env] added to this process's own environment
 * @property {string} [cwd]
 * @property {boolean} [echo] pass output through as it comes, instead of only keeping it
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 124 after the time limit, 127 where the program could not be started
 * @property {string} output standard output and error in the order they came
 * @property {string} stdout standard output alone
 * @property {number} seconds
 */

/** @type {Set<number>} */
const running = new Set()

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const pid of running) endTree(pid)
    process.exit(130)
  })
}

/**
 * Lets a process that was started elsewhere end with this one when this one is told to stop.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  const { pid } = child
  if (pid === undefined) return
  running.add(pid)
  child.once('exit', () => running.delete(pid))
}

/**
 * Runs a program without standard input to its end or its time limit. Nothing that it started in its own process
 * group outlives it. Never throws: a program that cannot be started is code 127 with the reason as its output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { limitMs, env, cwd, echo = false }) {
  const started = performance.now()
  return new Promise((resolve) => {
    // A group of its own lets us end children whose parent has gone; Windows has no groups and finds them by parent.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Some tools colour their output wherever CI is set; here it is read, searched and indented.
      env: { NO_COLOR: '1', ...process.env, ...env },
      cwd,
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    const { pid } = child
    if (pid !== undefined) running.add(pid)
    let output = ''
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
      stdout += text
      if (echo) process.stdout.write(text)
    })
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
      if (echo) process.stderr.write(text)
    })
    let late = false
    const timer = setTimeout(() => {
      late = true
      output += `\nStopped after its time limit of ${Math.round(limitMs / 1000)} s.\n`
      if (pid !== undefined) endTree(pid)
    }, limitMs)

    let settled = false
    const settle = (/** @type {number} */ code) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      if (pid !== undefined) {
        endGroup(pid)
        running.delete(pid)
      }
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code: late ? 124 : code, output, stdout, seconds: (performance.now() - started) / 1000 })
    }
    child.on('error', (cause) => {
      output += `${command} could not be started: ${cause.message}\n`
      settle(127)
    })
    child.on('close', (code) => settle(code ?? 1))
    // A daemon that inherited our pipe keeps it open for good: after the end, wait only a moment for the rest.
    child.on('exit', (code) => setTimeout(() => settle(code ?? 1), 2000).unref())
  })
}

/**
 * Ends a process and everything below it at once, also children that left its process group (Playwright starts
 * Electron in a group of its own).
 *
 * @param {number} pid
 */
export function endTree(pid) {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => {})
    return
  }
  const below = process.platform === 'linux' ? descendants(pid) : []
  endGroup(pid)
  for (const child of below) kill(child)
}

/** @param {number} pid */
function endGroup(pid) {
  if (process.platform !== 'win32') kill(-pid)
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone: what was wanted.
  }
}

/**
 * @param {number} root
 * @returns {number[]}
 */
function descendants(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const parent = parentOf(entry)
    if (parent === undefined) continue
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  const found = [...(children.get(root) ?? [])]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

/**
 * @param {string} pid
 * @returns {number | undefined} undefined where the process ended meanwhile
 */
function parentOf(pid) {
  try {
    // proc(5): the command name stands in brackets and may itself hold brackets and spaces; state and parent follow.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}
