import type { Screen } from './app-state'
import type { Desk } from './desk'
import { readGuide } from './read-guide'
import type { SourceActions } from './source-actions'

/** Leaving a screen for the one a person came from. */
export interface PlaceActions {
  /** Esc beside the sources: back to the screen before, as it was left; where nothing is left of it, to the one before that. */
  readonly leave: () => Promise<void>
}

/** Actions on the way back. */
export function placeActions(
  { store, ...desk }: Desk,
  { showSource, showLocal, refresh }: Pick<SourceActions, 'showSource' | 'showLocal' | 'refresh'>,
): PlaceActions {
  const isGone = (screen: Screen): boolean =>
    'sourceId' in screen && !store.get().sources.some(({ id }) => id === screen.sourceId)

  async function returnTo(screen: Screen, trail: readonly Screen[]): Promise<void> {
    if (!('sourceId' in screen)) return store.set({ screen, trail })
    const { sourceId } = screen
    const isRead = store.get().overview?.source.id === sourceId
    if (isRead) store.set({ screen: { kind: 'source', sourceId } })
    else await showSource(sourceId)
    if (screen.kind === 'guide') store.set({ screen, selectedVmId: screen.vmId })
    store.set({ trail })
    if (isRead) await refresh()
    else await readGuide({ store, ...desk })
  }

  return {
    async leave() {
      const way = store.get().trail.filter((screen) => !isGone(screen))
      const before = way.at(-1)
      const [first] = store.get().sources
      if (before !== undefined) await returnTo(before, way.slice(0, -1))
      else if (first === undefined) await showLocal()
      else await showSource(first.id)
    },
  }
}
