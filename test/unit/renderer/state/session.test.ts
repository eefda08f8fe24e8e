import { describe, expect, test, vi } from 'vitest'
import type { SourceSummary } from '../../../../src/core/ipc'
import type { Notice } from '../../../../src/renderer/state/desk'
import { isCheckingLocal, listedVms, shownCheck } from '../../../../src/renderer/state/app-state'
import { createSession } from '../../../../src/renderer/state/session'
import { fakeBridge, someGuide, someOverview, someProblem, someRow, someSource } from '../fake-bridge'
import { askedFor, info, rows, world } from './world'

describe('starting', () => {
  test('this computer is checked, and its host shown with the first VM selected', async () => {
    const { session, state } = world({ local: () => someSource({ id: 'local', kind: 'local' }, rows) })
    await session.start()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'local' })
    expect(state().selectedVmId).toBe('bad')
    expect(state().guide?.vm.id).toBe('bad')
    expect(state().announcement).toBe('1 of 3 virtual machines needs action. 1 cannot be judged yet.')
  })

  test('a computer that is no host leaves the choices and the reason', async () => {
    const { session, state } = world()
    await session.start()
    expect(state().screen.kind).toBe('start')
    expect(state().localProblem?.code).toBe('not-a-host')
    expect(state().check).toBeNull()
  })

  test('a capture that was opened with the program is shown, and this computer is left alone', async () => {
    const { session, bridge, main, state } = world()
    main.sources.push(someSource({ id: 'c.hvcapture' }, rows))
    await session.start()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'c.hvcapture' })
    expect(askedFor(bridge, 'source.check-local')).toEqual([])
  })

  test('a page that was told what it starts from shows the check at once, before any answer', () => {
    const bridge = fakeBridge({ 'source.check-local': () => new Promise(() => undefined) })
    const session = createSession(bridge, {
      notify: () => undefined,
      pageStart: { info: { ...info, language: 'ko' }, checksLocal: true },
    })
    void session.start()
    const { store } = session
    expect(store.get()).toMatchObject({ info: { language: 'ko' }, screen: { kind: 'start' }, knowsSources: true })
    expect(store.get().check).not.toBeNull()
    expect(askedFor(bridge, 'app.info')).toEqual([])
  })

  test('a page that is loaded again shows what is open and checks nothing', async () => {
    const bridge = fakeBridge({
      'source.list': () => [someSource({ id: 'c.hvcapture' }, rows)],
      'overview.get': () => someOverview(someSource({ id: 'c.hvcapture' }, rows), rows),
      'guide.get': () => someGuide('c.hvcapture', 'bad'),
    })
    const session = createSession(bridge, { notify: () => undefined, pageStart: { info, checksLocal: false } })
    await session.start()
    expect(session.store.get().screen).toEqual({ kind: 'source', sourceId: 'c.hvcapture' })
    expect(askedFor(bridge, 'source.check-local')).toEqual([])
  })

  test('a main that does not answer is a sentence, not an exception', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const notices: Notice[] = []
    const session = createSession(fakeBridge({}), { notify: (notice) => notices.push(notice), firstLanguage: 'ko' })
    await session.start()
    expect(notices[0]).toMatchObject({ kind: 'problem', problem: { code: 'no-answer' } })
    expect(session.store.get().localProblem?.message).toBe('프로그램이 이 요청에 응답하지 않았습니다.')
  })
})

