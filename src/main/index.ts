import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, dialog, Menu, nativeTheme } from 'electron'
import { renderProblem } from '../core/diagnosis/render'
import { CHANNELS } from '../core/ipc'
import type { Problem } from '../core/model/problem'
import { appProblem } from './app-problem'
import { createHandlers } from './ipc/handlers'
import type { Desk } from './ipc/desk'
import { Dispatcher } from './ipc/dispatch'
import { registerCalls } from './ipc/register'
import { openCaptures } from './ipc/source-handlers'
import { readLaunch } from './launch'
import { errorLog } from './logging'
import { applicationMenu } from './menu'
import { languageFor, SettingsStore } from './settings/settings-store'
import { localComputer } from './sources/local'
import { SourceStore } from './sources/source-store'
import { declareAppScheme, serveApp } from './window/app-protocol'
import { electronDesktop } from './window/desktop'
import { groundColour, keepPageAlive, loadPage, openMainWindow } from './window/main-window'

const outFolder = join(import.meta.dirname, '..')

async function answerOnCommandLine(args: readonly string[]): Promise<void> {
  // Loaded only here: a window never needs it.
  const { answerCommand } = await import('./command-line')
  app.exit(await answerCommand(args, app.isPackaged))
}

async function openProgram(files: readonly string[]): Promise<void> {
  const userData = app.getPath('userData')
  const log = errorLog(userData)
  const local = localComputer(app.isPackaged)
  const sources = new SourceStore()
  const [settings] = await Promise.all([
    SettingsStore.open(join(userData, 'settings.json')),
    openCaptures({ sources }, files),
    app.whenReady(),
  ])
  const language = () => languageFor(settings.current.language, app.getPreferredSystemLanguages())
  nativeTheme.themeSource = settings.current.theme
  serveApp(join(outFolder, 'renderer'))

  const window = openMainWindow(outFolder, app.getName())
  const send = (channel: string, value: string): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, value)
  }
  const desk: Desk = {
    sources,
    settings,
    local,
    desktop: electronDesktop(window, language),
    language,
    applySettings: () => {
      nativeTheme.themeSource = settings.current.theme
      Menu.setApplicationMenu(applicationMenu(language(), (command) => send(CHANNELS.menu, command)))
    },
    notifyChanged: (what) => send(CHANNELS.changed, what),
    version: app.getVersion(),
    computerName: hostname(),
    defaultReportFolder: join(app.getPath('documents'), 'Integration Doctor'),
    savedFiles: new Set(),
  }
  const tell = async (problem: Problem): Promise<void> => {
    const { message, step } = renderProblem(problem, language())
    await dialog.showMessageBox(window, { type: 'warning', title: app.getName(), message, detail: step })
  }
  const dispatcher = new Dispatcher(createHandlers(desk), { language, logFolder: log.folder, logError: log.logError })

  desk.applySettings()
  registerCalls(window, dispatcher)
  keepPageAlive(window, log.logError)
  nativeTheme.on('updated', () => {
    window.setBackgroundColor(groundColour())
    desk.notifyChanged('appearance')
  })
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const given = (data as { files?: unknown } | null)?.files
    const paths = Array.isArray(given) ? given.filter((path) => typeof path === 'string') : []
    void openCaptures(desk, paths).then(() => desk.notifyChanged('sources'))
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  process.on('uncaughtException', (cause) => {
    log.logError('uncaught', cause)
    void tell(appProblem('internal', { folder: log.folder }))
  })
  process.on('unhandledRejection', (cause) => log.logError('unhandled', cause))
  endWith(local.close, dispatcher)

  await loadPage(window)
  if (settings.problem !== null) await tell(settings.problem)
}

/** Lets the program end only when PowerShell has ended. */
function endWith(close: () => Promise<void>, dispatcher: Dispatcher): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    dispatcher.cancelAll()
    void close().finally(() => {
      isClosed = true
      // Without a running PowerShell this is still the turn of the event, in which a second quit is not heard.
      setImmediate(() => app.quit())
    })
  })
}

const launch = readLaunch(process.argv, {
  appFolder: process.defaultApp === true ? app.getAppPath() : null,
  cwd: process.cwd(),
})
declareAppScheme()
if (launch.kind === 'command-line') void answerOnCommandLine(launch.args)
else if (app.requestSingleInstanceLock({ files: launch.files })) void openProgram(launch.files)
else app.quit()
