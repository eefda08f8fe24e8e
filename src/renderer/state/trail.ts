import type { AppState, Screen } from './app-state'

/** Screens beside the sources, which are left by Esc. */
export function isBesideSources({ kind }: Screen): boolean {
  return kind === 'roll-up' || kind === 'history' || kind === 'compare'
}

/** A screen and the way that leads back from it: what is left is remembered, and nothing stands in it twice. */
export function walkTo(next: Screen, { screen, trail }: Pick<AppState, 'screen' | 'trail'>) {
  const way = screen.kind === next.kind ? trail : [...trail, screen]
  const before = way.findIndex(({ kind }) => kind === next.kind)
  return { screen: next, trail: before < 0 ? way : way.slice(0, before) }
}
