import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Capture } from '../../../../src/core/model/capture'
import { HistoryStore, type HistoryOptions } from '../../../../src/main/history/history-store'
import { knownGuests, previousCheck, rememberedVms, sinceWhen } from '../../../../src/main/history/history-lookup'
import { judge } from '../../../../src/core/diagnosis/judge'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from '../../core/capture-builder'
import { asOrdinaryUser, onFullDisk, readOnlyFolder } from '../made-faults'

const NOW = new Date('2026-11-24T00:00:00Z')

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function storeIn(folder: string, options: Partial<HistoryOptions> = {}): HistoryStore {
  return new HistoryStore({
    folder,
    isOn: () => true,
    limits: () => ({ days: 90, bytes: 1024 * 1024 * 1024 }),
    judgedBy: 'test',
    now: () => NOW,
    delayMs: 0,
    onChanged: () => undefined,
    ...options,
  })
}

const onDay = (day: number, vm: VmFacts = {}): Capture =>
  captureOf([{ name: 'web-01', kvp: UBUNTU, ...vm }], {
    collectedAt: `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`,
  })
const silent: VmFacts = { kvp: null, services: { kvp: { status: [12] }, vss: { status: [2, 32775] } } }

async function kept(folder: string, captures: readonly Capture[], options: Partial<HistoryOptions> = {}) {
  const store = storeIn(folder, options)
  await store.load()
  for (const capture of captures) store.keep(capture)
  await store.settle()
  return store
}

async function loaded(folder: string, options: Partial<HistoryOptions> = {}): Promise<HistoryStore> {
  const store = storeIn(folder, options)
  await store.load()
  return store
}

const checksOf = (store: HistoryStore): readonly string[] =>
  [...store.hosts.values()].flatMap(({ checks }) => checks.map(({ checkedAt }) => checkedAt.slice(8, 10)))
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hvcapture'))
    .sort()
const codes = (store: HistoryStore): readonly string[] => store.problems.map(({ code }) => code)

describe('the history', () => {
  test('keeps each completed check once, packed, and finds it again after a new start', async () => {
    const folder = newFolder()
    const captures = [onDay(10), onDay(12), onDay(12)]
    expect(checksOf(await kept(folder, captures))).toEqual(['10', '12'])
    expect(filesIn(folder)).toHaveLength(2)
    const store = await loaded(folder)
    expect(checksOf(store)).toEqual(['10', '12'])
    const ref = previousCheck(store.hosts, onDay(12))
    const read = ref === null ? null : await store.read(ref)
    expect(read).toMatchObject({
      ok: true,
      capture: { classes: onDay(10).classes, collectedAt: '2026-11-10T08:00:00Z' },
    })
  })

  test('keeps no text, no sample, nothing that was broken off, and nothing while it is off', async () => {
    const folder = newFolder()
    const sample = { ...onDay(10), target: { computerName: 'HV01', via: 'sample' as const } }
    const pasted = { ...onDay(10), pasted: { text: 'x', name: null } }
    await kept(folder, [sample, pasted, { ...onDay(10), stopped: 'cancelled' }])
    await kept(folder, [onDay(10)], { isOn: () => false })
    expect(readdirSync(folder)).toEqual([])
  })

  test('knows the same whatever the order in which checks come in', async () => {
    const days = [onDay(10), onDay(11, silent), onDay(12, silent), onDay(13)]
    const inOrder = await kept(newFolder(), days)
    const turned = await kept(
      newFolder(),
      [days[2], days[0], days[3], days[1]].flatMap((day) => day ?? []),
    )
    const vms = (store: HistoryStore) => [...store.hosts.values()].map(({ vms: known }) => known)
    expect(vms(turned)).toEqual(vms(inOrder))
    expect(vms(inOrder)[0]?.[VM_ID]).toMatchObject({
      firstSeen: '2026-11-10T08:00:00Z',
      changedAt: '2026-11-13T08:00:00Z',
      guest: { family: 'ubuntu', asOf: '2026-11-13T08:00:00Z' },
    })
  })

  test('of two hosts of one name in two domains is two', async () => {
    const inDomain = (domain: string): Capture => ({
      ...onDay(10),
      host: { ...onDay(10).host, Win32_ComputerSystem: { Name: 'HV01', Domain: domain } },
    })
    const store = await kept(newFolder(), [inDomain('a.test'), inDomain('b.test'), inDomain('A.TEST')])
    expect(
      [...store.hosts.values()].map(({ host }) => host.domain).toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
    ).toEqual(['a.test', 'b.test'])
  })

  test('deletes one check, a host, and all', async () => {
    const folder = newFolder()
    const store = await kept(folder, [onDay(10), onDay(11, silent), onDay(12)])
    const [hostId] = store.hosts.keys()
    const file = store.hosts.get(hostId ?? '')?.checks[0]?.file
    await store.remove({ hostId, file })
    expect([checksOf(store), filesIn(folder).length]).toEqual([['11', '12'], 2])
    // What the deleted check alone knew is forgotten.
    expect(store.hosts.get(hostId ?? '')?.vms[VM_ID]?.firstSeen).toBe('2026-11-11T08:00:00Z')
    await store.remove({ hostId: '../../etc' })
    expect(checksOf(store)).toEqual(['11', '12'])
    mkdirSync(join(folder, 'not-ours'))
    await store.remove({})
    expect([checksOf(store), readdirSync(folder)]).toEqual([[], ['not-ours']])
  })
})

