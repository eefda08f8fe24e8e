import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import killTree from 'tree-kill'

const root = join(import.meta.dirname, '../..')

/** The collector that is sent to a session. */
export const COLLECTOR = join(root, 'src/main/powershell/collect.ps1')

const FAKE = join(root, 'test/fake-hyperv/fake-hyperv.psd1')

const answers = (executable: string): boolean =>
  spawnSync(executable, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', 'exit 0'], { timeout: 30_000 })
    .status === 0

/**
 * The PowerShell that the tests run on: NODE_POWERSHELL, else pwsh, else powershell.exe, else the engine host that
 * `dotnet build test/pwsh-host` makes. Throws, with what to do, when there is none: the tests are never skipped here.
 */
const findEngine = (): string => {
  const named = process.env['NODE_POWERSHELL']
  if (named) return named
  const host = join(root, 'test/pwsh-host/bin', process.platform === 'win32' ? 'pwsh-host.exe' : 'pwsh-host')
  const found = ['pwsh', 'powershell.exe'].find(answers) ?? (existsSync(host) ? host : undefined)
  if (found === undefined) {
    throw new Error('No PowerShell: install pwsh, or run `dotnet build test/pwsh-host -c Release -v quiet --nologo`.')
  }
  return found
}

/** The executable that this run uses. */
export const ENGINE = findEngine()

/** What a session said until it ended. */
export interface SessionOutput {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
}

/**
 * The environment of a session. With FAKE_HYPERV_CAPTURE among the variables the engine host loads the fake Hyper-V
 * by itself; other engines are told to, in `fakeImport`.
 */
export const sessionEnvironment = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  // Without these pwsh on Linux writes colours and terminal modes into its output.
  NO_COLOR: '1',
  TERM: 'dumb',
  ...('FAKE_HYPERV_CAPTURE' in variables ? { PWSH_HOST_MODULES: FAKE } : {}),
  ...variables,
})

/** The statements that load the fake Hyper-V into an engine that does not do so by itself. */
export const fakeImport = (variables: Readonly<Record<string, string>>): readonly string[] =>
  'FAKE_HYPERV_CAPTURE' in variables && !basename(ENGINE).startsWith('pwsh-host')
    ? [`Import-Module '${FAKE.replaceAll("'", "''")}'`]
    : []

/**
 * Starts a session as node-powershell does, sends the statements over standard input and waits for its end.
 * A session that does not end by itself within the limit is killed.
 */
export const runSession = (
  statements: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  limitMs = 30_000,
  folder = process.cwd(),
): Promise<SessionOutput> =>
  new Promise((resolve, reject) => {
    const child = spawn(ENGINE, ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'], {
      env: sessionEnvironment(variables),
      cwd: folder,
    })
    // The whole tree: pwsh may be a small launcher with the engine as its child.
    const timer = setTimeout(() => child.pid !== undefined && killTree(child.pid, 'SIGKILL'), limitMs)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ stdout, stderr, code })
    })
    // The session may die by design while it is still being written to.
    child.stdin.on('error', () => undefined)
    child.stdin.end([...fakeImport(variables), ...statements].map((statement) => `${statement}\n`).join(''))
  })