describe('the check of this computer', () => {
  test('shows its own progress and can be cancelled', async () => {
    let finish: (problem: ReturnType<typeof someProblem>) => void = () => undefined
    const bridge = fakeBridge({
      'app.info': () => info,
      'source.list': () => [],
      'source.check-local': () => new Promise((resolve) => (finish = resolve)),
    })
    const session = createSession(bridge, { notify: () => undefined })
    const started = session.start()
    await vi.waitFor(() => expect(session.store.get().check).not.toBeNull())
    const callId = session.store.get().check?.callId ?? ''
    bridge.sendProgress({ callId: 'another', done: 9, of: 9, current: null, elapsedMs: 1 })
    expect(session.store.get().check?.progress).toBeNull()
    bridge.sendProgress({ callId, done: 3, of: 16, current: 'Msvm_VssComponent', elapsedMs: 400 })
    expect(session.store.get().check?.progress?.done).toBe(3)
    session.cancelCheck()
    expect(bridge.cancelled).toEqual([callId])
    finish(someProblem('cancelled'))
    await started
    expect(session.store.get()).toMatchObject({ check: null, wasCancelled: true, localProblem: null })
  })

  test('VMs come in without a verdict; who was chosen among them, and the search, stay when the verdicts are there', async () => {
    let finish: (source: SourceSummary) => void = () => undefined
    const { session, bridge, state } = world({ local: () => new Promise((resolve) => (finish = resolve)) })
    const started = session.start()
    await vi.waitFor(() => expect(state().check).not.toBeNull())
    const step = { callId: state().check?.callId ?? '', done: 5, of: 30, current: null, elapsedMs: 1 }
    const arrived = ['bad', 'fine', 'open'].map((id) => ({
      id,
      name: id,
      guest: null,
      guestKnown: false,
      state: 'running' as const,
      addresses: [],
    }))
    bridge.sendProgress({ ...step, arrived: arrived.slice(0, 2) })
    session.selectVm('fine')
    bridge.sendProgress({ ...step, arrived })
    bridge.sendProgress({ ...step, done: 6 })
    expect(listedVms(state()).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['bad', null],
      ['fine', null],
      ['open', null],
    ])
    session.setSearch('n')
    expect(state().announcement).toBe('2 machines match.')
    finish(someSource({ id: 'local', kind: 'local' }, rows))
    await started
    expect(state()).toMatchObject({ check: null, selectedVmId: 'fine', screen: { kind: 'source', sourceId: 'local' } })
    expect(state().view.search).toBe('n')
    expect(state().guide?.vm.id).toBe('fine')
    expect(listedVms(state()).map(({ verdict }) => verdict)).toEqual(['action-needed', 'cannot-tell', 'healthy'])
  })

  test('a failed repetition keeps the earlier result and says why there is no newer one', async () => {
    let works = true
    const { session, state, notices } = world({
      local: () =>
        works
          ? someSource({ id: 'local', kind: 'local' }, rows)
          : (someProblem('timed-out') as unknown as SourceSummary),
    })
    await session.start()
    works = false
    await session.checkLocal()
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'local' })
    expect(state().overview?.rows).toHaveLength(3)
    expect(notices).toEqual([{ kind: 'problem', problem: someProblem('timed-out') }])
  })

  test('who looks at another host meanwhile stays there', async () => {
    let finish: (source: SourceSummary) => void = () => undefined
    const { session, state } = world({ local: () => new Promise((resolve) => (finish = resolve)) })
    const started = session.start()
    await vi.waitFor(() => expect(state().check).not.toBeNull())
    await session.openSample()
    finish(someSource({ id: 'local', kind: 'local' }, rows))
    await started
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'sample' })
    expect(state().sources.map(({ id }) => id)).toContain('local')
  })

  test('F5 in the guided check reads its VM alone, and says what it is now', async () => {
    const { session, bridge, state } = world({ local: () => someSource({ id: 'local', kind: 'local' }, rows) })
    await session.start()
    await session.openGuide('bad')
    session.checkAgain()
    expect(state().check).not.toBeNull()
    session.checkAgain()
    await vi.waitFor(() => expect(state().announcement).toMatch(/was checked again: Healthy/))
    expect(askedFor(bridge, 'source.check-vm')).toEqual([{ sourceId: 'local', vmId: 'bad' }])
    expect(askedFor(bridge, 'source.check-local')).toHaveLength(1)
    expect(state()).toMatchObject({ check: null, screen: { kind: 'guide', vmId: 'bad' } })
  })

  test('a VM that vanished keeps its earlier reading on the screen, with the reason', async () => {
    const vanished = [...rows, someRow({ id: 'vanished' })]
    const { session, notices, main, state } = world({
      local: () => someSource({ id: 'local', kind: 'local' }, vanished),
    })
    main.shownRows = vanished
    await session.start()
    await session.openGuide('vanished')
    session.checkAgain()
    await vi.waitFor(() => expect(notices).toEqual([{ kind: 'problem', problem: someProblem('vm-vanished') }]))
    expect(state()).toMatchObject({ check: null, screen: { kind: 'guide', vmId: 'vanished' } })
  })

  test('F5 in the guided check of a host over the network reads that VM, after its password', async () => {
    const { session, bridge, main, state } = world()
    main.sources.push(someSource({ id: 'hv01', kind: 'remote' }, rows))
    await session.start()
    await session.openGuide('bad')
    bridge.sendMenu('check-again')
    await vi.waitFor(() => expect(state().dialog).toBe('password'))
    expect(state()).toMatchObject({ check: null, passwordFor: { sourceId: 'hv01', vmId: 'bad' } })
    await session.checkVm('hv01', 'bad', 'geheim')
    expect(askedFor(bridge, 'remote.check-vm')).toEqual([
      { sourceId: 'hv01', vmId: 'bad' },
      { sourceId: 'hv01', vmId: 'bad', password: 'geheim' },
    ])
    expect(askedFor(bridge, 'remote.check')).toEqual([])
    expect(JSON.stringify(state())).not.toContain('geheim')
  })

  test('a running check is shown where it belongs, and nowhere else', async () => {
    let finish: (source: SourceSummary) => void = () => undefined
    const { session, main, state } = world({ local: () => new Promise((resolve) => (finish = resolve)) })
    const started = session.start()
    await vi.waitFor(() => expect(shownCheck(state())?.of).toBe('local'))
    main.sources.push(someSource({ id: 'hv01', kind: 'remote' }, rows))
    await session.showOpened('hv01')
    expect(shownCheck(state())).toBeNull()
    expect(isCheckingLocal(state())).toBe(true)
    finish(someSource({ id: 'local', kind: 'local' }, rows))
    await started
    const again = session.checkVm('hv01', 'bad', 'geheim')
    expect(shownCheck(state())?.of).toBe('hv01')
    expect(isCheckingLocal(state())).toBe(false)
    await again
  })

  test('F5 reads a capture no second time', async () => {
    const { session, bridge } = world()
    await session.start()
    await session.openSample()
    session.checkAgain()
    expect(askedFor(bridge, 'source.check-local')).toHaveLength(1)
  })
})

