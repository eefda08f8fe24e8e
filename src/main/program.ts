import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, nativeTheme } from 'electron'
import { CHANNELS } from '../core/channels'
import { renderProblem } from '../core/diagnosis/render'
import type { Problem } from '../core/model/problem'
import { aboutProgram } from './about'
import { appProblem } from './app-problem'
import { AcceptedStore } from './accepted/accepted-store'
import type { WindowDesk } from './ipc/app-info'
import type { Desk } from './ipc/desk'
import { Dispatcher } from './ipc/dispatch'
import { createHandlers, loadHandlers } from './ipc/handlers'
import { openCaptures } from './ipc/source-handlers'
import { knownGuests } from './history/history-lookup'
import { windowHistory } from './history/window-history'
import type { ErrorLog } from './logging'
import { applicationMenu } from './menu'
import { probeWay } from './remote/probe'
import { RecentHostList } from './remote/recent-hosts'
import { remoteHosts } from './remote/remote-hosts'
import { CaseLog } from './sources/case-log'
import { localComputer } from './sources/local'
import { SourceStore } from './sources/source-store'
import { electronDesktop } from './window/desktop'
import { applyTextSize } from './window/main-window'

/** The running program behind its window. */
export interface Program {
  readonly dispatcher: Dispatcher
  /** Opens captures that came in from outside, and tells the window. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>
  /** Loads what the window did not need to come up. */
  readonly loadRest: () => Promise<void>
  /** Says what was wrong at the start, if anything was. */
  readonly tellProblems: () => Promise<void>
  /** Cancels what is running and ends PowerShell. */
  readonly close: () => Promise<void>
}

/** Connects settings, sources, menu and the window's calls. `files` are opened before the window can ask for its sources. */
export async function startProgram(
  window: BrowserWindow,
  front: WindowDesk,
  files: readonly string[],
  log: ErrorLog,
): Promise<Program> {
  const { settings, language } = front
  const local = localComputer(app.isPackaged)
  const remote = remoteHosts(app.isPackaged)
  const [accepted, recentHosts] = await Promise.all([
    AcceptedStore.open(join(app.getPath('userData'), 'accepted.json')),
    RecentHostList.open(join(app.getPath('userData'), 'recent-hosts.json')),
  ])
  const history = windowHistory(app.getPath('userData'), settings, (what) => {
    if (what === 'read') sources.judgeAgain()
    desk.notifyChanged(what === 'read' ? 'known' : 'history')
  })
  const sources = new SourceStore((capture) => knownGuests(history.hosts, capture))
  await openCaptures({ sources, history }, files)
  const send = (channel: string, value: string): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, value)
  }
  const desk: Desk = {
    sources,
    cases: new CaseLog(() => new Date().toISOString()),
    ...front,
    accepted,
    history,
    local,
    remote,
    recentHosts,
    probe: probeWay,
    desktop: electronDesktop(window, language),
    applySettings: () => {
      nativeTheme.themeSource = settings.current.theme
      applyTextSize(window, settings.current.textSize)
      Menu.setApplicationMenu(applicationMenu(language(), (command) => send(CHANNELS.menu, command)))
    },
    notifyChanged: (what) => send(CHANNELS.changed, what),
    today: () => new Date().toISOString().slice(0, 10),
    about: () => aboutProgram(join(app.getAppPath(), 'out', 'main', 'licences.json'), log.folder),
    logFolder: log.folder,
    computerName: hostname(),
    mapFolder: join(app.getPath('userData'), 'redaction-maps'),
    printPdf: async (request) => (await import('./pdf/print-pdf')).printPdf(request),
    savedFiles: new Set(),
  }
  const dispatcher = new Dispatcher(createHandlers(desk), { language, logFolder: log.folder, logError: log.logError })
  const tell = async (problem: Problem): Promise<void> => {
    const { message, step } = renderProblem(problem, language())
    await dialog.showMessageBox(window, { type: 'warning', title: app.getName(), message, detail: step })
  }

  nativeTheme.on('updated', () => desk.notifyChanged('appearance'))
  desk.applySettings()
  void history.load()
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
    loadRest: loadHandlers,
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
