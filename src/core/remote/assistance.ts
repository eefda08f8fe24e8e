import { message } from '../i18n/translate'
import { isAddress, type Transport } from '../model/computer-name'
import type { TextRef } from '../model/text'
import { connectionCause } from './connection-problem'

/** How a port answered: something listens, nothing does, or no answer came. */
export type PortState = 'open' | 'refused' | 'silent'

/** What was tried from this computer on the way to a host. */
export interface WayFacts {
  /** The address behind the name; null where there is none. */
  readonly address: string | null
  /** WinRM over HTTP (5985) and HTTPS (5986), and the RPC endpoint mapper (135) that DCOM begins with. */
  readonly http: PortState
  readonly https: PortState
  readonly rpc: PortState
  /** Whether what listens on 5985 is WinRM; null where nothing does. */
  readonly isWinrm: boolean | null
  /** Whether an SSH server that is not Windows' own answers. */
  readonly isUnixSsh: boolean
}

/** One thing that was looked at: fine, in the way, or worth knowing. `command` mends or shows it; `where` says on which computer. */
export interface AssistanceLine {
  readonly id: 'name' | 'port' | 'winrm' | 'trust' | 'double-hop' | 'rights' | 'free'
  readonly state: 'fine' | 'wrong' | 'hint'
  readonly text: TextRef
  readonly command: string | null
  readonly where: 'here' | 'host' | null
}

/** The connection that failed. `code` is the problem's. */
export interface FailedConnection {
  readonly host: string
  readonly transport: Transport
  readonly userName: string | null
  readonly code: string
}

/** A text in single quotes as PowerShell takes it. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/gu, (sign) => sign + sign)}'`
}

function wayLines(host: string, transport: Transport, facts: WayFacts): readonly AssistanceLine[] {
  const { address } = facts
  if (address === null) {
    const command = `Resolve-DnsName ${quoted(host)}`
    return [{ id: 'name', state: 'wrong', text: message('remote.way.no-address', { host }), command, where: 'here' }]
  }
  const known: AssistanceLine = {
    id: 'name',
    state: 'fine',
    text: message('remote.way.address', { host, address }),
    command: null,
    where: null,
  }
  const isDcom = transport === 'cim-dcom'
  const port = isDcom ? 135 : 5985
  const state = isDcom ? facts.rpc : facts.http
  if (state === 'open') {
    const text = message('remote.way.port-open', { port })
    const open: AssistanceLine = { id: 'port', state: 'fine', text, command: null, where: null }
    if (isDcom || facts.isWinrm !== false) return [known, open]
    const command = `Test-WSMan ${quoted(host)}`
    return [known, open, { id: 'winrm', state: 'wrong', text: message('remote.way.not-winrm'), command, where: 'here' }]
  }
  if (facts.isUnixSsh) {
    return [
      known,
      { id: 'port', state: 'wrong', text: message('remote.way.unix', { port }), command: null, where: null },
    ]
  }
  if (!isDcom && facts.https === 'open') {
    const command = 'Enable-PSRemoting -Force'
    return [known, { id: 'port', state: 'wrong', text: message('remote.way.https-only'), command, where: 'host' }]
  }
  const rule = isDcom
    ? "Enable-NetFirewallRule -Name 'WMI-RPCSS-In-TCP', 'WMI-WINMGMT-In-TCP'"
    : 'Enable-PSRemoting -Force'
  const text = message(`remote.way.port-${state}`, { port })
  return [known, { id: 'port', state: 'wrong', text, command: rule, where: 'host' }]
}

/** What the refusal itself says; the way is free then. */
function refusalLines({ host, userName, code }: FailedConnection): readonly AssistanceLine[] {
  const cause = connectionCause(code)
  if (cause === 'not-trusted' || (cause === 'credentials-needed' && isAddress(host))) {
    const command = `Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value ${quoted(host)} -Concatenate -Force`
    return [{ id: 'trust', state: 'wrong', text: message('remote.way.trust', { host }), command, where: 'here' }]
  }
  if (cause === 'kerberos') {
    const command = `setspn -Q ${quoted(`HTTP/${host}`)}`
    return [{ id: 'double-hop', state: 'wrong', text: message('remote.way.double-hop'), command, where: 'here' }]
  }
  if (cause === 'remote-refused') {
    const member = quoted(userName ?? 'DOMAIN\\user')
    const groups = ['S-1-5-32-580', 'S-1-5-32-578']
    const command = groups.map((sid) => `Add-LocalGroupMember -SID ${sid} -Member ${member}`).join('; ')
    return [{ id: 'rights', state: 'wrong', text: message('remote.way.rights'), command, where: 'host' }]
  }
  return []
}

/**
 * What stands between this computer and a host: name, port and WinRM as they were tried, then what the refusal means for
 * trusted hosts, a second hop and rights. Each is one sentence with the command that mends or shows it.
 */
export function assistanceFor(failed: FailedConnection, facts: WayFacts): readonly AssistanceLine[] {
  const lines = [...wayLines(failed.host, failed.transport, facts)]
  if (lines.every(({ state }) => state === 'fine')) lines.push(...refusalLines(failed))
  if (lines.every(({ state }) => state === 'fine')) {
    lines.push({ id: 'free', state: 'hint', text: message('remote.way.free'), command: null, where: null })
  }
  return lines
}
