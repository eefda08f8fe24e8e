import { problemOf } from '../../core/decode/class-problem'
import type { Capture } from '../../core/model/capture'
import { isAddress, type Transport } from '../../core/model/computer-name'
import type { ClusterResult } from '../../core/remote/cluster'
import { collect, type CheckOptions, type CheckResult, type RemoteTarget } from '../powershell/collect'
import { powershellExecutables, shellEnvironment } from '../powershell/executables'
import { PowerShellSession } from '../powershell/session'
import { readCluster } from './read-cluster'
import { remoteScript } from './remote-script'
import { type Credential, openSecretPipe } from './secret-pipe'
import { Throttle } from './throttle'

/** Another computer, how it is read, and as whom; null: the account the program runs under. */
export interface HostTarget {
  readonly computerName: string
  readonly transport: Transport
  readonly credential: Credential | null
}

/** What a reading may take. */
export type HostOptions = Omit<CheckOptions, 'target'>

/** Other computers: a PowerShell for each that is being read, so many at a time. */
export interface RemoteHosts {
  /** Reads a host. Never rejects. */
  readonly check: (target: HostTarget, options?: HostOptions) => Promise<CheckResult>
  /** Reads the nodes and the owners of a failover cluster. Never rejects. */
  readonly cluster: (target: HostTarget, options?: HostOptions) => Promise<ClusterResult>
  /** Ends every PowerShell that still runs. */
  readonly close: () => Promise<void>
}

/** How many hosts are read at a time. */
const AT_ONCE = 8
/** How long a connection may take to open; the limit of the whole check lies above. */
const OPEN_MILLISECONDS = 60_000

/** The name of the host itself where a CIM session was used, which says nothing about it; and what could not be read that way. */
function overCim(capture: Capture, { computerName }: HostTarget): Capture {
  const own = capture.host['Win32_ComputerSystem']?.['Name']
  const name =
    typeof own === 'string' && own !== '' ? own : isAddress(computerName) ? computerName : computerName.split('.')[0]
  const missing = {
    class: 'Microsoft-Windows-Hyper-V-Integration-Admin',
    code: 'events-not-over-cim',
    message: '',
  }
  return {
    ...capture,
    target: { ...capture.target, computerName: name ?? null },
    problems: [...(capture.problems ?? []), missing],
  }
}

/** Other computers, read through the system's PowerShell. `packaged`: whether this is the installed program. */
export function remoteHosts(packaged: boolean): RemoteHosts {
  const surroundings = { platform: process.platform, env: process.env, packaged }
  const throttle = new Throttle(AT_ONCE)
  const running = new Set<PowerShellSession>()

  const withSession = async <Result>(
    target: HostTarget,
    what: RemoteTarget['what'],
    options: HostOptions,
    read: (session: PowerShellSession, options: CheckOptions) => Promise<Result>,
  ): Promise<Result> => {
    const session = new PowerShellSession({
      executables: powershellExecutables(surroundings),
      env: shellEnvironment(surroundings),
      prelude: remoteScript(),
    })
    running.add(session)
    const { credential } = target
    const pipe = credential === null ? null : await openSecretPipe(credential.password)
    try {
      return await read(session, {
        ...options,
        target: {
          computerName: target.computerName,
          transport: target.transport,
          what,
          openMilliseconds: OPEN_MILLISECONDS,
          ...(pipe === null ? {} : { userName: credential?.userName, pipe: pipe.name, proof: pipe.proof }),
        },
      })
    } finally {
      pipe?.close()
      await session.close()
      running.delete(session)
    }
  }

  return {
    check: (target, options = {}) =>
      throttle.run(async () => {
        if (options.signal?.aborted === true) return { ok: false, problem: problemOf('cancelled') }
        const result = await withSession(target, 'host', options, collect)
        if (!result.ok || target.transport === 'remoting') return result
        return { ok: true, capture: overCim(result.capture, target) }
      }),
    cluster: (target, options = {}) => throttle.run(() => withSession(target, 'cluster', options, readCluster)),
    close: async () => {
      await Promise.all([...running].map((session) => session.end()))
    },
  }
}
