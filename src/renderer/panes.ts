const PANE = '[data-pane]'
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]'

const lastFocused = new WeakMap<Element, HTMLElement>()

function firstStop(pane: Element): HTMLElement | undefined {
  return [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.tabIndex >= 0 && element.closest(PANE) === pane && element.checkVisibility(),
  )
}

/** Remembers where the keyboard was in each pane. Call it for every focus. */
export function rememberFocus(element: EventTarget | null): void {
  if (!(element instanceof HTMLElement)) return
  const pane = element.closest(PANE)
  if (pane !== null) lastFocused.set(pane, element)
}

/** F6: moves the keyboard to the next pane, to where it was there before or to its first stop. False where there is none. */
export function focusNextPane(backward: boolean): boolean {
  const panes = [...document.querySelectorAll(PANE)]
  const current = document.activeElement?.closest(PANE) ?? null
  const start = current === null ? (backward ? panes.length : -1) : panes.indexOf(current)
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(start + (backward ? -step : step) + panes.length * 2) % panes.length]
    if (pane === undefined) continue
    const before = lastFocused.get(pane)
    const target = before?.isConnected === true && before.checkVisibility() ? before : firstStop(pane)
    if (target !== undefined) {
      target.focus()
      return true
    }
  }
  return false
}