describe('captures', () => {
  test('dropped files are opened by their paths; what has none is refused with a next step', async () => {
    const { session, bridge, notices, state } = world()
    await session.start()
    await session.openDropped([new File([], 'hv.hvcapture'), new File([], 'no-path')])
    expect(askedFor(bridge, 'source.open-capture')).toEqual([{ paths: ['/captures/hv.hvcapture'] }])
    expect(state().screen).toEqual({ kind: 'source', sourceId: '/captures/hv.hvcapture' })
    await session.openDropped([new File([], 'no-path')])
    expect(notices.at(-1)).toMatchObject({ kind: 'problem', problem: { code: 'not-a-file' } })
  })

  test('a broken one is shown with its sentence, and nothing can be saved of it', async () => {
    const { session, bridge, state } = world()
    await session.start()
    await session.openCaptures(['/captures/broken.hvcapture'])
    expect(state().overviewProblem?.code).toBe('cut-off')
    await session.saveReport()
    expect(askedFor(bridge, 'report.save')).toEqual([])
  })

  test('closing the shown one goes to another, closing the last one to the start', async () => {
    const { session, state } = world()
    await session.start()
    await session.openSample()
    await session.openCaptures(['/captures/a.hvcapture'])
    await session.closeSource('/captures/a.hvcapture')
    expect(state().screen).toEqual({ kind: 'source', sourceId: 'sample' })
    await session.closeSource('sample')
    expect(state().screen).toEqual({ kind: 'start' })
  })

  test('one that comes in from outside is shown', async () => {
    const { session, bridge, main, state } = world()
    await session.start()
    main.sources.push(someSource({ id: 'outside' }, rows))
    bridge.sendChanged('sources')
    await vi.waitFor(() => expect(state().screen).toEqual({ kind: 'source', sourceId: 'outside' }))
  })

  test('an answer that comes after another source was chosen is dropped', async () => {
    let finish: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (finish = resolve))
    const sources = [someSource({ id: 'slow' }, rows), someSource({ id: 'quick' }, rows)]
    const bridge = fakeBridge({
      'app.info': () => info,
      'source.list': () => sources,
      'overview.get': async ({ sourceId }) => {
        if (sourceId === 'slow') await slow
        return someOverview(sources.find(({ id }) => id === sourceId) ?? someSource({ id: 'none' }), rows)
      },
      'guide.get': ({ sourceId, vmId }) => someGuide(sourceId, vmId),
    })
    const session = createSession(bridge, { notify: () => undefined })
    const started = session.start()
    await vi.waitFor(() => expect(session.store.get().screen.kind).toBe('source'))
    await session.showSource('quick')
    finish()
    await started
    expect(session.store.get().overview?.source.id).toBe('quick')
  })
})

