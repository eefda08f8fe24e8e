import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIMITS } from './limits'
import { isAlive, processesBelow } from './processes'
import { wordsOf, type Language } from './words'

export const ROOT = join(import.meta.dirname, '../..')

/** The sample host's rows, which the fake Hyper-V serves as if they were this computer's. */
export const SAMPLE_CAPTURE = join(ROOT, 'assets/sample/sample-host.hvcapture')

/** What an app is started with. */
export interface LaunchOptions {
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
  /** Percent. */
  readonly textSize?: number
  /** Capture that the fake Hyper-V serves; null: no fake, PowerShell alone. */
  readonly host?: string | null
  /** What goes wrong in the fake Hyper-V (test/fake-hyperv/README.md). */
  readonly faults?: Readonly<Record<string, unknown>>
  /** File that says which other computers there are (FAKE_HYPERV_HOSTS). */
  readonly network?: string
  /** Path of PowerShell; null: one that does not exist. */
  readonly powershell?: string | null
  readonly args?: readonly string[]
  readonly size?: readonly [width: number, height: number]
  /** Name of the folder for its reports. */
  readonly reportFolder?: string
}

/** A running app. */
export interface RunningApp {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly pid: number
  /** Where its reports go. */
  readonly reports: string
  /** A folder of this test alone. */
  readonly folder: string
  readonly words: ReturnType<typeof wordsOf>
  /** What the window wrote to its console as warnings and errors. */
  readonly complaints: readonly string[]
  /** Closes it as a person does; the ids of processes that were below it and are still alive afterwards. */
  readonly close: () => Promise<readonly number[]>
}

function environmentOf({ host = SAMPLE_CAPTURE, faults, network, powershell }: LaunchOptions, folder: string) {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
  if (powershell !== undefined) env['NODE_POWERSHELL'] = powershell ?? join(folder, 'no-powershell')
  else if (env['NODE_POWERSHELL'] === undefined) env['NODE_POWERSHELL'] = join(ROOT, 'test/pwsh-host/bin/pwsh-host')
  if (host !== null) {
    env['FAKE_HYPERV_CAPTURE'] = host
    // Windows sets it; the host's own row bears this name.
    env['COMPUTERNAME'] = 'HV01'
    env['PWSH_HOST_MODULES'] = join(ROOT, 'test/fake-hyperv/fake-hyperv.psd1')
    // A pwsh that is installed finds the fake by itself.
    env['PSModulePath'] = join(ROOT, 'test')
  }
  if (network !== undefined) env['FAKE_HYPERV_HOSTS'] = network
  if (faults !== undefined) env['FAKE_HYPERV_FAULTS'] = JSON.stringify(faults)
  return env
}

function within<T>(limitMs: number, promise: Promise<T>): Promise<T | 'late'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('late'), limitMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

async function goneWithin(limitMs: number, pids: readonly number[]): Promise<readonly number[]> {
  const end = Date.now() + limitMs
  for (;;) {
    const left = pids.filter(isAlive)
    if (left.length === 0 || Date.now() > end) return left
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Starts the built app with a folder of its own; waits until its window can be used. */
export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const { language = 'en', theme = 'light', textSize = 100, args = [], reportFolder = 'reports' } = options
  const folder = await mkdtemp(join(tmpdir(), 'integration-doctor-e2e-'))
  const userData = join(folder, 'user-data')
  const reports = join(folder, reportFolder)
  await mkdir(userData)
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ language, theme, textSize, reportFolder: reports }))
  const electron = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`, ...args],
    cwd: ROOT,
    env: environmentOf(options, folder),
    timeout: LIMITS.start,
  })
  const pid = electron.process().pid ?? 0
  let closed: Promise<readonly number[]> | undefined
  const close = () =>
    (closed ??= closeWithin(electron, pid).finally(() => rm(folder, { recursive: true, force: true })))
  try {
    const complaints: string[] = []
    const page = await electron.firstWindow({ timeout: LIMITS.start })
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    if (options.size !== undefined) await resize(electron, options.size)
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: LIMITS.start })
    return { electron, page, pid, reports, folder, words: wordsOf(language), complaints, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

function resize(electron: ElectronApplication, size: readonly [number, number]): Promise<void> {
  return electron.evaluate(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
}

/** Closes an app; what was below it and is still alive a while later is returned, and killed. */
async function closeWithin(electron: ElectronApplication, pid: number): Promise<readonly number[]> {
  const pids = [pid, ...processesBelow(pid).map((one) => one.pid)]
  try {
    await within(LIMITS.close, electron.close())
    return await goneWithin(LIMITS.close / 2, pids)
  } finally {
    for (const left of pids.filter(isAlive)) process.kill(left, 'SIGKILL')
  }
}

/** Tests that start apps; each is closed at the end, whatever happened. */
export const test = base.extend<{ start: (options?: LaunchOptions) => Promise<RunningApp> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  start: async ({}, provide) => {
    const running: RunningApp[] = []
    await provide(async (options) => {
      const app = await launch(options)
      running.push(app)
      return app
    })
    for (const app of running) await app.close()
  },
})

export { expect } from '@playwright/test'
