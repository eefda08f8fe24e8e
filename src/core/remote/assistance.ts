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

/**
 * One thing that was looked at: fine, in the way, or worth knowing. `command` mends or shows it; `where` says on which
 * computer; `risk` what it opens or changes and who decides, null for a command that only reads.
 */
export interface AssistanceLine {
  readonly id: 'name' | 'port' | 'winrm' | 'trust' | 'double-hop' | 'rights' | 'free'
  readonly state: 'fine' | 'wrong' | 'hint'
  readonly text: TextRef
  readonly command: string | null
  readonly where: 'here' | 'host' | null
  readonly risk: TextRef | null
}

type Mending = Pick<AssistanceLine, 'command' | 'where' | 'risk'>

const NOTHING_TO_RUN: Mending = { command: null, where: null, risk: null }

/** Starts WinRM and opens its firewall rule (Microsoft Learn, Enable-PSRemoting). */
const ENABLE_REMOTING: Mending = {
  command: 'Enable-PSRemoting -Force',
  where: 'host',
  risk: message('remote.risk.remoting'),
}

const OPEN_WMI: Mending = {
  command: "Enable-NetFirewallRule -Name 'WMI-RPCSS-In-TCP', 'WMI-WINMGMT-In-TCP'",
  where: 'host',
  risk: message('remote.risk.firewall'),
}

function onlyReads(command: string): Mending {
  return { command, where: 'here', risk: null }
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
    const text = message('remote.way.no-address', { host })
    return [{ id: 'name', state: 'wrong', text, ...onlyReads(`Resolve-DnsName ${quoted(host)}`) }]
  }
  const known: AssistanceLine = {
    id: 'name',
    state: 'fine',
    text: message('remote.way.address', { host, address }),
    ...NOTHING_TO_RUN,
  }
  const isDcom = transport === 'cim-dcom'
  const port = isDcom ? 135 : 5985
  const state = isDcom ? facts.rpc : facts.http
  if (state === 'open') {
    const text = message('remote.way.port-open', { port })
    const open: AssistanceLine = { id: 'port', state: 'fine', text, ...NOTHING_TO_RUN }
    if (isDcom || facts.isWinrm !== false) return [known, open]
    const notWinrm = message('remote.way.not-winrm')
    return [known, open, { id: 'winrm', state: 'wrong', text: notWinrm, ...onlyReads(`Test-WSMan ${quoted(host)}`) }]
  }
  if (facts.isUnixSsh) {
    return [known, { id: 'port', state: 'wrong', text: message('remote.way.unix', { port }), ...NOTHING_TO_RUN }]
  }
  if (!isDcom && facts.https === 'open') {
    return [known, { id: 'port', state: 'wrong', text: message('remote.way.https-only'), ...ENABLE_REMOTING }]
  }
  const text = message(`remote.way.port-${state}`, { port })
  return [known, { id: 'port', state: 'wrong', text, ...(isDcom ? OPEN_WMI : ENABLE_REMOTING) }]
}

/** What the refusal itself says; the way is free then. */
function refusalLines({ host, userName, code }: FailedConnection): readonly AssistanceLine[] {
  const cause = connectionCause(code)
  if (cause === 'not-trusted' || (cause === 'credentials-needed' && isAddress(host))) {
    const command = `Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value ${quoted(host)} -Concatenate -Force`
    const risk = message('remote.risk.trust', { host })
    return [{ id: 'trust', state: 'wrong', text: message('remote.way.trust', { host }), command, where: 'here', risk }]
  }
  if (cause === 'kerberos') {
    const text = message('remote.way.double-hop')
    return [{ id: 'double-hop', state: 'wrong', text, ...onlyReads(`setspn -Q ${quoted(`HTTP/${host}`)}`) }]
  }
  if (cause === 'remote-refused') {
    const member = quoted(userName ?? 'DOMAIN\\user')
    const groups = ['S-1-5-32-580', 'S-1-5-32-578']
    const command = groups.map((sid) => `Add-LocalGroupMember -SID ${sid} -Member ${member}`).join('; ')
    const risk = message('remote.risk.rights')
    return [{ id: 'rights', state: 'wrong', text: message('remote.way.rights'), command, where: 'host', risk }]
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
    lines.push({ id: 'free', state: 'hint', text: message('remote.way.free'), ...NOTHING_TO_RUN })
  }
  return lines
}
