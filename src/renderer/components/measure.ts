import { useCallback, useSyncExternalStore, type RefObject } from 'react'

/** Width of an element in CSS pixels, followed while it is shown; 0 before. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { current } = element
      if (current === null) return () => undefined
      const observer = new ResizeObserver(listener)
      observer.observe(current)
      return () => observer.disconnect()
    },
    [element],
  )
  return useSyncExternalStore(subscribe, () => element.current?.clientWidth ?? 0)
}

function subscribeToResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

const rootFontSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** CSS pixels per rem. */
export function useRootFontSize(): number {
  return useSyncExternalStore(subscribeToResize, rootFontSize)
}
