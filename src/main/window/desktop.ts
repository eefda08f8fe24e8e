import { type BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron'
import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'
import type { Desktop } from '../ipc/desk'

/** Dialogs, clipboard and file manager of the person's desktop; dialogs belong to the window. */
export function electronDesktop(window: BrowserWindow, language: () => Language): Desktop {
  const filters = {
    report: () => ({ name: say(language(), 'menu.dialog.reports'), extensions: ['html'] }),
    capture: () => ({ name: say(language(), 'menu.dialog.captures'), extensions: ['hvcapture'] }),
    collector: () => ({ name: say(language(), 'menu.dialog.scripts'), extensions: ['ps1'] }),
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
    chooseNewFile: async (kind, suggestedPath) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: say(language(), `menu.dialog.save-${kind}`),
        defaultPath: suggestedPath,
        filters: [filters[kind]()],
      })
      return canceled || filePath === '' ? null : filePath
    },
    openFile: (path) => shell.openPath(path),
    showInFolder: (path) => shell.showItemInFolder(path),
    openAddress: (url) => shell.openExternal(url),
    writeClipboard: (text) => clipboard.writeText(text),
    isDark: () => nativeTheme.shouldUseDarkColors,
  }
}
