import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { say } from '../../../src/core/i18n/translate'
import { LANGUAGES } from '../../../src/core/model/text'
import { applicationMenu } from '../../../src/main/menu'
import { GUIDE_KEYS, keyName, PANE_KEYS, SHORTCUT_LINES, WINDOW_KEYS } from '../../../src/renderer/window-keys'
import { indexAfterKey } from '../../../src/renderer/components/grid-keys'

vi.mock('electron', () => ({ Menu: { buildFromTemplate: (template: unknown) => template } }))

const template = applicationMenu('en', () => undefined) as unknown as MenuItemConstructorOptions[]
const menuKeys = template
  .flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
  .flatMap(({ id, accelerator }) =>
    accelerator === undefined ? [] : [[String(accelerator).replace('CmdOrCtrl', 'Ctrl'), id]],
  )
const listed: readonly string[] = SHORTCUT_LINES.flatMap(([, keys]) => keys)

describe('keys of the window', () => {
  test('mean the same in the menu, which has them all', () => {
    expect(Object.fromEntries(menuKeys)).toEqual(WINDOW_KEYS)
  })

  test('are all listed', () => {
    expect(listed).toEqual(
      expect.arrayContaining([...Object.keys(WINDOW_KEYS), ...Object.keys(GUIDE_KEYS), ...PANE_KEYS]),
    )
  })

  test('the list names none that does nothing', () => {
    const elsewhere = listed.filter(
      (key) => !(key in WINDOW_KEYS) && !(key in GUIDE_KEYS) && !PANE_KEYS.some((one) => one === key),
    )
    const inTable = elsewhere.filter((key) => indexAfterKey(key, 1, 3, 1) !== null)
    expect(elsewhere.filter((key) => !inTable.includes(key))).toEqual(['ArrowRight', 'ArrowLeft'])
  })

  test('are named with their modifiers, in one case', () => {
    const pressed = { key: 's', ctrlKey: true, altKey: false, shiftKey: true }
    expect(keyName(pressed)).toBe('Ctrl+Shift+S')
    expect(keyName({ key: 'ArrowLeft', ctrlKey: false, altKey: true, shiftKey: false })).toBe('Alt+ArrowLeft')
  })

  test.each(LANGUAGES)('have a line of their own in %s', (language) => {
    const lines = SHORTCUT_LINES.map(([what]) => say(language, `ui.shortcuts.${what}`))
    expect(new Set(lines).size).toBe(SHORTCUT_LINES.length)
  })
})
