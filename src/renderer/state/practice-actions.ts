import type { PracticeCall } from '../../core/ipc'
import type { PracticeAnswer } from './drafts'
import type { Desk } from './desk'
import type { GuideActions } from './guide-actions'
import type { SourceActions } from './source-actions'

/** Practising with invented calls. */
export interface PracticeActions {
  readonly openPractice: () => Promise<void>
  /** Reads the calls again where they are in use, for a new language. */
  readonly refreshPractice: () => Promise<void>
  readonly answerPractice: (callId: string, answer: PracticeAnswer) => void
  /** Shows the guided check of the VM that a call is about. */
  readonly openPracticeVm: (call: PracticeCall) => Promise<void>
}

/** Whether an answer is what the rules find and what is best done next. */
export function isRight({ vm, rightStep }: PracticeCall, { verdict, step }: PracticeAnswer): boolean {
  return verdict === vm.verdict && step === rightStep
}

/** Actions on the practice calls. */
export function practiceActions(desk: Desk, sources: SourceActions, guide: GuideActions): PracticeActions {
  const { store, ask } = desk

  async function readCalls(): Promise<boolean> {
    const reply = await ask('practice.list', {})
    if (reply.ok) store.set({ practice: { ...store.get().practice, calls: reply.value } })
    else desk.report(reply.problem)
    return reply.ok
  }

  return {
    async openPractice() {
      if (await readCalls()) store.set({ dialog: 'practice' })
    },
    async refreshPractice() {
      if (store.get().practice.calls.length > 0) await readCalls()
    },
    answerPractice(callId, answer) {
      const { practice } = store.get()
      store.set({ practice: { ...practice, answers: { ...practice.answers, [callId]: answer } } })
    },
    async openPracticeVm({ vm }) {
      const reply = await ask('practice.open', {})
      if (!reply.ok) return desk.report(reply.problem)
      store.set({ dialog: null })
      await sources.showOpened(reply.value.id)
      await guide.openGuide(vm.id)
    },
  }
}
