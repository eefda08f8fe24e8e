import { afterEach, describe, expect, test, vi } from 'vitest'
import { translate } from '../../src/core/i18n/translate'
import { Capture } from '../../src/core/model/capture'
import type { Transport } from '../../src/core/model/computer-name'
import type { CheckResult } from '../../src/main/powershell/collect'
import { type HostTarget, remoteHosts } from '../../src/main/remote/remote-hosts'
import { mergeVm } from '../../src/main/sources/merge-vm'
import { type FakeNetwork, makeNetwork, type NetworkHost, signed } from './fake-hosts'
import { eventRow, hostWith, vmId } from './hyper-v-host'
import { captureOf } from './sessions'

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

const target = (computerName: string, transport: Transport = 'remoting'): HostTarget => ({
  computerName,
  transport,
  credential: null,
})

const problemOf = (result: CheckResult): string =>
  result.ok ? 'a capture' : `${result.problem.code} ${translate('en', result.problem.message)}`

const recent = (): string => new Date(Date.now() - 60_000).toISOString()

describe('a host through PowerShell remoting', () => {
  test('runs the same collector over there and brings rows, events and access facts back', async () => {
    const events = [eventRow(18514, 0, { time: recent() })]
    start({
      'hv01.corp.example': { rows: { ...hostWith(['$(calc) `n "하나"', 'line\r\nbreak', 'twin', 'twin']), events } },
    })
    const capture = captureOf(await remote.check(target('hv01.corp.example')))
    expect(Capture.safeParse(capture).error).toBeUndefined()
    expect(capture).toMatchObject({
      complete: true,
      problems: [],
      target: { via: 'remoting', computerName: 'HV01' },
      access: { remote: true, hostRowSeen: true, namespace: 'present', languageMode: 'FullLanguage' },
    })
    expect(capture.classes['Msvm_ComputerSystem']?.map((row) => row['ElementName'])).toEqual([
      'HV01',
      '$(calc) `n "하나"',
      'line\r\nbreak',
      'twin',
      'twin',
    ])
    expect(capture.events).toHaveLength(1)
  })

  test('a connection that is lost in the middle keeps what was read and says so', async () => {
    start({ hv01: { rows: hostWith(['web-01']), lostAfter: 'Msvm_HeartbeatComponent' } })
    const capture = captureOf(await remote.check(target('hv01')))
    expect(capture).toMatchObject({ complete: false, stopped: 'broken-off' })
    expect(capture.classes['Msvm_HeartbeatComponent']).toHaveLength(1)
    expect(capture.problems?.map(({ code }) => code)).toEqual(['connection-lost'])
  })
})

describe.each(['cim-wsman', 'cim-dcom'] as const)('a host over %s', (transport) => {
  test('is read without events and without facts about the account, which is said, and leaves no session', async () => {
    const fake = start({
      hv01: { rows: { ...hostWith(['web-01']), events: [eventRow(18514, 0, { time: recent() })] } },
    })
    const capture = captureOf(await remote.check(target('hv01', transport)))
    expect(capture).toMatchObject({
      complete: true,
      events: null,
      target: { via: transport, computerName: 'HV01' },
      access: { remote: true, elevated: null, hyperVAdministrators: null, languageMode: null, hostRowSeen: true },
    })
    expect(capture.problems?.map(({ code }) => code)).toEqual(['events-not-over-cim'])
    expect(fake.asked().at(-1)).toBe('session-closed hv01')
  })
})

test.each(['remoting', 'cim-wsman', 'cim-dcom'] as const)(
  'one VM of a host is read again over %s',
  async (transport) => {
    start({ hv01: { rows: hostWith(['web-01', 'web-02']) } })
    const earlier = captureOf(await remote.check(target('hv01', transport)))
    const fresh = captureOf(await remote.check(target('hv01', transport), { vmId: vmId(1) }))
    const ids = fresh.classes['Msvm_ComputerSystem']?.map((row) => row['Name'])
    expect(ids).toContain(vmId(1))
    expect(ids).not.toContain(vmId(0))
    const merged = mergeVm(earlier, fresh, vmId(1))
    expect(merged).toMatchObject({
      ok: true,
      capture: {
        classes: { Msvm_HeartbeatComponent: earlier.classes['Msvm_HeartbeatComponent'] },
        access: { remote: true, hostRowSeen: true },
      },
    })
  },
)