describe('the table', () => {
  test('a filter that hides the selected VM selects the first one left', async () => {
    const { session, state } = world()
    await session.start()
    await session.openSample()
    session.setVerdicts(['healthy'])
    expect(state().selectedVmId).toBe('fine')
    expect(state().announcement).toBe('1 machine matches.')
    session.setSearch('xyz')
    expect(state().selectedVmId).toBeNull()
    session.showAllRows()
    expect(state().selectedVmId).toBe('bad')
  })

  test('a held arrow key asks for the last VM only', async () => {
    const { session, bridge, state } = world()
    await session.start()
    await session.openSample()
    session.selectVm('open')
    session.selectVm('fine')
    await vi.waitFor(() => expect(state().guide?.vm.id).toBe('fine'))
    expect(askedFor(bridge, 'guide.get')).toEqual([
      { sourceId: 'sample', vmId: 'bad' },
      { sourceId: 'sample', vmId: 'fine' },
    ])
  })
})

describe('the guided check', () => {
  async function opened() {
    const made = world()
    await made.session.start()
    await made.session.openSample()
    await made.session.openGuide('open')
    return made
  }

  test('walks from step to step, to the next VM and back to the overview', async () => {
    const { session, state } = await opened()
    const at = () => {
      const { screen } = state()
      return screen.kind === 'guide' ? `${screen.vmId} ${screen.step}` : screen.kind
    }
    expect(at()).toBe('open symptom')
    session.back()
    expect(at()).toBe('source')
    await session.openGuide('open')
    for (const step of ['power', 'guest', 'services', 'versions', 'support', 'result']) {
      await session.nextStep()
      expect(at()).toBe(`open ${step}`)
    }
    session.forward()
    expect(at()).toBe('open result')
    await session.nextStep()
    expect(at()).toBe('fine symptom')
    session.goToStep('result')
    await session.nextStep()
    expect(at()).toBe('source')
    expect(state().selectedVmId).toBe('fine')
  })

  test('steps that were not reached are passed over', async () => {
    const { session, main, state } = world()
    await session.start()
    await session.openSample()
    const guide = someGuide('sample', 'bad')
    main.guides.set('bad', {
      ...guide,
      steps: guide.steps.map((step) => (step.id === 'services' ? { ...step, state: 'not-reached' } : step)),
    })
    session.selectVm('fine')
    await session.openGuide('bad')
    session.goToStep('guest')
    await session.nextStep()
    expect(state().screen).toMatchObject({ step: 'versions' })
  })

  test('an answer changes verdict, counts and step; the order of the walk stays', async () => {
    const { session, bridge, state } = await opened()
    session.goToStep('guest')
    const step = {
      id: 'guest' as const,
      question: { id: 'guest-os', text: '', answers: [], howToFind: [], answered: null },
    }
    await session.answer(step, 'linux')
    expect(askedFor(bridge, 'guide.answer')).toEqual([
      { sourceId: 'sample', vmId: 'open', questionId: 'guest-os', answer: 'linux' },
    ])
    expect(state().guide?.vm.verdict).toBe('safe-to-ignore')
    expect(state().overview?.rows.find(({ id }) => id === 'open')?.verdict).toBe('safe-to-ignore')
    expect(state().announcement).toBe('Answered. The verdict is now: Safe to ignore.')
    expect(state().screen).toMatchObject({ step: 'services', order: ['bad', 'open', 'fine'] })
  })

  test('a report of the guided check is about its VM and carries the ticket', async () => {
    const { session, bridge, notices } = await opened()
    await session.setTicket('  INC0048213 ')
    await session.saveReport()
    expect(askedFor(bridge, 'report.save')).toEqual([{ sourceId: 'sample', vmIds: ['open'], ticket: 'INC0048213' }])
    expect(notices.at(-1)).toMatchObject({ kind: 'saved', file: { name: 'a.html' } })
  })

  test('what a saved report offers for a ticket is about its VMs, whatever is open by then', async () => {
    const { session, bridge, notices } = await opened()
    await session.saveReport()
    const saved = notices.at(-1)
    session.closeGuide()
    await (saved?.kind === 'saved' ? saved.copyForTicket?.() : undefined)
    expect(askedFor(bridge, 'report.copy')).toEqual([{ sourceId: 'sample', vmIds: ['open'], part: 'internal' }])
    expect(notices.at(-1)).toEqual({ kind: 'copied' })
  })

  test('a part for a ticket is of the selected VM, or of the one in the guided check', async () => {
    const { session, bridge, notices } = await opened()
    await session.copyForTicket('public')
    expect(askedFor(bridge, 'report.copy').at(-1)).toMatchObject({ sourceId: 'sample', part: 'public' })
    expect(notices.at(-1)).toEqual({ kind: 'copied' })
    session.selectVm('open')
    session.runMenu('copy-ticket')
    await Promise.resolve()
    expect(askedFor(bridge, 'report.copy').at(-1)).toMatchObject({ vmIds: ['open'], part: 'internal' })
  })

  test('a dialog that was closed says nothing', async () => {
    const { session, notices } = await opened()
    const before = notices.length
    await session.saveReportAs()
    expect(notices).toHaveLength(before)
  })
})

