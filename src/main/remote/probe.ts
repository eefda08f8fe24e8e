import { lookup } from 'node:dns/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import type { PortState, WayFacts } from '../../core/remote/assistance'

/** Finds out what lies on the way to a computer. Never rejects; takes a few seconds at most. */
export type Probe = (host: string) => Promise<WayFacts>

/** Where it is knocked; other numbers only in tests. */
export interface ProbePorts {
  readonly http: number
  readonly https: number
  readonly rpc: number
  readonly ssh: number
}

const PORTS: ProbePorts = { http: 5985, https: 5986, rpc: 135, ssh: 22 }
const LIMIT_MS = 3000
const BANNER_BYTES = 255

function within<Result>(promise: Promise<Result>, late: Result): Promise<Result> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), LIMIT_MS)
    promise.then(resolve, () => resolve(late)).finally(() => clearTimeout(timer))
  })
}

function portState(address: string, port: number): Promise<PortState> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port })
    const settle = (state: PortState): void => {
      socket.destroy()
      resolve(state)
    }
    socket.setTimeout(LIMIT_MS, () => settle('silent'))
    socket.once('connect', () => settle('open'))
    socket.once('error', (cause: NodeJS.ErrnoException) => settle(cause.code === 'ECONNREFUSED' ? 'refused' : 'silent'))
  })
}

/** What a server says first, as SSH does. */
function banner(address: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port })
    const settle = (text: string): void => {
      socket.destroy()
      resolve(text)
    }
    socket.setTimeout(LIMIT_MS, () => settle(''))
    socket.once('data', (chunk) => settle(chunk.subarray(0, BANNER_BYTES).toString('latin1')))
    socket.once('error', () => settle(''))
    socket.once('close', () => settle(''))
  })
}

/** WinRM's listener is Windows' own web server, and knows the path /wsman without a login. */
function isWinrm(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: address, port, path: '/wsman', method: 'GET', timeout: LIMIT_MS }, (answer) => {
      answer.destroy()
      resolve(/Microsoft-HTTPAPI/i.test(String(answer.headers['server'])) && answer.statusCode !== 404)
    })
    asked.once('timeout', () => asked.destroy())
    asked.once('error', () => resolve(false))
    asked.end()
  })
}

/** Tries name, ports and WinRM of a computer, all at once. */
export async function probeWay(host: string, ports: ProbePorts = PORTS): Promise<WayFacts> {
  const found = await within(
    lookup(host).then((result): string | null => result.address),
    null,
  )
  if (found === null) {
    return { address: null, http: 'silent', https: 'silent', rpc: 'silent', isWinrm: null, isUnixSsh: false }
  }
  const [http, https, rpc, ssh] = await Promise.all([
    portState(found, ports.http),
    portState(found, ports.https),
    portState(found, ports.rpc),
    banner(found, ports.ssh),
  ])
  return {
    address: found,
    http,
    https,
    rpc,
    isWinrm: http === 'open' ? await isWinrm(found, ports.http) : null,
    isUnixSsh: ssh.startsWith('SSH-') && !/windows/i.test(ssh),
  }
}
