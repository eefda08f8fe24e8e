import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, nativeTheme } from 'electron'
import { CHANNELS } from '../core/channels'
import { renderProblem } from '../core/diagnosis/render'
import type { Problem } from '../core/model/problem'
import { aboutProgram } from './about'
import { appProblem } from './app-problem'
import { AcceptedStore } from './accepted/accepted-store'
import type { Desk } from './ipc/desk'
import { Dispatcher } from './ipc/dispatch'
import { createHandlers } from './ipc/handlers'
import { openCaptures } from './ipc/source-handlers'
import { knownGuests } from './history/history-lookup'
import { windowHistory } from './history/window-history'
import type { ErrorLog } from './logging'
import { applicationMenu } from './menu'
import { probeWay } from './remote/probe'
import { RecentHostList } from './remote/recent-hosts'
import { remoteHosts } from './remote/remote-hosts'
import { languageFor, SettingsStore } from './settings/settings-store'
import { CaseLog } from './sources/case-log'
import { localComputer } from './sources/local'
import { SourceStore } from './sources/source-store'
import { electronDesktop } from './window/desktop'
import { applyTextSize, groundColour } from './window/main-window'

/** The running program behind its window. */
export interface Program {
  readonly dispatcher: Dispatcher
  /** Opens captures that came in from outside, and tells the window. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>
  /** Says what was wrong at the start, if anything was. */
  readonly tellProblems: () => Promise<void>
  /** Cancels what is running and ends PowerShell. */
  readonly close: () => Promise<void>
}

/** The person's documents; where Windows cannot tell, because they lie on a server that is away, where they usually are. */
function documentsFolder(): string {
  try {
    return app.getPath('documents')
  } catch {
    return join(homedir(), 'Documents')
  }
}

/** Connects settings, sources, menu and the window's calls. `files` are opened before the window can ask for its sources. */
export async function startProgram(window: BrowserWindow, files: readonly string[], log: ErrorLog): Promise<Program> {
  const local = localComputer(app.isPackaged)
  const remote = remoteHosts(app.isPackaged)
  const [settings, accepted, recentHosts] = await Promise.all([
    SettingsStore.open(join(app.getPath('userData'), 'settings.json')),
    AcceptedStore.open(join(app.getPath('userData'), 'accepted.json')),
    RecentHostList.open(join(app.getPath('userData'), 'recent-hosts.json')),
  ])
  const history = windowHistory(app.getPath('userData'), settings, (what) => {
    if (what === 'read') sources.judgeAgain()
    desk.notifyChanged(what === 'read' ? 'known' : 'history')
  })
  const sources = new SourceStore((capture) => knownGuests(history.hosts, capture))
  await openCaptures({ sources, history }, files)
  const language = () => languageFor(settings.current.language, app.getPreferredSystemLanguages())
  const send = (channel: string, value: string): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, value)
  }
  const desk: Desk = {
    sources,
    cases: new CaseLog(() => new Date().toISOString()),
    settings,
    accepted,
    history,
    local,
    remote,
    recentHosts,
    probe: probeWay,
    desktop: electronDesktop(window, language),
    language,
    applySettings: () => {
      nativeTheme.themeSource = settings.current.theme
      applyTextSize(window, settings.current.textSize)
      Menu.setApplicationMenu(applicationMenu(language(), (command) => send(CHANNELS.menu, command)))
    },
    notifyChanged: (what) => send(CHANNELS.changed, what),
    today: () => new Date().toISOString().slice(0, 10),
    version: app.getVersion(),
    about: () => aboutProgram(join(app.getAppPath(), 'out', 'main', 'licences.json'), log.folder),
    logFolder: log.folder,
    computerName: hostname(),
    defaultReportFolder: join(documentsFolder(), 'Integration Doctor'),
    mapFolder: join(app.getPath('userData'), 'redaction-maps'),
    printPdf: async (request) => (await import('./pdf/print-pdf')).printPdf(request),
    savedFiles: new Set(),
  }
  const dispatcher = new Dispatcher(createHandlers(desk), { language, logFolder: log.folder, logError: log.logError })
  const tell = async (problem: Problem): Promise<void> => {
    const { message, step } = renderProblem(problem, language())
    await dialog.showMessageBox(window, { type: 'warning', title: app.getName(), message, detail: step })
  }

  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(groundColour())
    desk.notifyChanged('appearance')
  })
  // A size that was set before the page was there does not hold for it.
  window.webContents.on('did-stop-loading', () => applyTextSize(window, settings.current.textSize))
  desk.applySettings()
  void history.load()
  window.setBackgroundColor(groundColour())
  process.on('uncaughtException', (cause) => {
    log.logError('uncaught', cause)
    void tell(appProblem('internal', { folder: log.folder }))
  })
  process.on('unhandledRejection', (cause) => log.logError('unhandled', cause))
  return {
    dispatcher,
    openFiles: async (paths) => {
      await openCaptures(desk, paths)
      desk.notifyChanged('sources')
    },
    tellProblems: async () => {
      if (settings.problem !== null) await tell(settings.problem)
      if (accepted.problem !== null) await tell(accepted.problem)
    },
    close: async () => {
      dispatcher.cancelAll()
      await Promise.all([local.close(), remote.close(), history.settle()])
    },
  }
}
