import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Capture } from '../../../../src/core/model/capture'
import { sealCapture } from '../../../../src/main/sources/capture-file'
import { captureOf, UBUNTU, VM_ID, type VmFacts } from '../../core/capture-builder'
import { testDesk } from './test-desk'

/** A day in the past that no limit drops. */
const onDay = (daysAgo: number, vm: VmFacts = {}): Capture => {
  const time = new Date(Date.now() - daysAgo * 86_400_000).toISOString()
  return captureOf([{ name: 'web-01', kvp: UBUNTU, ...vm }], { collectedAt: `${time.slice(0, 19)}Z` })
}
const fault: VmFacts = { services: { vss: { status: [12] } } }

async function deskWith(captures: readonly Capture[]) {
  const it = await testDesk()
  const paths = captures.map((capture, index) => {
    const path = join(it.folder, `${index}.hvcapture`)
    writeFileSync(path, JSON.stringify(sealCapture(capture)))
    return path
  })
  const opened = (await it.call('source.open-capture', { paths })) ?? []
  await it.desk.history.settle()
  return { ...it, opened }
}

describe('the history of the window', () => {
  test('lists the checks of opened captures, newest first, and opens one again', async () => {
    const { call, done } = await deskWith([onDay(3), onDay(1, fault)])
    const history = await call('history.get', {})
    expect(done).toContain('told the window: history')
    const [host] = history.hosts
    expect(history.hosts).toHaveLength(1)
    expect(host?.checks.map(({ summary }) => summary['action-needed'])).toEqual([1, 0])
    const source = await call('history.open', { hostId: host?.id ?? '', file: host?.checks[1]?.file ?? '' })
    expect(source).toMatchObject({ kind: 'capture', summary: { healthy: 1 }, problem: null })
    expect(source.name).toContain('HV01')
  })

  test('compares a source with the check before, and says when there is none', async () => {
    const { call, refusal, opened } = await deskWith([onDay(3), onDay(1, fault)])
    const [first, second] = opened
    const newer = { sourceId: second?.id ?? '' }
    const shown = await call('compare.get', { older: null, newer })
    expect(shown.comparison).toMatchObject({ worse: true, summary: { worse: 1 } })
    expect(shown.older).toHaveProperty('file')
    const turned = await call('compare.get', { older: newer, newer: shown.older })
    expect(turned.comparison).toMatchObject({ worse: false, summary: { better: 1 } })
    expect(await refusal('compare.get', { older: null, newer: { sourceId: first?.id } })).toBe('history-no-earlier')
  })

  test('the overview says whether there is an earlier check to compare with', async () => {
    const { call, opened } = await deskWith([onDay(3), onDay(1, fault)])
    const overviews = await Promise.all(opened.map(({ id }) => call('overview.get', { sourceId: id })))
    expect(overviews.map(({ hasEarlier }) => hasEarlier)).toEqual([false, true])
  })

  test('tells since when in the guided check and in the report', async () => {
    const { call, opened } = await deskWith([onDay(3, fault), onDay(1, fault)])
    const [first, second] = opened
    const guide = await call('guide.get', { sourceId: second?.id ?? '', vmId: VM_ID })
    expect(guide.vm).toMatchObject({ firstSeen: first?.checkedAt, changedAt: null })
    expect(guide.vm.findings[0]?.since).toBe(first?.checkedAt)
  })

  test('says nothing of since when while it is off and empty', async () => {
    const it = await testDesk()
    await it.call('settings.set', { history: false })
    const path = join(it.folder, 'a.hvcapture')
    writeFileSync(path, JSON.stringify(onDay(1)))
    const [source] = (await it.call('source.open-capture', { paths: [path] })) ?? []
    await it.desk.history.settle()
    expect((await it.call('guide.get', { sourceId: source?.id ?? '', vmId: VM_ID })).vm.firstSeen).toBeNull()
    expect(await it.call('history.get', {})).toMatchObject({ isOn: false, hosts: [] })
  })

  test('deletes what is asked for, and refuses what is not in it', async () => {
    const { call, refusal } = await deskWith([onDay(3), onDay(1)])
    const [host] = (await call('history.get', {})).hosts
    const ref = { hostId: host?.id ?? '', file: host?.checks[0]?.file ?? '' }
    expect((await call('history.delete', ref)).hosts[0]?.checks).toHaveLength(1)
    expect(await refusal('history.open', ref)).toBe('history-gone')
    expect(await refusal('history.open', { hostId: '..', file: 'settings.json' })).toBe('history-gone')
    expect((await call('history.delete', {})).hosts).toEqual([])
  })
})

