import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { MENU_COMMANDS, type MenuCommand } from '../../../src/core/ipc'
import { LANGUAGES } from '../../../src/core/model/text'
import { applicationMenu } from '../../../src/main/menu'

vi.mock('electron', () => ({ Menu: { buildFromTemplate: (template: unknown) => template } }))

const itemsOf = (language: (typeof LANGUAGES)[number], send: (command: MenuCommand) => void = () => undefined) => {
  const template = applicationMenu(language, send) as unknown as MenuItemConstructorOptions[]
  return template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
}

describe.each(LANGUAGES)('the menu in %s', (language) => {
  test('has every command once, and each sends itself', () => {
    const sent: MenuCommand[] = []
    for (const { click } of itemsOf(language, (command) => sent.push(command))) {
      click?.(undefined as never, undefined, undefined as never)
    }
    expect(sent.toSorted()).toEqual([...MENU_COMMANDS].toSorted())
  })

  test('has a text for every item, and no key twice', () => {
    const items = itemsOf(language).filter(({ type }) => type !== 'separator')
    for (const { label } of items) expect(label).toMatch(language === 'ko' ? /[가-힣]/ : /^[A-Z]/)
    const keys = items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(
      expect.arrayContaining([
        'F5',
        'F1',
        'CmdOrCtrl+S',
        'CmdOrCtrl+Shift+S',
        'CmdOrCtrl+O',
        'CmdOrCtrl+Shift+V',
        'CmdOrCtrl+F',
      ]),
    )
  })
})
