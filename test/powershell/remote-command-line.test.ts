import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { WayFacts } from '../../src/core/remote/assistance'
import { remoteHosts } from '../../src/main/remote/remote-hosts'
import { linesOf, type Ran, runCheck } from '../unit/main/cli/run-check'
import { ENGINE } from './engine'
import { type FakeNetwork, makeNetwork, type NetworkHost, signed } from './fake-hosts'
import { hostWith, vmId } from './hyper-v-host'

let network: FakeNetwork | null = null
const remote = remoteHosts(false)

const start = (hosts: Readonly<Record<string, NetworkHost>>): FakeNetwork => {
  network = makeNetwork(hosts)
  for (const [name, value] of Object.entries(network.variables)) vi.stubEnv(name, value)
  return network
}

afterEach(async () => {
  await remote.close()
  vi.unstubAllEnvs()
  network?.remove()
})

const way: WayFacts = {
  address: '10.1.2.3',
  http: 'open',
  https: 'refused',
  rpc: 'open',
  isWinrm: true,
  isUnixSsh: false,
}

const run = (argv: readonly string[], stdin = '', facts: Partial<WayFacts> = {}): Promise<Ran> =>
  runCheck(argv, { remote, stdin: Readable.from([stdin]), probe: async () => ({ ...way, ...facts }) })

describe('hosts on the command line', () => {
  test('give one line each in the order named, whichever is read first, and a failing one is a line too', async () => {
    start({
      hv01: { rows: hostWith(['web-01']), delay: 3000 },
      hv02: { errors: { remoting: 5 } },
      hv03: { rows: hostWith(['db-01', 'db-02']) },
    })
    const { code, stdout, stderr } = await run(['--host', 'hv01,hv02', 'hv03', '--format', 'json', '--quiet'])
    const lines = linesOf(stdout)
    expect(lines.map(({ source, vms, problems }) => [source, vms.length, problems[0]?.code])).toEqual([
      ['hv01', 1, undefined],
      ['hv02', 0, '0x80070005'],
      ['hv03', 2, undefined],
    ])
    expect(code).toBe(lines.some(({ vms }) => vms.some((vm) => vm.needsAction)) ? 1 : 2)
    expect(stderr).toContain('hv02: The host refused this account the remote access (0x80070005).')
    expect(stderr).toContain("Add-LocalGroupMember -SID S-1-5-32-580 -Member 'DOMAIN\\user'")
  })

  test('an address that is not trusted comes with the command that mends it', async () => {
    start({ '10.1.2.3': { errors: { remoting: signed(0x803380e4) } } })
    const { code, stderr } = await run(['--host', '10.1.2.3', '--lang', 'ko'])
    expect(code).toBe(2)
    expect(stderr).toContain('이 컴퓨터가 신뢰하지 않습니다')
    expect(stderr).toContain("Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value '10.1.2.3' -Concatenate -Force")
  })

  test('a Linux computer is told from a host that is off', async () => {
    start({ nas: { errors: { remoting: signed(0x80338012) } } })
    const { stderr } = await run(['--host', 'nas'], '', { http: 'refused', isUnixSsh: true })
    expect(stderr).toContain('nas: The host does not answer to WinRM (0x80338012).')
    expect(stderr).toContain('probably a Linux computer')
  })

  test('a host that never answers ends at the limit, and the others are told', async () => {
    start({ hv01: { hang: true }, hv02: { rows: hostWith(['web-01']) } })
    const { stdout, stderr } = await run(['--host', 'hv01', 'hv02', '--timeout', '8', '--format', 'json'])
    expect(linesOf(stdout).map(({ source, vms }) => [source, vms.length])).toEqual([
      ['hv01', 0],
      ['hv02', 1],
    ])
    expect(stderr).toContain('hv01: The host did not answer within 8 seconds.')
  })
})

describe('a cluster on the command line', () => {
  const node = (name: string): NetworkHost => ({ rows: hostWith([name]) })
  const cluster = {
    MSCluster_Cluster: [{ Name: 'CLU01' }],
    MSCluster_Node: [
      { Name: 'HV01', State: 0 },
      { Name: 'HV02', State: 0 },
      { Name: 'HV03', State: 1 },
    ],
    MSCluster_Resource: [
      { Name: 'web-01', Type: 'Virtual Machine', OwnerNode: 'HV01', PrivateProperties: { VmID: vmId(0) } },
      { Name: 'db-01', Type: 'Virtual Machine', OwnerNode: 'HV02', PrivateProperties: { VmID: vmId(7) } },
    ],
  }

  test('is its nodes: one that fails or is down is a line, with the VMs that are on it', async () => {
    start({
      clu01: { rows: { ...hostWith([]), classes: { ...hostWith([]).classes, ...cluster } } },
      HV01: node('web-01'),
      HV02: { errors: { remoting: signed(0x80338126) } },
    })
    const { stdout, stderr } = await run(['--cluster', 'clu01', '--format', 'json'])
    const lines = linesOf(stdout)
    expect(lines.map(({ source, problems }) => [source, problems[0]?.code])).toEqual([
      ['HV01', undefined],
      ['HV02', '0x80338126'],
      ['HV03', 'node-down'],
    ])
    // Of a role of a cluster it is known that it is one.
    expect(lines[0]?.vms[0]?.notes.map(({ code }) => code)).toContain('IS-103')
    expect(stderr).toContain('Cluster CLU01: 3 nodes, 2 virtual machines.')
    expect(stderr).toContain('By the cluster this virtual machine is on it: db-01')
  })
})

