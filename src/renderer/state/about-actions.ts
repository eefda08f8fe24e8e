import type { Desk } from './desk'

/** What the program says about itself. */
export interface AboutActions {
  readonly openAbout: () => Promise<void>
  readonly showLog: () => Promise<void>
}

/** Actions of the dialog about the program. */
export function aboutActions({ store, ask, report }: Desk): AboutActions {
  return {
    async openAbout() {
      store.set({ dialog: 'about' })
      if (store.get().about !== null) return
      const reply = await ask('app.about', {})
      if (reply.ok) store.set({ about: reply.value })
      else report(reply.problem)
    },
    async showLog() {
      const reply = await ask('app.show-log', {})
      if (!reply.ok) report(reply.problem)
    },
  }
}
