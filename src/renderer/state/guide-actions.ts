import { say } from '../say'
import type { GuidedCheck, GuideStep } from '../../core/ipc'
import type { ProblemText } from '../../core/model/diagnosis'
import { shownSourceId, type Screen, type StepId } from './app-state'
import { idAfter, selectionAmong, visibleRows } from './rows'
import type { Desk } from './desk'
import type { PlaceActions } from './place-actions'
import { readGuide, withTyped } from './read-guide'
import { idAmongSources } from './roll-up-actions'
import { isBesideSources } from './trail'

/** Walking through the guided check of one VM. */
export interface GuideActions {
  /** Opens the check of a VM of the shown source; `trail` where Esc leads back past it. */
  readonly openGuide: (vmId?: string, trail?: readonly Screen[]) => Promise<void>
  /** To the VM's source, or to the list of several sources that it was opened from. */
  readonly closeGuide: () => void
  readonly goToStep: (step: StepId) => void
  /** To the next step that was reached; after the last one to the next VM, after the last VM to the overview. */
  readonly nextStep: () => Promise<void>
  readonly previousStep: () => void
  /** Alt+Left: one step back, from the first one to where the check was opened; beside the sources the same as Esc. */
  readonly back: () => void
  /** Alt+Right: one step on, never to another VM. */
  readonly forward: () => void
  /** Gives what somebody saw inside the guest, or takes it back with null; why it was refused, or null. */
  readonly readWorksheet: (text: string | null) => Promise<ProblemText | null>
  /** Writes the VM's note; it is kept as it is typed. */
  readonly setNote: (note: string) => Promise<void>
  readonly setTicket: (ticket: string) => Promise<void>
  /** Gives the answer to a step's question, or takes it back with null; then everything was judged again. */
  readonly answer: (step: Pick<GuideStep, 'id' | 'question'>, answer: string | null) => Promise<void>
}

type GuideScreen = Extract<Screen, { kind: 'guide' }>

/** Steps that can be shown: a step that was not reached has nothing to say. */
export function reachedSteps(guide: GuidedCheck): readonly GuideStep[] {
  return guide.steps.filter(({ state }) => state !== 'not-reached')
}

/** The step `by` places from another among those reached; null beyond either end. */
export function stepFrom(guide: GuidedCheck, step: StepId, by: 1 | -1): StepId | null {
  const steps = reachedSteps(guide)
  return steps[steps.findIndex(({ id }) => id === step) + by]?.id ?? null
}

