import { _electron } from '@playwright/test'
import { execFile } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, ROOT, test } from './app'
import { LIMITS } from './limits'
import { processesBelow } from './processes'

const NOBODY = 65534

/** Folder of the Electron that the tests run on. */
function electronFolder(): string {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  return chosen ?? join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'dist')
}

/**
 * A place where an ordinary user can start the app: copies of Electron and of what was built (root's folders are closed to
 * others), and a starter that takes away the `--no-sandbox` which Playwright always adds on Linux.
 */
async function placeForAnybody(): Promise<{ folder: string; starter: string; env: Record<string, string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'integration-doctor-sandbox-'))
  const isRoot = process.getuid?.() === 0
  await chmod(folder, 0o755)
  // Not fs.cp: it would copy 260 MB through Node's own memory.
  await promisify(execFile)('cp', ['-r', '--reflink=auto', electronFolder(), join(folder, 'electron')])
  await mkdir(join(folder, 'app'))
  for (const part of ['out', 'package.json', 'assets']) {
    await cp(join(ROOT, part), join(folder, 'app', part), { recursive: true })
  }
  const home = join(folder, 'home')
  await mkdir(home)
  const env: Record<string, string> = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home }
  const authority = process.env['XAUTHORITY']
  if (authority) {
    env['XAUTHORITY'] = join(home, 'xauthority')
    await copyFile(authority, env['XAUTHORITY'])
  }
  if (isRoot) {
    for (const path of [home, ...(env['XAUTHORITY'] === undefined ? [] : [env['XAUTHORITY']])]) {
      await chown(path, NOBODY, NOBODY)
    }
  }
  const starter = join(folder, 'start.sh')
  const becomeNobody = isRoot ? `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups -- ` : ''
  await writeFile(
    starter,
    `#!/bin/bash
arguments=()
for argument in "$@"; do [ "$argument" = --no-sandbox ] || arguments+=("$argument"); done
exec ${becomeNobody}'${join(folder, 'electron', 'electron')}' "\${arguments[@]}"
`,
  )
  await chmod(starter, 0o755)
  return { folder, starter, env }
}

test('an ordinary user starts it without --no-sandbox, and the window’s process is in the sandbox', async () => {
  test.setTimeout(LIMITS.test * 2)
  const { folder, starter, env } = await placeForAnybody()
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const electron = await _electron.launch({
    executablePath: starter,
    args: [join(folder, 'app'), `--user-data-dir=${join(folder, 'home', 'user-data')}`],
    cwd: join(folder, 'home'),
    env: { ...Object.fromEntries(inherited), ...env, NODE_POWERSHELL: join(folder, 'no-powershell') },
    timeout: LIMITS.start * 2,
  })
  try {
    const page = await electron.firstWindow({ timeout: LIMITS.start * 2 })
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: LIMITS.start })
    const [main, renderer] = await electron.evaluate(({ BrowserWindow }) => [
      process.pid,
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    ])
    const below = processesBelow(main ?? 0)
    expect(
      below.map(({ pid }) => pid),
      'the window has a process of its own',
    ).toContain(renderer)
    const commands = [readFileSync(`/proc/${main}/cmdline`, 'utf8'), ...below.map(({ command }) => command)]
    for (const command of commands) expect(command).not.toContain('--no-sandbox')
    const status = readFileSync(`/proc/${renderer}/status`, 'utf8')
    // 2: system calls go through a filter.
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(status, 'not root').not.toMatch(/^Uid:\s+0\b/m)
    for (const namespace of ['pid', 'net', 'user']) {
      const own = readlinkSync(`/proc/${renderer}/ns/${namespace}`)
      expect(own, `${namespace} namespace`).not.toBe(readlinkSync(`/proc/${main}/ns/${namespace}`))
    }
  } finally {
    await electron.close()
    await rm(folder, { recursive: true, force: true })
  }
})
