import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../../../../src/core/decode/class-problem'
import { connectionProblem } from '../../../../src/core/remote/connection-problem'
import type { CheckResult } from '../../../../src/main/powershell/collect'
import type { HostTarget, RemoteHosts } from '../../../../src/main/remote/remote-hosts'
import { captureOf, UBUNTU, VM_ID } from '../../core/capture-builder'
import { testDesk } from './test-desk'

const good: CheckResult = { ok: true, capture: captureOf([{ name: 'web-01', kvp: UBUNTU }]) }
const renamed: CheckResult = { ok: true, capture: captureOf([{ name: 'web-01, renamed', kvp: UBUNTU }]) }
const refused: CheckResult = {
  ok: false,
  problem: connectionProblem({ class: null, code: '0x80070005', message: '' }),
}

/** A network in which each name answers with the next of its results. */
const networkOf = (answers: Readonly<Record<string, CheckResult[]>>, asked: HostTarget[] = []): RemoteHosts => ({
  check: async (target) => {
    asked.push(target)
    return answers[target.computerName]?.shift() ?? { ok: false, problem: problemOf('name-not-resolved') }
  },
  cluster: async ({ computerName }) => ({
    ok: true,
    cluster: {
      name: computerName,
      nodes: ['hv01', 'hv02', 'hv03'].map((name) => ({ name, isDown: name === 'hv03' })),
      owners: [
        { vmId: 'A', name: 'web-01', node: 'HV01' },
        { vmId: 'B', name: 'db-01', node: 'HV02' },
        { vmId: 'C', name: 'db-02', node: 'hv02' },
      ],
    },
  }),
  close: async () => undefined,
})

const HOST = { kind: 'host', name: 'hv01', transport: 'remoting' } as const

describe('checking hosts from the window', () => {
  test('a host is a source of its own, checked again it is the same, and it is remembered without its password', async () => {
    const asked: HostTarget[] = []
    const { call, folder } = await testDesk({ remote: networkOf({ hv01: [good, good] }, asked) })
    const account = { userName: 'CORP\\admin', password: 'geheim' }
    const [first] = await call('remote.check', { ...HOST, ...account })
    expect(first).toMatchObject({ kind: 'remote', name: 'hv01', problem: null })
    expect(asked[0]?.credential).toEqual(account)
    const [second] = await call('remote.check', HOST)
    expect(second?.id).toBe(first?.id)
    expect(await call('remote.recent', {})).toMatchObject([
      { ...HOST, userName: null, isPinned: false, result: 'fine' },
    ])
    expect(readFileSync(join(folder, 'recent-hosts.json'), 'utf8')).not.toContain('geheim')
  })

  test('every node of a cluster is a source; one that fails or is down has its problem', async () => {
    const { call } = await testDesk({ remote: networkOf({ hv01: [good], hv02: [refused] }) })
    const sources = await call('remote.check', { ...HOST, kind: 'cluster', name: 'clu01' })
    expect(sources.map(({ name, problem }) => [name, problem?.code])).toEqual([
      ['hv01', undefined],
      ['hv02', '0x80070005'],
      ['hv03', 'node-down'],
    ])
    // Of what could not be read the cluster at least says which VMs are there.
    expect(sources.map(({ owned }) => owned)).toEqual([undefined, ['db-01', 'db-02'], undefined])
    expect(await call('remote.recent', {})).toMatchObject([{ kind: 'cluster', name: 'clu01', result: 'failed' }])
  })

  test('an earlier reading is not replaced by a failure, which is said', async () => {
    const { call, refusal } = await testDesk({ remote: networkOf({ hv01: [good, refused] }) })
    await call('remote.check', HOST)
    expect(await refusal('remote.check', HOST)).toBe('0x80070005')
    expect(await call('source.list', {})).toMatchObject([{ name: 'hv01', problem: null }])
  })

  test('one VM of a host is read again by itself, as the same account and with its password given again', async () => {
    const asked: [HostTarget, string | undefined][] = []
    const network = networkOf({ hv01: [good, renamed] })
    const remote: RemoteHosts = {
      ...network,
      check: (target, options) => {
        asked.push([target, options?.vmId])
        return network.check(target)
      },
    }
    const { call, refusal } = await testDesk({ remote })
    const account = { userName: 'CORP\\admin', password: 'geheim' }
    const [host] = await call('remote.check', { ...HOST, ...account })
    const vm = { sourceId: host?.id ?? '', vmId: VM_ID }
    expect(await refusal('remote.check-vm', vm)).toBe('password-needed')
    expect(asked).toHaveLength(1)
    expect(await call('remote.check-vm', { ...vm, password: 'geheim' })).toMatchObject({ id: host?.id })
    expect(asked[1]).toEqual([{ computerName: 'hv01', transport: 'remoting', credential: account }, VM_ID])
    const { rows, changes } = await call('overview.get', { sourceId: vm.sourceId })
    expect(rows.map(({ name }) => name)).toEqual(['web-01, renamed'])
    expect(changes?.vms.map(({ change }) => change)).toEqual(['changed'])
  })

  test('a VM of a capture, and of this computer, is not read over the network', async () => {
    const { call, refusal } = await testDesk({ remote: networkOf({}) })
    const sample = await call('source.open-sample', {})
    expect(await refusal('remote.check-vm', { sourceId: sample.id, vmId: VM_ID })).toBe('not-read-here')
  })

  test('a host gets the time and the days of the settings', async () => {
    const asked: (readonly [number | undefined, number | undefined])[] = []
    const remote: RemoteHosts = {
      ...networkOf({}),
      check: async (_target, options) => {
        asked.push([options?.limitMs, options?.days])
        return good
      },
    }
    const { call } = await testDesk({ remote })
    await call('settings.set', { timeLimitSeconds: 45, eventDays: 3 })
    await call('remote.check', HOST)
    expect(asked).toEqual([[45_000, 3]])
  })

  test('what stands in the way is looked for on demand, in the language of the window', async () => {
    const probe = async () =>
      ({ address: '10.1.2.3', http: 'open', https: 'refused', rpc: 'open', isWinrm: true, isUnixSsh: false }) as const
    const { call } = await testDesk({ remote: networkOf({ hv01: [refused] }), probe })
    const [source] = await call('remote.check', HOST)
    const lines = await call('remote.assist', { sourceId: source?.id ?? '' })
    expect(lines.map(({ state, where }) => [state, where])).toEqual([
      ['fine', null],
      ['fine', null],
      ['wrong', 'host'],
    ])
    expect(lines[2]?.command).toContain('Add-LocalGroupMember -SID S-1-5-32-580')
  })

  test('pinned hosts stand first, and one can be removed', async () => {
    const { call } = await testDesk({ remote: networkOf({}) })
    for (const name of ['hv01', 'hv02', 'hv03']) await call('remote.check', { ...HOST, name })
    const pinned = await call('remote.pin', { kind: 'host', name: 'HV01', isPinned: true })
    expect(pinned.map(({ name }) => name)[0]).toBe('hv01')
    const left = await call('remote.forget', { kind: 'host', name: 'hv02' })
    expect(left.map(({ name }) => name).toSorted()).toEqual(['hv01', 'hv03'])
  })

  test.each(['hv01; calc', '$(calc)', '-hv01', "hv'01", ''])('%j is no name of a computer', async (name) => {
    const { refusal } = await testDesk({ remote: networkOf({}) })
    expect(await refusal('remote.check', { ...HOST, name })).toBe('request-refused:remote.check')
  })
})