/** Actions of the guided check. */
export function guideActions(desk: Desk, { leave }: PlaceActions): GuideActions {
  const { store, ask, language } = desk

  function screenOfGuide(): GuideScreen | null {
    const { screen } = store.get()
    return screen.kind === 'guide' ? screen : null
  }

  async function show(screen: Omit<GuideScreen, 'kind' | 'step'>): Promise<void> {
    store.set({ screen: { ...screen, kind: 'guide', step: 'symptom' }, selectedVmId: screen.vmId })
    if (store.get().guide?.vm.id !== screen.vmId) {
      store.set({ guide: null })
      await readGuide(desk)
    }
    // A VM without a ticket of its own is looked at for the one that stands there.
    const kept = store.get().guide?.kept.ticket ?? ''
    if (kept !== '') store.set({ ticket: kept })
  }

  function goToStep(step: StepId): void {
    const screen = screenOfGuide()
    if (screen !== null) store.set({ screen: { ...screen, step } })
  }

  function closeGuide(): void {
    const screen = screenOfGuide()
    if (screen === null) return
    const { overview, view, selectedVmId, guide, trail, rollUpView } = store.get()
    const before = trail.at(-1)
    if (before !== undefined && isBesideSources(before)) {
      const selectedId = idAmongSources(screen.sourceId, screen.vmId)
      store.set({ rollUpView: { ...rollUpView, selectedId } })
      return void leave()
    }
    // An answer can have moved the VM out of what the filter shows.
    const selected = selectionAmong(visibleRows(overview?.rows ?? [], view, language()), selectedVmId)
    const isSame = selected === selectedVmId
    store.set({
      screen: { kind: 'source', sourceId: screen.sourceId },
      selectedVmId: selected,
      guide: isSame ? guide : null,
    })
    if (!isSame) void readGuide(desk)
  }

  function move(by: 1 | -1): boolean {
    const screen = screenOfGuide()
    const { guide } = store.get()
    if (screen === null || guide === null) return false
    const step = stepFrom(guide, screen.step, by)
    if (step !== null) goToStep(step)
    return step !== null
  }

  /** What a changed judgement of one VM changes in the list of all. */
  async function refreshOverview(sourceId: string): Promise<void> {
    const overview = await ask('overview.get', { sourceId })
    if (!overview.ok || shownSourceId(store.get()) !== sourceId) return
    const sources = store.get().sources.map((source) => (source.id === sourceId ? overview.value.source : source))
    store.set({ overview: overview.value, sources })
  }

  async function keep(change: Partial<GuidedCheck['kept']>): Promise<void> {
    const { guide } = store.get()
    if (guide === null) return
    const kept = { ...guide.kept, ...change }
    store.set({ guide: { ...guide, kept } })
    const reply = await ask('guide.keep', { sourceId: guide.sourceId, vmId: guide.vm.id, ...kept })
    if (!reply.ok) desk.report(reply.problem)
  }

  const actions: GuideActions = {
    closeGuide,
    goToStep,
    async openGuide(vmId = store.get().selectedVmId ?? undefined, trail = []) {
      const { overview, view } = store.get()
      if (vmId === undefined || overview === null) return
      store.set({ trail })
      const order = visibleRows(overview.rows, view, language()).map(({ id }) => id)
      await show({ sourceId: overview.source.id, vmId, order })
    },
    async nextStep() {
      const screen = screenOfGuide()
      if (screen === null || move(1)) return
      const vmId = idAfter(screen.order, screen.vmId)
      if (vmId === null) closeGuide()
      else await show({ ...screen, vmId })
    },
    previousStep: () => void move(-1),
    back() {
      if (isBesideSources(store.get().screen)) void leave()
      else if (!move(-1)) closeGuide()
    },
    forward: () => void move(1),
    setNote: (note) => keep({ note }),
    async setTicket(ticket) {
      store.set({ ticket })
      await keep({ ticket })
    },
    async answer(step, answer) {
      const sourceId = shownSourceId(store.get())
      const { selectedVmId: vmId } = store.get()
      if (sourceId === null || vmId === null || step.question === null) return
      const reply = await ask('guide.answer', { sourceId, vmId, questionId: step.question.id, answer })
      if (!reply.ok) return desk.report(reply.problem)
      if (store.get().selectedVmId !== vmId) return
      const verdict = say(language(), `verdict.${reply.value.vm.verdict}`)
      const guide = withTyped(reply.value, store.get().guide)
      store.set({ guide, announcement: say(language(), 'ui.guide.answered', { verdict }) })
      const settled = reply.value.steps.find(({ id }) => id === step.id)
      const asksMore = settled?.state === 'open'
      if (answer !== null && !asksMore) move(1)
      await refreshOverview(sourceId)
    },
    async readWorksheet(text) {
      const screen = screenOfGuide()
      if (screen === null) return null
      const { sourceId, vmId } = screen
      const reply = await ask('guide.worksheet', { sourceId, vmId, text })
      if (!reply.ok) {
        store.set({ announcement: reply.problem.message })
        return reply.problem
      }
      if (store.get().selectedVmId === vmId) {
        const verdict = say(language(), `verdict.${reply.value.vm.verdict}`)
        const announcement = say(language(), text === null ? 'worksheet.taken-back' : 'worksheet.used', { verdict })
        store.set({ guide: reply.value, announcement })
      }
      await refreshOverview(sourceId)
      return null
    },
  }
  return actions
}
