import type { FoundVm } from '../../core/ipc'
import { INITIAL_STATE } from './app-state'
import type { Desk } from './desk'
import type { GuideActions } from './guide-actions'
import type { HistoryActions } from './history-actions'
import { isBesideSources } from './trail'
import type { SourceActions } from './source-actions'

/** The one search over everything that is open. */
export interface FindActions {
  readonly openFind: () => Promise<void>
  readonly setFind: (text: string) => void
  /**
   * Opens the guided check of a VM that was found, in its source; a kept check is opened as a source. From a screen beside
   * the sources Esc leads back there.
   */
  readonly openFound: (vm: Pick<FoundVm, 'from' | 'vmId'>) => Promise<void>
}

/** A search waits until the typing has rested this long. */
const REST_MS = 120

/** Actions of the search over all sources. */
export function findActions(
  desk: Desk,
  { showSource }: Pick<SourceActions, 'showSource'>,
  { openGuide }: Pick<GuideActions, 'openGuide'>,
  { openKept }: Pick<HistoryActions, 'openKept'>,
): FindActions {
  const { store, ask } = desk
  let resting: ReturnType<typeof setTimeout> | undefined

  async function search(text: string): Promise<void> {
    const reply = await ask('vm.find', { text })
    // What was typed meanwhile is asked by itself.
    if (store.get().find.text !== text) return
    if (reply.ok) store.set({ find: { text, result: reply.value } })
    else desk.report(reply.problem)
  }

  return {
    async openFind() {
      store.set({ dialog: 'find', find: INITIAL_STATE.find })
      await search('')
    },
    setFind(text) {
      store.set({ find: { ...store.get().find, text } })
      clearTimeout(resting)
      resting = setTimeout(() => void search(text), REST_MS)
    },
    async openFound({ from, vmId }) {
      const { screen, trail } = store.get()
      store.set({ dialog: null })
      if ('sourceId' in from) await showSource(from.sourceId)
      else if (!(await openKept(from))) return
      await openGuide(vmId, isBesideSources(screen) ? [...trail, screen] : [])
    },
  }
}