describe('what keeps a host from being read', () => {
  test.each([
    ['an unknown name', {}, '0x803381B9', 'not known to the network'],
    ['a refused connection', { errors: { remoting: signed(0x80338012) } }, '0x80338012', 'does not answer to WinRM'],
    ['a firewall', { errors: { remoting: signed(0x80338126) } }, '0x80338126', 'firewall'],
    ['a host that is not trusted', { errors: { remoting: signed(0x803380e4) } }, '0x803380E4', 'not trust'],
    [
      'an address without credentials',
      { errors: { remoting: signed(0x8033810c) } },
      '0x8033810C',
      'user name and a password',
    ],
    ['access denied', { errors: { remoting: 5 } }, '0x80070005', 'refused this account the remote access'],
    ['a wrong password', { errors: { remoting: 1326 } }, '0x8007052E', 'user name or the password'],
    ['an expired password', { errors: { remoting: 1330 } }, '0x80070532', 'expired'],
    ['Kerberos', { errors: { remoting: signed(0x8009030e) } }, '0x8009030E', 'Kerberos'],
    ['an error nobody knows', { errors: { remoting: signed(0x80338999) } }, '0x80338999', 'could not be read'],
  ])('%s is one sentence', async (_, host, code, words) => {
    start(Object.keys(host).length === 0 ? {} : { hv01: host })
    const said = problemOf(await remote.check(target('hv01')))
    expect(said.slice(0, 10)).toBe(code)
    expect(said).toContain(words)
  })

  test('DCOM has its own refusals', async () => {
    start({ hv01: { errors: { 'cim-dcom': signed(0x800706ba) } }, hv02: { errors: { 'cim-dcom': 5 } } })
    expect(problemOf(await remote.check(target('hv01', 'cim-dcom')))).toContain('does not answer over DCOM')
    expect(problemOf(await remote.check(target('hv02', 'cim-dcom')))).toContain(
      'refused this account the remote access',
    )
  })

  test('a host that never answers is given up at the limit, and leaves no process', async () => {
    start({ hv01: { hang: true } })
    const started = performance.now()
    const result = await remote.check(target('hv01'), { limitMs: 5000 })
    expect(problemOf(result)).toBe('host-silent The host did not answer within 5 seconds.')
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  test('a host without Hyper-V is read, and its namespace is missing', async () => {
    start({ hv01: { rows: hostWith([]), faults: { missingNamespace: true } } })
    expect(captureOf(await remote.check(target('hv01'))).access).toMatchObject({ namespace: 'missing' })
  })
})

describe('a cluster', () => {
  const rows = {
    ...hostWith(['web-01']),
    classes: {
      ...hostWith(['web-01']).classes,
      MSCluster_Cluster: [{ Name: 'CLU01' }],
      MSCluster_Node: [
        { Name: 'HV02', State: 1 },
        { Name: 'HV01', State: 0 },
      ],
      MSCluster_Resource: [
        {
          Name: 'Virtual Machine web-01',
          Type: 'Virtual Machine',
          OwnerNode: 'HV01',
          PrivateProperties: { VmID: `{${vmId(0).toLowerCase()}}` },
        },
        {
          Name: 'Virtual Machine Configuration web-01',
          Type: 'Virtual Machine Configuration',
          OwnerNode: 'HV01',
          PrivateProperties: { VmID: vmId(0) },
        },
      ],
    },
  }

  test.each(['remoting', 'cim-wsman'] as const)('names its nodes and who has which VM, over %s', async (transport) => {
    start({ 'clu01.corp.example': { rows } })
    expect(await remote.cluster(target('clu01.corp.example', transport))).toEqual({
      ok: true,
      cluster: {
        name: 'CLU01',
        nodes: [
          { name: 'HV01.corp.example', isDown: false },
          { name: 'HV02.corp.example', isDown: true },
        ],
        owners: [{ vmId: vmId(0), name: 'Virtual Machine web-01', node: 'HV01.corp.example' }],
      },
    })
  })

  test.each([
    ['no cluster', { rows: hostWith([]) }, 'cluster-missing'],
    ['no node', { rows: { ...rows, classes: { ...rows.classes, MSCluster_Node: [] } } }, 'cluster-silent'],
    ['a refused connection', { errors: { remoting: signed(0x80338012) } }, 'winrm-unreachable'],
  ])('%s is one sentence', async (_, host, cause) => {
    start({ clu01: host })
    const result = await remote.cluster(target('clu01'))
    expect(result.ok ? '' : result.problem.message.key).toBe(`problem.cause.${cause}.message`)
  })
})
