import { say } from '../../core/i18n/translate'
import type { Overview, Progress, SourceSummary } from '../../core/ipc'
import { canCheckVm, firstView, INITIAL_STATE, localSource, shownSource, shownSourceId } from './app-state'
import { answerSentence } from './answer-sentence'
import { selectionAmong } from './rows'
import { readGuide } from './guide-actions'
import type { Desk } from './desk'
import { checkAfter, newCheck } from './running-check'

/** Finding, reading and showing hosts. */
export interface SourceActions {
  readonly begin: () => Promise<void>
  readonly checkLocal: () => Promise<void>
  readonly cancelCheck: () => void
  /** F5: reads what is shown again, where it can be: the host, or in the guided check its VM. */
  readonly checkAgain: () => void
  /** Reads one VM of this computer or of a host again; where the host was read as another account, with its password. */
  readonly checkVm: (sourceId: string, vmId: string, password?: string) => Promise<void>
  readonly openSample: () => Promise<void>
  /** Without paths main asks with its dialog. */
  readonly openCaptures: (paths?: readonly string[]) => Promise<void>
  readonly openDropped: (files: readonly File[]) => Promise<void>
  readonly closeSource: (sourceId: string) => Promise<void>
  readonly showSource: (sourceId: string) => Promise<void>
  /** Shows a source that was just opened. */
  readonly showOpened: (sourceId: string) => Promise<void>
  readonly showLocal: () => Promise<void>
  readonly takeProgress: (progress: Progress) => void
  readonly takeNewSources: () => Promise<void>
  /** Reads list and overview again; the selection stays on its VM. */
  readonly refresh: () => Promise<void>
}

/** Progress is spoken at most this often. */
const SPOKEN_EVERY_MS = 4000

