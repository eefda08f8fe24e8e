import electron, { type BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron'
import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'
import type { Desktop } from '../ipc/desk'

const SAVE_TITLES = {
  html: 'menu.dialog.save-report',
  pdf: 'menu.dialog.save-report',
  json: 'menu.dialog.save-report',
  csv: 'menu.dialog.save-report',
  md: 'menu.dialog.save-report',
  txt: 'menu.dialog.save-report',
  capture: 'menu.dialog.save-capture',
  collector: 'menu.dialog.save-collector',
  accepted: 'accepted.dialog.save',
} as const

/** Text and HTML together. Electron before 45 has no `ClipboardItem` and takes both in one object. */
function writeBoth(text: string, html: string): void {
  const Item = (electron as Partial<Pick<typeof electron, 'ClipboardItem'>>).ClipboardItem
  if (Item === undefined) (clipboard as unknown as { write: (data: object) => void }).write({ text, html })
  else void clipboard.write([new Item({ 'text/plain': text, 'text/html': html })])
}

/** Dialogs, clipboard and file manager of the person's desktop; dialogs belong to the window. */
export function electronDesktop(window: BrowserWindow, language: () => Language): Desktop {
  const reports =
    (...extensions: string[]) =>
    () => ({ name: say(language(), 'menu.dialog.reports'), extensions })
  const filters = {
    html: reports('html', 'pdf'),
    pdf: reports('pdf', 'html'),
    json: reports('json'),
    csv: reports('csv'),
    md: reports('md'),
    txt: reports('txt'),
    capture: () => ({ name: say(language(), 'menu.dialog.captures'), extensions: ['hvcapture'] }),
    collector: () => ({ name: say(language(), 'menu.dialog.scripts'), extensions: ['ps1'] }),
    accepted: () => ({ name: say(language(), 'accepted.dialog.files'), extensions: ['json'] }),
  }
  return {
    chooseCaptures: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(language(), 'menu.dialog.open-captures'),
        filters: [filters.capture(), { name: say(language(), 'menu.dialog.all-files'), extensions: ['*'] }],
        properties: ['openFile', 'multiSelections'],
      })
      return canceled || filePaths.length === 0 ? null : filePaths
    },
    chooseAccepted: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(language(), 'accepted.dialog.open'),
        filters: [filters.accepted(), { name: say(language(), 'menu.dialog.all-files'), extensions: ['*'] }],
        properties: ['openFile'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    chooseNewFile: async (kind, suggestedPath) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: say(language(), SAVE_TITLES[kind]),
        defaultPath: suggestedPath,
        filters: [filters[kind]()],
      })
      return canceled || filePath === '' ? null : filePath
    },
    chooseFolder: async (current) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(language(), 'settings.dialog.choose-folder'),
        defaultPath: current,
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    openFile: (path) => shell.openPath(path),
    showInFolder: (path) => shell.showItemInFolder(path),
    openAddress: (url) => shell.openExternal(url),
    writeClipboard: (text, html = null) => {
      if (html === null) void clipboard.writeText(text)
      else writeBoth(text, html)
    },
    printPage: async (page) => (await import('../pdf/print-pdf')).printPage(page),
    isDark: () => nativeTheme.shouldUseDarkColors,
  }
}
