import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AcceptedFile } from '../../../../src/core/model/accepted'
import { AcceptedStore } from '../../../../src/main/accepted/accepted-store'
import { type TestDesk, testDesk, type TestDeskOptions } from './test-desk'

async function withSample(options: TestDeskOptions = {}) {
  const desk = await testDesk(options)
  const source = await desk.call('source.open-sample', {})
  const { rows } = await desk.call('overview.get', { sourceId: source.id })
  const vmId = rows.find(({ name }) => name === 'db-02')?.id ?? ''
  const { vm } = await desk.call('guide.get', { sourceId: source.id, vmId })
  const [finding] = vm.findings
  if (finding === undefined) throw new Error('db-02 has no finding')
  const request = {
    sourceId: source.id,
    vmId,
    service: finding.service,
    rule: finding.rule,
    reason: 'old appliance',
    person: '김지원',
    ticket: 'INC1',
    until: null as string | null,
  }
  return {
    ...desk,
    source,
    vmId,
    request,
    openActions: vm.findings.filter(({ verdict }) => verdict === 'action-needed'),
  }
}

async function acceptAll({ call }: Pick<TestDesk, 'call'>, given: Awaited<ReturnType<typeof withSample>>) {
  for (const { rule, service } of given.openActions) {
    await call('accepted.add', { ...given.request, rule, service })
  }
}

describe('the search over all sources', () => {
  test('finds VMs of every open source and names it', async () => {
    const { call, source } = await withSample()
    const { found, total, searchedVms } = await call('vm.find', { text: 'WEB-01' })
    expect(found).toMatchObject([
      { name: 'web-01', from: { sourceId: source.id }, sourceName: 'HV01', verdict: 'safe-to-ignore' },
    ])
    expect([total, searchedVms]).toEqual([1, 14])
  })

  test('of nothing tells what there is to search', async () => {
    const { call } = await testDesk()
    expect(await call('vm.find', { text: '' })).toEqual({
      found: [],
      total: 0,
      searchedSources: 0,
      searchedVms: 0,
      searchedKept: 0,
    })
  })
})

describe('the explainer', () => {
  test('answers in the language of the window', async () => {
    const { call } = await testDesk()
    await call('settings.set', { language: 'ko' })
    expect(await call('explain.ask', { what: '32775' })).toMatchObject({
      language: 'ko',
      meanings: [{ value: '32775' }],
    })
  })
})