describe('another account', () => {
  const PASSWORD = 'Pä$$wörd-비밀’"`;$(calc) 42'

  /** Every form in which a text could lie in a file. */
  const formsOf = (text: string): Buffer[] => {
    const raw = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]
    const escaped = [
      JSON.stringify(text),
      JSON.stringify(text).replaceAll(
        /[\u0080-\uffff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ]
    const encoded = raw.flatMap((bytes) =>
      // Base64 reads differently at each of three offsets; the outermost signs depend on what stands beside.
      [0, 1, 2].map((offset) => {
        const shifted = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
        return Buffer.from(shifted.slice(offset === 0 ? 0 : 4, -4))
      }),
    )
    const hex = raw.map((bytes) => Buffer.from(bytes.toString('hex')))
    return [...raw, ...escaped.map((text_) => Buffer.from(text_.slice(1, -1))), ...encoded, ...hex]
  }

  const filesBelow = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))

  /** A PowerShell that keeps what it is started with, and every byte that it is sent and says. */
  const recordingEngine = (folder: string): string => {
    const path = join(folder, 'pwsh')
    const lines = [
      '#!/bin/sh',
      `tr '\\0' '\\n' < /proc/self/environ > "${folder}/environment.$$"`,
      `printf '%s\\n' "$@" > "${folder}/arguments.$$"`,
      `tee "${folder}/input.$$" | "${ENGINE}" "$@" 2> "${folder}/errors.$$" | tee "${folder}/output.$$"`,
    ]
    writeFileSync(path, `${lines.join('\n')}\n`)
    chmodSync(path, 0o755)
    return path
  }

  test('the forms that are looked for are found where they are', () => {
    const hidden = formsOf(PASSWORD)
    const haystack = Buffer.concat([Buffer.from('xy'), Buffer.from(PASSWORD, 'utf8'), Buffer.from('z')]).toString(
      'base64',
    )
    expect(hidden.some((form) => Buffer.from(haystack).includes(form))).toBe(true)
    const wide = Buffer.concat([Buffer.from('\ufeffx', 'utf16le'), Buffer.from(PASSWORD, 'utf16le')]).toString('base64')
    expect(hidden.some((form) => Buffer.from(wide).includes(form))).toBe(true)
  })

  test.skipIf(process.platform === 'win32').each(['remoting', 'cim-wsman'])(
    'signs in over %s, and its password is in nothing that is sent, said or written',
    async (transport) => {
      const { folder, asked } = start({
        hv01: { rows: hostWith(['web-01']), user: 'CORP\\관리자', password: PASSWORD },
      })
      const [records, temporary, results] = ['records', 'tmp', 'results'].map((name) => {
        mkdirSync(join(folder, name))
        return join(folder, name)
      }) as [string, string, string]
      vi.stubEnv('NODE_POWERSHELL', recordingEngine(records))
      vi.stubEnv('TMPDIR', temporary)
      const argv = ['--host', 'hv01', '--ask-credential', '--transport', transport, '--format', 'json']
      const ran = await run([...argv, '--save-capture', `${results}/`], `CORP\\관리자\n${PASSWORD}\n`)
      expect(linesOf(ran.stdout)[0]?.vms).toHaveLength(1)
      expect(asked()).toContain(`connection ${transport} hv01 CORP\\관리자`)

      const written = [...filesBelow(records), ...filesBelow(temporary), ...filesBelow(results)]
      expect(written.map((path) => path.replace(/^.*\/|\.\d+$/g, ''))).toEqual(
        expect.arrayContaining(['environment', 'arguments', 'input', 'output', 'errors']),
      )
      const everything = Buffer.concat([
        ...written.map((path) => readFileSync(path)),
        Buffer.from(ran.stdout),
        Buffer.from(ran.stderr),
      ])
      expect(everything.includes(Buffer.from('Invoke-RemoteIntegrationDoctor'))).toBe(true)
      expect(formsOf(PASSWORD).filter((form) => everything.includes(form))).toEqual([])
      // The request is data in base64; it says who, and not with what.
      const requests = [...everything.toString('latin1').matchAll(/-Request '([A-Za-z0-9+/=]+)'/g)]
      const request = Buffer.from(requests.at(-1)?.[1] ?? '', 'base64')
      expect(JSON.parse(request.toString('ascii'))).toMatchObject({
        target: { computerName: 'hv01', userName: 'CORP\\관리자' },
      })
      expect(formsOf(PASSWORD).filter((form) => request.includes(form))).toEqual([])
      // The pipe is gone, and nothing else was left in the temporary folder.
      expect(readdirSync(temporary).filter((name) => name.startsWith('CoreFxPipe_integration'))).toEqual([])
    },
  )

  test('a wrong password is one sentence', async () => {
    start({ hv01: { rows: hostWith(['web-01']), user: 'admin', password: PASSWORD } })
    const { code, stderr } = await run(['--host', 'hv01', '--ask-credential'], 'admin\nwrong\n')
    expect(code).toBe(2)
    expect(stderr).toContain('The user name or the password is wrong (0x8007052E).')
  })

  test('nothing given: no host is asked', async () => {
    const { asked } = start({ hv01: { rows: hostWith(['web-01']) } })
    const { code, stdout, stderr } = await run(['--host', 'hv01', '--ask-credential'], '')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('no host was read')
    expect(asked()).toEqual([])
  })
})
