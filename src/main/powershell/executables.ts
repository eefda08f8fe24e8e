import { win32 } from 'node:path'

/** What decides where PowerShell may be; passed in, so that every platform's order can be tested on any. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The installed program uses the system's own PowerShell whatever the environment says. */
  readonly packaged: boolean
}

function onWindows(env: Surroundings['env']): readonly string[] {
  const root = env['SystemRoot'] ?? env['SYSTEMROOT'] ?? 'C:\\Windows'
  const programs = env['ProgramW6432'] ?? env['ProgramFiles'] ?? 'C:\\Program Files'
  return [
    win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    win32.join(programs, 'PowerShell', '7', 'pwsh.exe'),
  ]
}

const ELSEWHERE = ['/usr/bin/pwsh', '/usr/local/bin/pwsh', '/opt/microsoft/powershell/7/pwsh', '/snap/bin/pwsh']

/**
 * Where PowerShell may be, the best first, as full paths: a name alone would be looked for along PATH, where anybody
 * may have put a program of that name. NODE_POWERSHELL counts in development only.
 */
export function powershellExecutables({ platform, env, packaged }: Surroundings): readonly string[] {
  const chosen = packaged ? undefined : env['NODE_POWERSHELL']
  if (chosen !== undefined && chosen !== '') return [chosen]
  return platform === 'win32' ? onWindows(env) : ELSEWHERE
}

const NOT_FOR_THE_SHELL = ['NODE_POWERSHELL', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']

/**
 * The environment a PowerShell is started with. On Windows without PSModulePath: a program that was started from
 * PowerShell 7 inherits that one's module folders, and Windows PowerShell then loads modules it cannot run; without the
 * variable each edition makes its own.
 */
export function shellEnvironment({ platform, env }: Surroundings): Record<string, string | undefined> {
  const dropped = (name: string): boolean =>
    NOT_FOR_THE_SHELL.includes(name) || (platform === 'win32' && name.toLowerCase() === 'psmodulepath')
  return Object.fromEntries(Object.entries(env).filter(([name]) => !dropped(name)))
}