describe('the limits', () => {
  test('drop what is older than the days that are kept, at the next start and with the next check', async () => {
    const folder = newFolder()
    await kept(folder, [onDay(1), onDay(10), onDay(20)])
    expect(checksOf(await loaded(folder, { limits: () => ({ days: 15, bytes: 1e9 }) }))).toEqual(['10', '20'])
    expect(filesIn(folder)).toHaveLength(2)
    const later = await kept(folder, [onDay(23)], { limits: () => ({ days: 10, bytes: 1e9 }) })
    expect(checksOf(later)).toEqual(['20', '23'])
    expect(checksOf(await loaded(folder))).toEqual(['20', '23'])
  })

  test('drop the oldest where there are too many bytes', async () => {
    const folder = newFolder()
    const store = await kept(folder, [onDay(10), onDay(11), onDay(12)])
    const bytes = [...store.hosts.values()].flatMap(({ checks }) => checks).reduce((sum, check) => sum + check.bytes, 0)
    expect(checksOf(await loaded(folder, { limits: () => ({ days: 90, bytes: bytes - 1 }) }))).toEqual(['11', '12'])
  })

  test('keep no check that is older than they allow', async () => {
    const folder = newFolder()
    await kept(folder, [onDay(1)], { limits: () => ({ days: 10, bytes: 1e9 }) })
    expect(filesIn(folder)).toEqual([])
  })
})

describe('what the history knows', () => {
  test('is the guest of a VM that is silent now, as of its check', async () => {
    const store = await kept(newFolder(), [onDay(10)])
    const now = onDay(12, silent)
    const [vm] = judge(now, {}, {}, knownGuests(store.hosts, now)).vms
    expect(vm?.vm.guest).toMatchObject({
      source: 'history',
      family: 'ubuntu',
      asOf: '2026-11-10T08:00:00Z',
      addresses: [],
    })
    expect(vm?.serviceVerdicts.vss).toBe('safe-to-ignore')
    expect(judge(now).vms[0]?.serviceVerdicts.vss).toBe('cannot-tell')
    // What was learned later was not known then.
    expect(knownGuests(store.hosts, onDay(9, silent))).toEqual({})
  })

  test('is the guest on the host that a VM came from', async () => {
    const store = await kept(newFolder(), [onDay(10)])
    const moved = { ...onDay(12, silent), host: { ...onDay(12).host, Win32_ComputerSystem: { Name: 'HV02' } } }
    expect(knownGuests(store.hosts, moved)[VM_ID]).toMatchObject({ family: 'ubuntu' })
  })

  test('is never stronger than an answer or the guest itself', async () => {
    const store = await kept(newFolder(), [onDay(10)])
    const now = onDay(12, silent)
    const known = knownGuests(store.hosts, now)
    expect(judge(now, { [VM_ID]: { family: 'windows' } }, {}, known).vms[0]?.vm.guest.source).toBe('answer')
    expect(judge(onDay(12), {}, {}, known).vms[0]?.vm.guest.source).toBe('kvp')
  })

  test('is since when a service and a finding are as they are, an off VM in between or not', async () => {
    const fault: VmFacts = { services: { vss: { status: [12] } } }
    const off: VmFacts = { stateCode: 3, kvp: null }
    const store = await kept(newFolder(), [onDay(10), onDay(11, fault), onDay(12, off)])
    const now = onDay(13, fault)
    const judged = judge(now)
    const [vm] = judged.vms
    const finding = vm?.findings.find(({ service }) => service === 'vss')
    const since = vm === undefined ? undefined : sinceWhen(store.hosts, now, judged)?.(vm)
    expect(since).toMatchObject({ firstSeen: '2026-11-10T08:00:00Z', changedAt: '2026-11-13T08:00:00Z' })
    expect(since?.ofService('vss')).toBe('2026-11-11T08:00:00Z')
    expect(since?.ofService('heartbeat')).toBe('2026-11-10T08:00:00Z')
    expect(finding && since?.ofFinding(finding)).toBe('2026-11-11T08:00:00Z')
  })

  test('of an older check is only what has not changed since', async () => {
    const older = onDay(11, { services: { vss: { status: [12] } } })
    const store = await kept(newFolder(), [onDay(10), older, onDay(12)])
    const judged = judge(older)
    const [vm] = judged.vms
    const since = vm === undefined ? undefined : sinceWhen(store.hosts, older, judged)?.(vm)
    expect(since).toMatchObject({ firstSeen: '2026-11-10T08:00:00Z', changedAt: null })
    expect(since?.ofService('vss')).toBeNull()
    expect(since?.ofService('kvp')).toBe('2026-11-10T08:00:00Z')
  })

  test('is where a VM was seen last, under which name and addresses', async () => {
    const store = await kept(newFolder(), [onDay(10), onDay(12, silent)])
    expect(rememberedVms(store.hosts)).toMatchObject([
      { id: VM_ID, name: 'web-01', host: 'HV01', addresses: ['10.20.1.15'], lastSeen: '2026-11-12T08:00:00Z' },
    ])
  })
})

