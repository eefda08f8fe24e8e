import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme } from 'electron'
import type { WindowDesk } from './ipc/app-info'
import { languageFor, SettingsStore } from './settings/settings-store'
import { applyTextSize, groundColour } from './window/main-window'

/** The person's documents; where Windows cannot tell, because they lie on a server that is away, where they usually are. */
function documentsFolder(): string {
  try {
    return app.getPath('documents')
  } catch {
    return join(homedir(), 'Documents')
  }
}

/**
 * Reads the settings and gives the window the looks they ask for. This and the page are all that has to be there before
 * the window is shown; what judges is loaded meanwhile.
 */
export async function openFront(window: BrowserWindow): Promise<WindowDesk> {
  const settings = await SettingsStore.open(join(app.getPath('userData'), 'settings.json'))
  nativeTheme.themeSource = settings.current.theme
  if (!window.isDestroyed()) window.setBackgroundColor(groundColour())
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(groundColour())
  })
  // A size that was set before the page was there does not hold for it.
  window.webContents.on('did-stop-loading', () => applyTextSize(window, settings.current.textSize))
  applyTextSize(window, settings.current.textSize)
  return {
    settings,
    version: app.getVersion(),
    language: () => languageFor(settings.current.language, app.getPreferredSystemLanguages()),
    defaultReportFolder: join(documentsFolder(), 'Integration Doctor'),
    desktop: { isDark: () => nativeTheme.shouldUseDarkColors },
  }
}
