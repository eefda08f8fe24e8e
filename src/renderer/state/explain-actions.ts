import type { Desk } from './desk'

/** Asking what a number, code or word means. */
export interface ExplainActions {
  /** Opens the explainer; with a question, its answer comes at once. */
  readonly openExplainer: (question?: string) => Promise<void>
  readonly setQuestion: (text: string) => void
  /** Asks what stands in the field, or the question given, which then stands there. */
  readonly askQuestion: (question?: string) => Promise<void>
}

/** Actions of the explainer. */
export function explainActions({ store, ask, report }: Desk): ExplainActions {
  async function askQuestion(question = store.get().explain.text): Promise<void> {
    if (question.trim() === '') return
    store.set({ explain: { ...store.get().explain, text: question } })
    const reply = await ask('explain.ask', { what: question })
    if (store.get().explain.text !== question) return
    if (reply.ok) store.set({ explain: { text: question, explanation: reply.value } })
    else report(reply.problem)
  }
  return {
    askQuestion,
    setQuestion: (text) => store.set({ explain: { ...store.get().explain, text } }),
    async openExplainer(question) {
      store.set({ dialog: 'explain', explain: { text: question ?? '', explanation: null } })
      if (question !== undefined) await askQuestion(question)
    },
  }
}
