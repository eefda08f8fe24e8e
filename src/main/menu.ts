import { Menu, type MenuItemConstructorOptions } from 'electron'
import { say } from '../core/i18n/translate'
import type { TextKey } from '../core/i18n/messages'
import type { MenuCommand } from '../core/ipc'
import type { Language } from '../core/model/text'

type MenuText = Extract<TextKey, `menu.${string}`> extends `menu.${infer Name}` ? Name : never

/**
 * The application menu in a language. It is hidden until Alt is pressed; its keys work all the same. Every command is
 * sent to the window, which knows whether it applies at the moment.
 */
export function applicationMenu(language: Language, send: (command: MenuCommand) => void): Menu {
  const label = (name: MenuText): string => say(language, `menu.${name}`)
  const command = (name: MenuCommand & MenuText, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label: label(name),
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const role = (name: MenuText, role: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    label: label(name),
    role,
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return Menu.buildFromTemplate([
    {
      label: label('file'),
      submenu: [
        command('check-local'),
        command('check-again', 'F5'),
        command('check-remote', 'CmdOrCtrl+Shift+O'),
        command('open-capture', 'CmdOrCtrl+O'),
        command('paste-text', 'CmdOrCtrl+Shift+V'),
        command('open-sample'),
        separator,
        command('save-report', 'CmdOrCtrl+S'),
        command('save-report-as', 'CmdOrCtrl+Shift+S'),
        command('copy-ticket', 'CmdOrCtrl+Shift+C'),
        command('save-capture'),
        command('save-collector'),
        command('save-pack'),
        separator,
        command('print', 'CmdOrCtrl+P'),
        separator,
        role('quit', 'quit'),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        separator,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('select-all', 'selectAll'),
        separator,
        command('find', 'CmdOrCtrl+F'),
        command('find-vm', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: label('view'),
      submenu: [
        // Alt+Left and Alt+Right belong to the page, which has text fields where they mean something else.
        command('back'),
        command('forward'),
        separator,
        command('history', 'CmdOrCtrl+H'),
        command('compare'),
        command('roll-up'),
        command('accepted', 'CmdOrCtrl+Shift+A'),
        separator,
        role('zoom-in', 'zoomIn'),
        role('zoom-out', 'zoomOut'),
        role('zoom-reset', 'resetZoom'),
        separator,
        role('full-screen', 'togglefullscreen'),
      ],
    },
    {
      label: label('help'),
      submenu: [command('practice'), command('explain', 'CmdOrCtrl+E'), command('shortcuts', 'F1'), command('about')],
    },
  ])
}
