import { say } from '../say'
import { PASTE_LIMIT } from '../../core/model/limits'
import type { ProblemText } from '../../core/model/diagnosis'
import { INITIAL_STATE } from './app-state'
import type { Desk } from './desk'
import type { SourceActions } from './source-actions'

/** Reading a text that a person pastes. */
export interface PasteActions {
  readonly setPaste: (text: string) => void
  /** Reads the text and shows in the window what it was judged to be. A refusal stands beside the text, which is kept. */
  readonly readPaste: () => Promise<void>
}

/** Actions of the paste window. */
export function pasteActions(desk: Desk, { showOpened }: Pick<SourceActions, 'showOpened'>): PasteActions {
  const { store, ask, language } = desk

  function refuse(problem: ProblemText): void {
    store.set({ paste: { ...store.get().paste, problem, isReading: false }, announcement: problem.message })
  }

  function tooLong(count: number): ProblemText {
    return {
      code: 'pasted-too-long',
      class: null,
      message: say(language(), 'ui.paste.too-long', { count, limit: PASTE_LIMIT }),
      step: say(language(), 'ui.paste.too-long-step'),
    }
  }

  return {
    setPaste: (text) => store.set({ paste: { ...store.get().paste, text, problem: null } }),
    async readPaste() {
      const { text, isReading } = store.get().paste
      if (isReading || text.trim() === '') return
      if (text.length > PASTE_LIMIT) return refuse(tooLong(text.length))
      store.set({ paste: { ...INITIAL_STATE.paste, text, isReading: true } })
      const reply = await ask('source.paste', { text })
      if (!reply.ok) return refuse(reply.problem)
      await showOpened(reply.value.id)
      if (reply.value.kind !== 'pasted') {
        // The answer to a worksheet, which belongs to a VM that is open already.
        const joined = say(language(), 'ui.paste.joined', { name: reply.value.name })
        return store.set({ paste: INITIAL_STATE.paste, dialog: null, announcement: joined })
      }
      store.set({ paste: { ...INITIAL_STATE.paste, readId: reply.value.id } })
    },
  }
}
