import { focusNextPane, rememberFocus } from './panes'
import { searchInput } from './search-focus'
import { isBesideSources } from './state/trail'
import type { Session } from './state/session'
import { GO_ON_ID, GUIDE_KEYS, type GuideKey, keyName, PANE_KEYS, WINDOW_KEYS } from './window-keys'

const OVERLAY = '.modal, .popover'
const HAS_OWN_ENTER = 'button, a, [role=button], input:not([type=radio]), textarea'

/** Esc in a search that holds a text empties it, as everywhere in Windows. */
function clearsSearch({ target }: KeyboardEvent): boolean {
  return target === searchInput() && searchInput()?.value !== ''
}

function pressGoOn(): void {
  document.getElementById(GO_ON_ID)?.querySelector('button')?.click()
}

function runGuideKey(key: GuideKey, event: KeyboardEvent, session: Session): boolean {
  switch (key) {
    case 'leave':
      session.closeGuide()
      return true
    case 'back':
      session.back()
      return true
    case 'forward':
      session.forward()
      return true
    case 'go-on': {
      const hasOwn = event.target instanceof Element && event.target.closest(HAS_OWN_ENTER) !== null
      if (!hasOwn) pressGoOn()
      return !hasOwn
    }
  }
}

/** Whether the key did something here. Menus and dialogs have their own keys, and the letters of a text belong to its field. */
function handleKey(event: KeyboardEvent, session: Session): boolean {
  const name = keyName(event)
  const inOverlay = document.querySelector(OVERLAY) !== null
  if (inOverlay) return false
  if (PANE_KEYS.some((key) => key === name)) return focusNextPane(event.shiftKey)
  const command = WINDOW_KEYS[name]
  if (command !== undefined) {
    session.runMenu(command)
    return true
  }
  const { screen } = session.store.get()
  const leaves = name === 'Escape' ? !clearsSearch(event) : name === 'Alt+ArrowLeft'
  if (leaves && isBesideSources(screen)) {
    void session.leave()
    return true
  }
  const guideKey = screen.kind === 'guide' ? GUIDE_KEYS[name] : undefined
  return guideKey !== undefined && runGuideKey(guideKey, event, session)
}

/** Listens to the keys that work everywhere in the window. Returns how to stop. */
export function installKeyboard(session: Session): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || !handleKey(event, session)) return
    // The application menu has some of the same keys; a prevented key does not reach it.
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent): void => rememberFocus(event.target)
  window.addEventListener('keydown', onKeyDown, true)
  window.addEventListener('focusin', onFocus)
  return () => {
    window.removeEventListener('keydown', onKeyDown, true)
    window.removeEventListener('focusin', onFocus)
  }
}