/** Actions on sources. */
export function sourceActions(desk: Desk): SourceActions {
  const { store, ask, language, now } = desk
  let spokenAt = 0

  async function readSources(): Promise<readonly SourceSummary[]> {
    const reply = await ask('source.list', {})
    if (!reply.ok) desk.report(reply.problem)
    else store.set({ sources: reply.value })
    return store.get().sources
  }

  function takeOverview(overview: Overview): void {
    const state = store.get()
    const { screen } = state
    // In the guided check the selection is its VM, filtered out or not; a VM that is gone leaves the overview.
    if (screen.kind === 'guide' && overview.rows.some(({ id }) => id === screen.vmId)) {
      return store.set({ overview, overviewProblem: null })
    }
    const rows = desk.rows(overview.rows, state.view, language())
    store.set({
      overview,
      overviewProblem: null,
      selectedVmId: selectionAmong(rows, state.selectedVmId),
      screen: { kind: 'source', sourceId: overview.source.id },
    })
  }

  /** Reads the overview of the shown source. What comes back after another source was chosen is dropped. */
  async function readOverview(sourceId: string): Promise<void> {
    const reply = await ask('overview.get', { sourceId })
    if (shownSourceId(store.get()) !== sourceId) return
    if (reply.ok) takeOverview(reply.value)
    else store.set({ overview: null, overviewProblem: reply.problem })
    await readGuide(desk)
  }

  async function showSource(sourceId: string): Promise<void> {
    const source = store.get().sources.find(({ id }) => id === sourceId)
    if (source === undefined) return
    const { overview, overviewProblem, selectedVmId, markedIds, guide } = INITIAL_STATE
    if (source.kind === 'local' && source.problem !== null) {
      return store.set({ screen: { kind: 'start' }, localProblem: source.problem, overview, guide, selectedVmId })
    }
    store.set({
      screen: { kind: 'source', sourceId },
      view: firstView(store.get()),
      overview,
      overviewProblem: source.problem ?? overviewProblem,
      selectedVmId,
      markedIds,
      guide,
    })
    if (source.problem !== null) return announce(source.problem.message)
    await readOverview(sourceId)
    const shown = store.get().overview
    if (shown?.source.id === sourceId) announce(answerSentence(shown.source, language()))
  }

  async function showOpened(sourceId: string): Promise<void> {
    await readSources()
    await showSource(sourceId)
  }

  function announce(announcement: string): void {
    store.set({ announcement })
  }

  async function checkLocal(): Promise<void> {
    if (store.get().check !== null) return
    const callId = crypto.randomUUID()
    spokenAt = now()
    const wasShown = localIsShown()
    store.set({ check: newCheck(callId, now()), localProblem: null, wasCancelled: false })
    if (!wasShown)
      store.set({ screen: { kind: 'start' }, view: firstView(store.get()), selectedVmId: null, markedIds: [] })
    announce(say(language(), 'ui.checking.title'))
    const reply = await ask('source.check-local', {}, callId)
    const cancelled = cancelledCall === callId
    await readSources()
    if (!reply.ok || reply.value.problem !== null) {
      store.set({ check: null })
      const problem = reply.ok ? reply.value.problem : reply.problem
      const local = localSource(store.get())
      if (cancelled) store.set({ wasCancelled: true })
      else store.set({ localProblem: problem })
      announce(cancelled ? say(language(), 'ui.start.cancelled') : (problem?.message ?? ''))
      // An earlier result stays on the screen, and beside it why there is no newer one.
      if (localIsShown() && local !== null && local.problem === null) {
        if (!cancelled && problem !== null) desk.report(problem)
      } else if (localIsShown()) store.set({ screen: { kind: 'start' } })
      return
    }
    if (store.get().screen.kind === 'start') await showArrived(reply.value)
    else {
      store.set({ check: null })
      if (localIsShown()) await readOverview(reply.value.id)
    }
    if (localIsShown()) announce(answerSentence(reply.value, language()))
  }

  /** The verdicts take the place of the VMs that came in, in one step: selection, search and sort stay as they are. */
  async function showArrived({ id: sourceId }: SourceSummary): Promise<void> {
    const reply = await ask('overview.get', { sourceId })
    if (store.get().screen.kind !== 'start') return store.set({ check: null })
    if (!reply.ok) {
      store.set({ check: null })
      return showSource(sourceId)
    }
    store.set({ check: null, screen: { kind: 'source', sourceId }, guide: null })
    takeOverview(reply.value)
    await readGuide(desk)
  }

  /** Reads one VM again. What goes wrong is said, and the earlier reading stays on the screen. */
  async function checkVm(sourceId: string, vmId: string, password?: string): Promise<void> {
    if (store.get().check !== null) return
    const callId = crypto.randomUUID()
    const name = store.get().overview?.rows.find(({ id }) => id === vmId)?.name ?? vmId
    store.set({ check: newCheck(callId, now()) })
    announce(say(language(), 'ui.checking.vm', { name }))
    const isRemote = store.get().sources.find(({ id }) => id === sourceId)?.kind === 'remote'
    const reply = isRemote
      ? await ask('remote.check-vm', { sourceId, vmId, ...(password === undefined ? {} : { password }) }, callId)
      : await ask('source.check-vm', { sourceId, vmId }, callId)
    store.set({ check: null })
    if (!reply.ok && reply.problem.code === 'password-needed') {
      return store.set({ dialog: 'password', passwordFor: { sourceId, vmId, why: reply.problem } })
    }
    if (!reply.ok) {
      if (cancelledCall === callId) announce(say(language(), 'ui.start.cancelled'))
      else desk.report(reply.problem)
      return
    }
    await readSources()
    if (shownSourceId(store.get()) !== sourceId) return
    await readOverview(sourceId)
    const row = store.get().overview?.rows.find(({ id }) => id === vmId)
    if (row === undefined) return
    announce(say(language(), 'ui.checking.vm-done', { name, verdict: say(language(), `verdict.${row.verdict}`) }))
  }

  function localIsShown(): boolean {
    return shownSource(store.get())?.kind === 'local'
  }

  let cancelledCall: string | null = null

  async function opened(paths: readonly string[] | undefined): Promise<void> {
    const reply = await ask('source.open-capture', paths === undefined ? {} : { paths: [...paths] })
    if (!reply.ok) return desk.report(reply.problem)
    const first = reply.value?.[0]
    if (first !== undefined) await showOpened(first.id)
  }

  const actions: SourceActions = {
    checkLocal,
    checkVm,
    showSource,
    showOpened,
    async begin() {
      const [first] = await readSources()
      if (first === undefined) await checkLocal()
      else await showSource(first.id)
    },
    cancelCheck() {
      const { check } = store.get()
      if (check === null) return
      cancelledCall = check.callId
      desk.bridge.cancel(check.callId)
    },
    checkAgain() {
      const { screen } = store.get()
      if (screen.kind === 'start') void checkLocal()
      else if (screen.kind === 'guide' && canCheckVm(store.get())) void checkVm(screen.sourceId, screen.vmId)
      else if (screen.kind === 'source' && localIsShown()) void checkLocal()
    },
    async openSample() {
      const reply = await ask('source.open-sample', {})
      if (!reply.ok) return desk.report(reply.problem)
      await showOpened(reply.value.id)
    },
    openCaptures: opened,
    async openDropped(files) {
      const paths = files.map((file) => desk.bridge.pathOf(file)).filter((path) => path !== '')
      if (paths.length > 0) return opened(paths)
      desk.report({
        code: 'not-a-file',
        class: null,
        message: say(language(), 'ui.problem.not-a-file'),
        step: say(language(), 'ui.problem.not-a-file-step'),
      })
    },
    async closeSource(sourceId) {
      const wasShown = shownSourceId(store.get()) === sourceId
      const reply = await ask('source.close', { sourceId })
      if (!reply.ok) return desk.report(reply.problem)
      store.set({ sources: reply.value })
      if (!wasShown) return
      const next = reply.value[0]
      if (next === undefined) store.set({ screen: { kind: 'start' }, overview: null, guide: null, selectedVmId: null })
      else await showSource(next.id)
    },
    async showLocal() {
      const local = localSource(store.get())
      if (local === null) store.set({ screen: { kind: 'start' } })
      else await showSource(local.id)
    },
    takeProgress(progress) {
      const { check } = store.get()
      if (check?.callId !== progress.callId) return
      store.set({ check: checkAfter(check, progress) })
      if (now() - spokenAt < SPOKEN_EVERY_MS) return
      spokenAt = now()
      announce(say(language(), 'ui.checking.spoken', { done: progress.done, of: progress.of }))
    },
    async takeNewSources() {
      const before = new Set(store.get().sources.map(({ id }) => id))
      const added = (await readSources()).find(({ id }) => !before.has(id))
      if (added !== undefined) await showSource(added.id)
    },
    async refresh() {
      await readSources()
      const source = shownSource(store.get())
      if (source === null) return
      if (source.problem === null) await readOverview(source.id)
      else store.set({ overviewProblem: source.problem })
    },
  }
  return actions
}
