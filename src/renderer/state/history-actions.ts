import { say } from '../say'
import type { CompareRef } from '../../core/ipc'
import type { ProblemText } from '../../core/model/diagnosis'
import { comparisonAnswer } from '../../core/compare/comparison-answer'
import { shownSource, type Screen } from './app-state'
import type { Desk } from './desk'
import { walkTo } from './trail'
import type { SourceActions } from './source-actions'

/** A kept check, by its host and file. */
export type KeptRef = Extract<CompareRef, { readonly hostId: string }>

/** Kept checks, and what changed between two. */
export interface HistoryActions {
  readonly showHistory: () => Promise<void>
  /** What is kept has changed; a check that could not be kept is told once. */
  readonly takeHistory: () => Promise<void>
  readonly setHistoryOn: (isOn: boolean) => Promise<void>
  /** Opens a kept check as a source; whether that worked. */
  readonly openKept: (ref: KeptRef) => Promise<boolean>
  /** Deletes one check, all of a host, or all. */
  readonly deleteKept: (what: Partial<KeptRef>) => Promise<void>
  /** Compares with the kept check before; without a check it is the shown source's. */
  readonly compareWithEarlier: (newer?: CompareRef) => Promise<void>
  /** Shows the screen with what was chosen; compares when both are there. */
  readonly compare: (older: CompareRef | null, newer: CompareRef | null) => Promise<void>
}

type CompareScreen = Extract<Screen, { kind: 'compare' }>

/** Actions on the history and on comparisons. */
export function historyActions(desk: Desk, { showOpened }: Pick<SourceActions, 'showOpened'>): HistoryActions {
  const { store, ask, language } = desk
  let told: ProblemText | null = null

  async function takeHistory(): Promise<void> {
    const reply = await ask('history.get', {})
    if (!reply.ok) return desk.report(reply.problem)
    store.set({ history: reply.value })
    const { writeProblem } = reply.value
    // A disk stays full for many checks; the sentence is said once.
    if (writeProblem !== null && writeProblem.code !== told?.code) desk.report(writeProblem)
    told = writeProblem
  }

  function show(screen: Omit<CompareScreen, 'kind'>): void {
    const place = walkTo({ ...screen, kind: 'compare' }, store.get())
    store.set({ ...place, comparison: null, comparisonProblem: null })
  }

  async function read(older: CompareRef | null, newer: CompareRef): Promise<void> {
    const reply = await ask('compare.get', { older, newer })
    const { screen } = store.get()
    if (screen.kind !== 'compare' || screen.newer !== newer || screen.older !== older) return
    if (!reply.ok) return store.set({ comparisonProblem: reply.problem, announcement: reply.problem.message })
    const { comparison } = reply.value
    store.set({
      screen: { kind: 'compare', older: reply.value.older, newer },
      comparison: reply.value,
      announcement: comparisonAnswer(comparison, say),
    })
  }

  return {
    takeHistory,
    async showHistory() {
      store.set(walkTo({ kind: 'history' }, store.get()))
      await takeHistory()
    },
    async setHistoryOn(isOn) {
      const reply = await ask('settings.set', { history: isOn })
      if (!reply.ok) return desk.report(reply.problem)
      store.set({ info: reply.value })
      await takeHistory()
    },
    async openKept(ref) {
      const reply = await ask('history.open', ref)
      if (reply.ok) await showOpened(reply.value.id)
      else {
        desk.report(reply.problem)
        await takeHistory()
      }
      return reply.ok
    },
    async deleteKept(what) {
      const reply = await ask('history.delete', what)
      if (!reply.ok) return desk.report(reply.problem)
      store.set({ history: reply.value, announcement: say(language(), 'history.deleted') })
    },
    async compareWithEarlier(newer) {
      const source = shownSource(store.get())
      const asked = newer ?? (source === null ? null : { sourceId: source.id })
      show({ older: null, newer: asked })
      await takeHistory()
      if (asked !== null) await read(null, asked)
    },
    async compare(older, newer) {
      show({ older, newer })
      if (older !== null && newer !== null) await read(older, newer)
    },
  }
}