describe('an accepted finding', () => {
  test('keeps its verdict, asks for no action anywhere, and stands in the report', async () => {
    const given = await withSample()
    const { call, source, vmId } = given
    expect(source).toMatchObject({ needsAction: 2, summary: { 'action-needed': 2 } })
    await acceptAll(given, given)
    const { vm } = await call('guide.get', { sourceId: source.id, vmId })
    expect(vm).toMatchObject({ verdict: 'action-needed', needsAction: false })
    expect(vm.findings[0]?.accepted).toMatchObject({ person: '김지원', reason: 'old appliance', ticket: 'INC1' })
    const overview = await call('overview.get', { sourceId: source.id })
    expect(overview.source).toMatchObject({ needsAction: 1, summary: { 'action-needed': 2 } })
    expect(overview.rows.find(({ id }) => id === vmId)).toMatchObject({ verdict: 'action-needed', needsAction: false })
    const { path } = await call('report.save', { sourceId: source.id })
    expect(readFileSync(path, 'utf8')).toContain('old appliance')
  })

  test('is kept by main in a file that the command line takes', async () => {
    const { call, request, folder } = await withSample()
    await call('accepted.add', { ...request, until: '2026-12-31' })
    const kept = AcceptedFile.parse(JSON.parse(readFileSync(join(folder, 'accepted.json'), 'utf8')))
    expect(kept.accepted).toMatchObject([{ rule: request.rule, until: '2026-12-31', evidence: { hostBuild: 20348 } }])
    expect((await AcceptedStore.open(join(folder, 'accepted.json'))).current).toEqual(kept.accepted)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('stands in the list with how it is, and is taken back', async () => {
    const { call, request, source } = await withSample()
    await call('accepted.add', request)
    expect(await call('accepted.list', {})).toMatchObject([{ vmName: 'db-02', state: 'holds', facts: [] }])
    await call('source.close', { sourceId: source.id })
    expect(await call('accepted.list', {})).toMatchObject([{ vmName: 'db-02', state: 'not-seen' }])
    const { vmId, service, rule } = request
    expect(await call('accepted.take-back', { vmId, service, rule })).toEqual([])
  })

  test('counts again when its evidence changed, its day passed, or it is another finding', async () => {
    const given = await withSample()
    const { call, desk, request, source, vmId } = given
    await call('accepted.add', { ...request, until: '2026-12-01' })
    const [kept] = desk.accepted.current
    if (kept === undefined) throw new Error('nothing was accepted')
    const again = async (change: object) => {
      await desk.accepted.put([{ ...kept, ...change }])
      const [entry] = await call('accepted.list', {})
      const { vm } = await call('guide.get', { sourceId: source.id, vmId })
      return [entry?.state, entry?.facts, vm.needsAction]
    }
    expect(await again({ evidence: { ...kept.evidence, hostBuild: 17763 } })).toEqual(['changed', ['hostBuild'], true])
    expect(await again({ until: '2026-11-22' })).toEqual(['expired', [], true])
    await call('accepted.take-back', request2(kept))
    await desk.accepted.put([{ ...kept, rule: 'service-disabled', service: 'vss' }])
    expect(await call('accepted.list', {})).toMatchObject([{ state: 'gone' }])
  })

  const request2 = ({ vmId, service, rule }: AcceptedFile['accepted'][number]) => ({ vmId, service, rule })

  test.each([
    ['without a reason', { reason: '  ' }, 'request-refused:accepted.add'],
    ['until a day that is past', { until: '2026-11-01' }, 'accepted-until-past'],
    ['until no day at all', { until: '31.12.2026' }, 'request-refused:accepted.add'],
    ['that is not there', { rule: 'service-lost', service: 'kvp' }, 'finding-gone'],
    ['of a VM that is not there', { vmId: 'nobody' }, 'vm-gone'],
  ])('%s is refused', async (_, change, code) => {
    const { refusal, request, desk } = await withSample()
    expect(await refusal('accepted.add', { ...request, ...change })).toBe(code)
    expect(desk.accepted.current).toEqual([])
  })

  test('that is healthy or harmless cannot be accepted: there is nothing to decide', async () => {
    const { call, refusal, request, source } = await withSample()
    const { rows } = await call('overview.get', { sourceId: source.id })
    const vmId = rows.find(({ name }) => name === 'web-01')?.id ?? ''
    const { vm } = await call('guide.get', { sourceId: source.id, vmId })
    const [finding] = vm.findings
    const asked = { ...request, vmId, rule: finding?.rule, service: finding?.service }
    expect(await refusal('accepted.add', asked)).toBe('finding-gone')
  })

  test('is exported and imported again, merged by VM, service and rule', async () => {
    const path = { current: '' }
    const first = await withSample({ saveTo: (suggested) => suggested })
    await acceptAll(first, first)
    path.current = (await first.call('accepted.export', {}))?.path ?? ''
    const second = await withSample({ chosen: [path.current] })
    await second.call('accepted.add', { ...second.request, reason: 'mine' })
    const count = first.openActions.length
    expect(await second.call('accepted.import', {})).toMatchObject({ added: count - 1, replaced: 1 })
    expect((await second.call('accepted.list', {})).map(({ reason }) => reason)).toEqual(
      Array.from({ length: count }, () => 'old appliance'),
    )
  })

  test('of a file that is none is refused, and nothing is lost', async () => {
    const { folder, desk, call, refusal, request } = await withSample({ chosen: ['/nowhere/accepted.json'] })
    await call('accepted.add', request)
    expect(await refusal('accepted.import', {})).toMatch(/not-found/)
    expect(desk.accepted.current).toHaveLength(1)
    expect(folder).not.toBe('')
  })
})

describe('the file of accepted findings', () => {
  test.each(['{', '[]', '{"schema":"integration-doctor/accepted@2","accepted":[]}'])(
    'that is none (%s) is set aside and named, and the next one can be saved',
    async (content) => {
      const { folder } = await testDesk()
      const path = join(folder, 'accepted.json')
      writeFileSync(path, content)
      const store = await AcceptedStore.open(path)
      expect(store.current).toEqual([])
      expect(store.problem?.code).toBe('accepted-broken')
      expect(readFileSync(join(folder, 'accepted.broken.json'), 'utf8')).toBe(content)
      expect(await store.takeBack({ vmId: 'x', service: null, rule: 'y' })).toBeNull()
      expect((await AcceptedStore.open(path)).problem).toBeNull()
    },
  )

  test('that cannot be written is told, and the acceptance holds meanwhile', async () => {
    const { folder } = await testDesk()
    writeFileSync(join(folder, 'file'), '')
    const store = await AcceptedStore.open(join(folder, 'file', 'accepted.json'))
    expect((await store.takeBack({ vmId: 'x', service: null, rule: 'y' }))?.code).toBe('accepted-not-saved')
  })
})