describe('a fault', () => {
  const only = (folder: string): string => join(folder, readdirSync(folder)[0] ?? '')

  test.each([
    ['damaged', '{"schema": "integration-doctor/history@1", "che'],
    ['of another version', '{"schema": "integration-doctor/history@2"}'],
    ['empty', ''],
  ])('of an index that is %s loses nothing: it is made again', async (_, content) => {
    const folder = newFolder()
    const before = await kept(folder, [onDay(10), onDay(12, silent)])
    writeFileSync(join(only(folder), 'index.json'), content)
    const store = await loaded(folder)
    expect([...store.hosts]).toEqual([...before.hosts])
    expect(JSON.parse(readFileSync(join(only(folder), 'index.json'), 'utf8'))).toMatchObject({ judgedBy: 'test' })
  })

  test('of one file sets it aside and names it; the others stay readable', async () => {
    const folder = newFolder()
    await kept(folder, [onDay(10), onDay(11), onDay(12)])
    const damaged = join(folder, filesIn(folder)[1] ?? '')
    writeFileSync(damaged, readFileSync(damaged).subarray(0, 100))
    const store = await loaded(folder)
    expect([checksOf(store), codes(store)]).toEqual([['10', '12'], ['history-damaged']])
    expect(readdirSync(only(folder)).filter((name) => name.endsWith('.damaged'))).toHaveLength(1)
    // It is named again at the next start, and gone with its host.
    const next = await loaded(folder)
    expect(codes(next)).toEqual(['history-damaged'])
    await next.remove({})
    expect([codes(next), readdirSync(folder)]).toEqual([[], []])
  })

  test('of a file that comes up when it is opened is told and sets it aside', async () => {
    const folder = newFolder()
    const store = await kept(folder, [onDay(10), onDay(12)])
    const ref = previousCheck(store.hosts, onDay(12))
    const path = join(folder, ref?.hostId ?? '', ref?.file ?? '')
    writeFileSync(path, readFileSync(path).fill(0, 50, 60))
    expect(ref && (await store.read(ref))).toMatchObject({ ok: false })
    expect([checksOf(store), codes(store)]).toEqual([['12'], ['history-damaged']])
  })

  test('of a full disk is one sentence; what was kept before is whole', async () => {
    await onFullDisk(async (folder) => {
      const own = join(folder, 'history')
      await kept(own, [onDay(10)])
      const files = filesIn(own)
      // Notes that do not pack well: more than the disk has.
      const noise = Array.from({ length: 20_000 }, (_, index) => Math.sin(index).toString(36)).join('')
      const large = { ...onDay(12), problems: [{ class: null, code: null, message: noise }] }
      const store = await kept(own, [large])
      expect(store.writeProblem?.code).toBe('history-not-kept-full')
      expect([filesIn(own), checksOf(await loaded(own))]).toEqual([files, ['10']])
    })
  })

  test('of a folder that may not be written to is one sentence', async () => {
    const folder = readOnlyFolder(newFolder())
    const store = await asOrdinaryUser(() => kept(join(folder, 'history'), [onDay(10)]))
    expect(store.writeProblem?.code).toBe('history-not-kept-no-access')
  })

  test('of a history that is a file is one sentence, and checks go on', async () => {
    const path = join(newFolder(), 'history')
    writeFileSync(path, 'x')
    const store = await kept(path, [onDay(10)])
    expect(codes(store)).toEqual(['history-unreadable'])
    expect(store.writeProblem?.code).toContain('history-not-kept-')
  })
})
