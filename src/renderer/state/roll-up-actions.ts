import type { Desk } from './desk'

/** All open sources side by side. */
export interface RollUpActions {
  readonly showRollUp: () => Promise<void>
  /** Counts again: a source was opened, read again or closed, or the language is another. */
  readonly readRollUp: () => Promise<void>
}

/** Actions of the roll-up. */
export function rollUpActions({ store, ask, report }: Desk): RollUpActions {
  async function readRollUp(): Promise<void> {
    const reply = await ask('roll-up.get', {})
    if (reply.ok) store.set({ rollUp: reply.value })
    else report(reply.problem)
  }
  return {
    readRollUp,
    async showRollUp() {
      store.set({ screen: { kind: 'roll-up' } })
      await readRollUp()
    },
  }
}
