import type { MenuCommand } from '../core/ipc'

/** Keys that work on every screen, written as `keyName` names them, with the menu command that each stands for. */
export const WINDOW_KEYS: Readonly<Record<string, MenuCommand>> = {
  F1: 'shortcuts',
  F5: 'check-again',
  'Ctrl+F': 'find',
  'Ctrl+Shift+F': 'find-vm',
  'Ctrl+E': 'explain',
  'Ctrl+H': 'history',
  'Ctrl+Shift+A': 'accepted',
  'Ctrl+S': 'save-report',
  'Ctrl+Shift+S': 'save-report-as',
  'Ctrl+Shift+C': 'copy-ticket',
  'Ctrl+P': 'print',
  'Ctrl+O': 'open-capture',
  'Ctrl+Shift+O': 'check-remote',
  'Ctrl+Shift+V': 'paste-text',
}

/** What the keys of the guided check do. */
export type GuideKey = 'leave' | 'back' | 'forward' | 'go-on'

/** Keys of the guided check alone. */
export const GUIDE_KEYS: Readonly<Record<string, GuideKey>> = {
  Escape: 'leave',
  'Alt+ArrowLeft': 'back',
  'Alt+ArrowRight': 'forward',
  Enter: 'go-on',
}

/** Name of the button that Enter presses in the guided check. */
export const GO_ON_ID = 'go-on'

/** Keys that go around the panes of a screen. */
export const PANE_KEYS = ['F6', 'Shift+F6'] as const

/** A line of the list of keys: its text, and the keys. */
export const SHORTCUT_LINES = [
  ['check-again', ['F5']],
  ['find', ['Ctrl+F']],
  ['find-vm', ['Ctrl+Shift+F']],
  ['explain', ['Ctrl+E']],
  ['history', ['Ctrl+H']],
  ['accepted', ['Ctrl+Shift+A']],
  ['save', ['Ctrl+S']],
  ['save-as', ['Ctrl+Shift+S']],
  ['copy-ticket', ['Ctrl+Shift+C']],
  ['print', ['Ctrl+P']],
  ['open', ['Ctrl+O']],
  ['remote', ['Ctrl+Shift+O']],
  ['paste', ['Ctrl+Shift+V']],
  ['panes', PANE_KEYS],
  ['rows', ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']],
  ['cells', ['ArrowRight', 'ArrowLeft']],
  ['guided', ['Enter']],
  ['next', ['Enter']],
  ['steps', ['Alt+ArrowLeft', 'Alt+ArrowRight']],
  ['back', ['Escape']],
  ['this', ['F1']],
] as const satisfies readonly (readonly [string, readonly string[]])[]

/** The name of a key with its modifiers, as shortcuts are written: "Ctrl+S". */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [event.ctrlKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', event.shiftKey ? 'Shift+' : '', key].join('')
}
