import { say } from '../say'
import type { Overview, SourceSummary } from '../../core/ipc'
import { canCheckVm, firstView, INITIAL_STATE, localSource, shownSource, shownSourceId } from './app-state'
import { answerSentence } from './answer-sentence'
import { selectionAmong, visibleRows } from './rows'
import { readGuide } from './read-guide'
import type { Desk } from './desk'
import { checkActions, type CheckActions } from './check-actions'

/** Finding, reading and showing hosts. */
export interface SourceActions extends CheckActions {
  /** Shows the first source that is open, or checks this computer. */
  readonly begin: () => Promise<void>
  /** F5: reads what is shown again, where it can be: the host, or in the guided check its VM. */
  readonly checkAgain: () => void
  readonly openSample: () => Promise<void>
  /** Without paths main asks with its dialog. */
  readonly openCaptures: (paths?: readonly string[]) => Promise<void>
  readonly openDropped: (files: readonly File[]) => Promise<void>
  readonly closeSource: (sourceId: string) => Promise<void>
  readonly showSource: (sourceId: string) => Promise<void>
  /** Shows a source that was just opened. */
  readonly showOpened: (sourceId: string) => Promise<void>
  readonly showLocal: () => Promise<void>
  readonly takeNewSources: () => Promise<void>
  /** Reads list and overview again; the selection stays on its VM. */
  readonly refresh: () => Promise<void>
}

/** Actions on sources. */
export function sourceActions(desk: Desk): SourceActions {
  const { store, ask, language } = desk

  async function readSources(): Promise<readonly SourceSummary[]> {
    const reply = await ask('source.list', {})
    if (!reply.ok) desk.report(reply.problem)
    else store.set({ sources: reply.value, knowsSources: true })
    return store.get().sources
  }

  function takeOverview(overview: Overview): void {
    const state = store.get()
    const { screen } = state
    // In the guided check the selection is its VM, filtered out or not; a VM that is gone leaves the overview.
    if (screen.kind === 'guide' && overview.rows.some(({ id }) => id === screen.vmId)) {
      return store.set({ overview, overviewProblem: null })
    }
    const rows = visibleRows(overview.rows, state.view, language())
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
      const localProblem = source.problem
      return store.set({ screen: { kind: 'start' }, trail: [], localProblem, overview, guide, selectedVmId })
    }
    store.set({
      screen: { kind: 'source', sourceId },
      trail: [],
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

  const checks = checkActions(desk, { readSources, readOverview, takeOverview, showSource })
  const { checkLocal, checkVm } = checks

  async function opened(paths: readonly string[] | undefined): Promise<void> {
    const reply = await ask('source.open-capture', paths === undefined ? {} : { paths: [...paths] })
    if (!reply.ok) return desk.report(reply.problem)
    const first = reply.value?.[0]
    if (first !== undefined) await showOpened(first.id)
  }

  const actions: SourceActions = {
    ...checks,
    showSource,
    showOpened,
    async begin() {
      const [first] = await readSources()
      if (first === undefined) await checkLocal()
      else await showSource(first.id)
    },
    checkAgain() {
      const { screen } = store.get()
      if (screen.kind === 'start') void checkLocal()
      else if (screen.kind === 'guide' && canCheckVm(store.get())) void checkVm(screen.sourceId, screen.vmId)
      else if (screen.kind === 'source' && shownSource(store.get())?.kind === 'local') void checkLocal()
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
      const nothing = { trail: [], overview: null, guide: null, selectedVmId: null }
      if (next === undefined) store.set({ screen: { kind: 'start' }, ...nothing })
      else await showSource(next.id)
    },
    async showLocal() {
      const local = localSource(store.get())
      if (local === null) store.set({ screen: { kind: 'start' }, trail: [] })
      else await showSource(local.id)
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
