import { say } from '../say'
import type { Overview, Progress, SourceSummary } from '../../core/ipc'
import { answerSentence } from './answer-sentence'
import { firstView, localSource, shownSource, shownSourceId } from './app-state'
import type { Desk } from './desk'
import { readGuide } from './read-guide'
import { checkAfter, newCheck } from './running-check'

/** Reading this computer, and one VM again. */
export interface CheckActions {
  readonly checkLocal: () => Promise<void>
  readonly cancelCheck: () => void
  /** Reads one VM of this computer or of a host again; where the host was read as another account, with its password. */
  readonly checkVm: (sourceId: string, vmId: string, password?: string) => Promise<void>
  readonly takeProgress: (progress: Progress) => void
}

/** What a check does with the list of sources and with the shown overview. */
interface Shown {
  readonly readSources: () => Promise<readonly SourceSummary[]>
  readonly readOverview: (sourceId: string) => Promise<void>
  readonly takeOverview: (overview: Overview) => void
  readonly showSource: (sourceId: string) => Promise<void>
}

/** Progress is spoken at most this often. */
const SPOKEN_EVERY_MS = 4000

/** Actions that read a host; one at a time. */
export function checkActions(desk: Desk, { readSources, readOverview, takeOverview, showSource }: Shown): CheckActions {
  const { store, ask, language, now } = desk
  let spokenAt = 0
  let cancelledCall: string | null = null

  const localIsShown = (): boolean => shownSource(store.get())?.kind === 'local'

  function announce(announcement: string): void {
    store.set({ announcement })
  }

  async function checkLocal(): Promise<void> {
    if (store.get().check !== null) return
    const callId = crypto.randomUUID()
    spokenAt = now()
    const wasShown = localIsShown()
    store.set({ check: newCheck(callId, now(), 'local'), localProblem: null, wasCancelled: false })
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
    store.set({ check: newCheck(callId, now(), sourceId) })
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

  return {
    checkLocal,
    checkVm,
    cancelCheck() {
      const { check } = store.get()
      if (check === null) return
      cancelledCall = check.callId
      desk.bridge.cancel(check.callId)
    },
    takeProgress(progress) {
      const { check } = store.get()
      if (check?.callId !== progress.callId) return
      store.set({ check: checkAfter(check, progress) })
      if (now() - spokenAt < SPOKEN_EVERY_MS) return
      spokenAt = now()
      announce(say(language(), 'ui.checking.spoken', { done: progress.done, of: progress.of }))
    },
  }
}
