import collector from '../powershell/collect.ps1?raw'
import { collect, type CheckOptions, type CheckResult } from '../powershell/collect'
import { powershellExecutables, shellEnvironment } from '../powershell/executables'
import { PowerShellSession } from '../powershell/session'

/** This computer as a target: one warm PowerShell, used by one check after the other. */
export interface LocalComputer {
  /** Reads this computer. Never rejects; see `collect` for what is kept of a check that did not come to its end. */
  readonly check: (options?: CheckOptions) => Promise<CheckResult>
  /** Ends PowerShell and all it started. */
  readonly close: () => Promise<void>
}

/** The computer the program runs on. `packaged`: whether this is the installed program, which takes no PowerShell but the system's. */
export function localComputer(packaged: boolean): LocalComputer {
  const surroundings = { platform: process.platform, env: process.env, packaged }
  const session = new PowerShellSession({
    executables: powershellExecutables(surroundings),
    env: shellEnvironment(surroundings),
    prelude: collector,
  })
  return {
    check: (options = {}) => collect(session, options),
    close: () => session.close(),
  }
}
