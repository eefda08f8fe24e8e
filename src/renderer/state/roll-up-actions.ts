import type { RollUpView } from './app-state'
import type { Desk } from './desk'
import { walkTo } from './trail'

/** All open sources side by side. */
export interface RollUpActions {
  readonly showRollUp: () => Promise<void>
  /** Counts again: a source was opened, read again or closed, or the language is another. */
  readonly readRollUp: () => Promise<void>
  readonly setRollUpView: (change: Partial<RollUpView>) => void
}

/** Names a VM among those of all sources: one that moved stands in two of them under the same id. */
export function idAmongSources(sourceId: string, vmId: string): string {
  return `${sourceId} ${vmId}`
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
      store.set(walkTo({ kind: 'roll-up' }, store.get()))
      await readRollUp()
    },
    setRollUpView: (change) => store.set({ rollUpView: { ...store.get().rollUpView, ...change } }),
  }
}