describe('language', () => {
  test('another one asks main for its texts again and keeps the place', async () => {
    const { session, bridge, state } = world()
    await session.start()
    await session.openSample()
    await session.openGuide('open')
    const before = askedFor(bridge, 'overview.get').length
    await session.changeSettings({ language: 'ko' })
    expect(state().info?.language).toBe('ko')
    expect(askedFor(bridge, 'overview.get')).toHaveLength(before + 1)
    expect(state().screen).toMatchObject({ kind: 'guide', vmId: 'open' })
    expect(askedFor(bridge, 'guide.get').at(-1)).toEqual({ sourceId: 'sample', vmId: 'open' })
  })

  test('another theme does not', async () => {
    const { session, bridge, state } = world()
    await session.start()
    const before = bridge.calls.length
    await session.changeSettings({ theme: 'dark' })
    expect(state().info?.dark).toBe(true)
    expect(bridge.calls).toHaveLength(before + 1)
  })
})

describe('note and ticket of a VM', () => {
  test('are kept as they are typed, and an answer about the VM does not overwrite what stands there', async () => {
    const { session, bridge, state } = world()
    await session.openSample()
    await session.openGuide('open')
    const typing = [session.setNote('Owner'), session.setNote('Owner called'), session.setTicket('INC0042')]
    expect(state().guide?.kept).toEqual({ note: 'Owner called', ticket: 'INC0042' })
    await Promise.all(typing)
    expect(askedFor(bridge, 'guide.keep').at(-1)).toEqual({
      sourceId: 'sample',
      vmId: 'open',
      note: 'Owner called',
      ticket: 'INC0042',
    })
    const question = { id: 'guest-os', text: '', answers: [], howToFind: [], answered: null }
    await session.answer({ id: 'guest', question }, 'linux')
    expect(state().guide?.kept.note).toBe('Owner called')
  })

  test('a VM brings its own ticket, and one without takes what stands there', async () => {
    const { session, main, state } = world()
    await session.openSample()
    main.guides.set('bad', { ...someGuide('sample', 'bad'), kept: { note: '', ticket: 'INC0007' } })
    await session.openGuide('open')
    await session.setTicket('INC0042')
    session.closeGuide()
    session.selectVm('bad')
    await vi.waitFor(() => expect(state().guide?.vm.id).toBe('bad'))
    expect(state().ticket).toBe('INC0042')
    await session.openGuide('bad')
    expect(state().ticket).toBe('INC0007')
    await session.openGuide('fine')
    expect(state().ticket).toBe('INC0007')
  })
})
