import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { APP_ORIGIN } from './app-files'
import { lockContents, lockSession } from './lock-down'

/** Colours of the window's ground before its page is drawn, as in the page's own tokens. */
const GROUND = { light: '#f5f5f5', dark: '#1f1f1f' }

/** The colour behind the page, for the theme that is in use now. */
export function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light
}

/** Makes the program's one window, not shown yet. `outFolder` holds the built preload. */
export function openMainWindow(outFolder: string, title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title,
    backgroundColor: groundColour(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  lockSession(window.webContents.session)
  lockContents(window.webContents)
  return window
}

/** Loads the window's page. Rejects when it cannot be loaded, which only a broken installation brings about. */
export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${APP_ORIGIN}/index.html`)
}

/** A page that fails again within this time is left alone: loading it once more would only repeat it. */
const RELOAD_PAUSE_MS = 10_000

/** Loads the page again when its process dies. The open sources live in the main process and are still there. */
export function keepPageAlive(window: BrowserWindow, logError: (what: string, cause: unknown) => void): void {
  let lastMs = -RELOAD_PAUSE_MS
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    logError('window', Object.assign(new Error('The window’s process ended'), { code: reason }))
    const now = performance.now()
    if (now - lastMs < RELOAD_PAUSE_MS) return
    lastMs = now
    void loadPage(window).catch((cause: unknown) => logError('window', cause))
  })
}

const shownSizes = new WeakMap<BrowserWindow, number>()

/**
 * Shows the page in a size of text, in percent. Everything grows with it, and the layout follows as in a smaller window; a
 * larger font alone would not reach its media queries. What the menu View was told meanwhile stays until the setting changes.
 */
export function applyTextSize(window: BrowserWindow, percent: number): void {
  if (window.isDestroyed() || shownSizes.get(window) === percent || window.webContents.isLoading()) return
  shownSizes.set(window, percent)
  window.webContents.setZoomFactor(percent / 100)
}