describe('the report of a host that was checked before', () => {
  async function pageOf(captures: readonly Capture[], request: object = {}): Promise<string> {
    const { call, opened } = await deskWith(captures)
    const sourceId = opened.at(-1)?.id ?? ''
    const { path } = await call('report.save', { sourceId, formats: ['html'], ...request })
    return readFileSync(path, 'utf8')
      .replace(/<script.*<\/script>/s, '')
      .replace(/<[^>]*>|\s+/g, ' ')
      .replace(/ {2,}/g, ' ')
  }

  test('tells what is otherwise than in the check before, and why', async () => {
    const page = await pageOf([onDay(3, fault), onDay(2), onDay(1, fault)])
    expect(page).toMatch(/Against the check before: 1 VM: 1 worse\./)
    expect(page).toMatch(
      /web-01 ?: Worse: .* → Action needed; Backup \(volume shadow copy\): OK \[2\] → No contact \[12\]/,
    )
    expect(page).toContain('Probably because: The guest answers, but its part for this no longer does')
  })

  test('says that nothing changed', async () => {
    expect(await pageOf([onDay(2, fault), onDay(1, fault)])).toContain('Against the check before: Nothing changed')
  })

  test('says nothing of it at the first check', async () => {
    expect(await pageOf([onDay(1, fault)])).not.toContain('Against the check before')
  })

  test('tells it without names where those are hidden', async () => {
    const page = await pageOf([onDay(2), onDay(1, fault)], { redaction: 'strict' })
    expect(page).toMatch(/VM-001 ?: Worse: .* → Action needed/)
    expect(page).not.toContain('web-01')
  })
})

describe('a host that is read again', () => {
  test('shows before and after of a VM, and how long to wait', async () => {
    const captures = [onDay(2, fault), onDay(1), onDay(0, fault)]
    let reading = 0
    const it = await testDesk({ check: async () => ({ ok: true, capture: captures[reading++] ?? onDay(0) }) })
    const { id: sourceId } = await it.call('source.check-local', {})
    const guide = () => it.call('guide.get', { sourceId, vmId: VM_ID })
    expect((await guide()).recheck).toBeNull()
    await it.call('source.check-local', {})
    const better = (await guide()).recheck
    expect(better).toMatchObject({ wait: null, comparison: { change: 'better', explanations: [{ id: 'part-back' }] } })
    await it.call('source.check-local', {})
    const worse = (await guide()).recheck
    expect(worse?.comparison.services.find(({ service }) => service === 'vss')).toMatchObject({
      change: 'worse',
      before: { word: 'OK' },
      after: { word: 'No contact' },
    })
    expect(worse?.wait).toContain('two minutes')
  })
})

describe('the search', () => {
  test('finds a VM that only a kept check has, names host and date, and opens that check', async () => {
    const { call, opened } = await deskWith([onDay(3), onDay(1, fault)])
    const [first, second] = opened
    const open = await call('vm.find', { text: 'web-01' })
    expect(open.found.map(({ from }) => from)).toEqual(opened.map(({ id: sourceId }) => ({ sourceId })))
    for (const { id: sourceId } of opened) await call('source.close', { sourceId })
    const { found, searchedSources, searchedKept } = await call('vm.find', { text: 'WEB-01' })
    expect([searchedSources, searchedKept]).toEqual([0, 1])
    expect(found).toMatchObject([
      { sourceName: 'HV01', checkedAt: second?.checkedAt, verdict: 'action-needed', vmId: VM_ID },
    ])
    const [only] = found
    if (only === undefined || 'sourceId' in only.from) throw new Error('no kept check was found')
    const source = await call('history.open', only.from)
    expect(source).toMatchObject({ checkedAt: second?.checkedAt, summary: { 'action-needed': 1 } })
    expect(first?.checkedAt).not.toBe(second?.checkedAt)
    expect((await call('vm.find', { text: 'web-01' })).found).toHaveLength(1)
  })

  test('shows the kept check beside an older one that is open', async () => {
    const { call, opened } = await deskWith([onDay(3), onDay(1, fault)])
    await call('source.close', { sourceId: opened[1]?.id ?? '' })
    const { found } = await call('vm.find', { text: 'ubuntu' })
    expect(found.map(({ from, verdict }) => ['sourceId' in from, verdict])).toEqual([
      [true, 'healthy'],
      [false, 'action-needed'],
    ])
  })
})
