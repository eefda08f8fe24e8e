import { focusSearch } from './components/search-box'
import { focusNextPane, rememberFocus } from './panes'
import { GO_ON_ID } from './screens/guide-screen'
import type { Session } from './state/session'

const OVERLAY = '.modal, .popover'
const HAS_OWN_ENTER = 'button, a, [role=button], input:not([type=radio]), textarea'

/** The name of a key with its modifiers, as shortcuts are written: "Ctrl+S". */
function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [event.ctrlKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', event.shiftKey ? 'Shift+' : '', key].join('')
}

function pressGoOn(): void {
  document.getElementById(GO_ON_ID)?.querySelector('button')?.click()
}

/** Whether the key did something here. Menus and dialogs have their own keys, and the letters of a text belong to its field. */
function handleKey(event: KeyboardEvent, session: Session): boolean {
  const name = keyName(event)
  const inOverlay = document.querySelector(OVERLAY) !== null
  if (name === 'F6' || name === 'Shift+F6') return !inOverlay && focusNextPane(event.shiftKey)
  if (inOverlay) return false
  const { kind } = session.store.get().screen
  switch (name) {
    case 'F1':
      session.showDialog('shortcuts')
      return true
    case 'F5':
      session.checkAgain()
      return true
    case 'Ctrl+F':
      if (kind === 'guide') session.closeGuide()
      // The overview is drawn first when the guided check was left.
      requestAnimationFrame(focusSearch)
      return true
    case 'Ctrl+Shift+F':
      void session.openFind()
      return true
    case 'Ctrl+E':
      void session.openExplainer()
      return true
    case 'Ctrl+Shift+A':
      void session.openAccepted()
      return true
    case 'Ctrl+S':
      void session.saveReport()
      return true
    case 'Ctrl+H':
      void session.showHistory()
      return true
    case 'Ctrl+Shift+C':
      void session.copyForTicket('internal')
      return true
    case 'Ctrl+O':
      void session.openCaptures()
      return true
    case 'Ctrl+Shift+V':
      session.showDialog('paste')
      return true
  }
  if (name === 'Escape' && (kind === 'history' || kind === 'compare')) {
    session.leaveHistory()
    return true
  }
  if (kind !== 'guide') return false
  switch (name) {
    case 'Escape':
      session.closeGuide()
      return true
    case 'Alt+ArrowLeft':
      session.back()
      return true
    case 'Alt+ArrowRight':
      session.forward()
      return true
    case 'Enter': {
      const hasOwn = event.target instanceof Element && event.target.closest(HAS_OWN_ENTER) !== null
      if (!hasOwn) pressGoOn()
      return !hasOwn
    }
  }
  return false
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
