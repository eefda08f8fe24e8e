import { once } from 'node:events'
import { join } from 'node:path'
import { app, Menu } from 'electron'
import { appInfo } from './ipc/app-info'
import { registerCalls } from './ipc/register'
import { readLaunch } from './launch'
import { errorLog } from './logging'
import type { PrintPdf } from './pdf/pdf-request'
import type { Program } from './program'
import { declareAppScheme, serveApp } from './window/app-protocol'
import { keepPageAlive, loadPage, openMainWindow } from './window/main-window'

const outFolder = join(import.meta.dirname, '..')

async function answerOnCommandLine(args: readonly string[]): Promise<void> {
  const { answerCommand } = await import('./command-line')
  // The window that prints is closed after each file, which by default would end the program.
  app.on('window-all-closed', () => undefined)
  const print: PrintPdf = async (request) => (await import('./pdf/print-pdf')).printPdf(request)
  app.exit(await answerCommand(args, app.isPackaged, app.getPath('userData'), print))
}

/** Lets the program end only when PowerShell has ended. `started` is the program, where it has been started. */
function endWith(started: () => Promise<Program> | undefined): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    const program = started()
    if (isClosed || program === undefined) return
    event.preventDefault()
    const close = program.then(({ close }) => close())
    void Promise.allSettled([close]).then(() => {
      isClosed = true
      // Without a running PowerShell this is still the turn of the event, in which a second quit is not heard.
      setImmediate(() => app.quit())
    })
  })
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Loads all that judges. In pieces, between which this process attends to the window. */
async function loadProgram(): Promise<typeof import('./program')> {
  await nextTurn()
  await import('../core/i18n/translate')
  await nextTurn()
  await import('../core/ipc')
  await nextTurn()
  await import('../core/diagnosis/judge')
  await nextTurn()
  return import('./program')
}

async function openProgram(files: readonly string[]): Promise<void> {
  const log = errorLog(app.getPath('userData'))
  // Without this Electron makes a menu of its own, which ours would replace.
  Menu.setApplicationMenu(null)
  await app.whenReady()
  let program: Promise<Program> | undefined
  serveApp(join(outFolder, 'renderer'), async () => {
    // A page that is loaded again finds what the one before has opened.
    const checksLocal = files.length === 0 && program === undefined
    return { info: appInfo(await opening), checksLocal }
  })
  const window = openMainWindow(outFolder, app.getName())
  const painted = once(window, 'ready-to-show')
  const loaded = loadPage(window)
  const opening = import('./front').then(({ openFront }) => openFront(window))

  async function fail(cause: unknown): Promise<void> {
    // A page closed while it loads is no fault.
    if (window.isDestroyed()) return
    log.logError('start', cause)
    const { tellStartFailure } = await import('./start-failure')
    tellStartFailure(log.folder)
    app.exit(1)
  }

  async function start(): Promise<Program> {
    const front = await opening
    const { startProgram } = await loadProgram()
    return startProgram(window, front, files, log)
  }

  function startOnce(): Promise<Program> {
    if (program === undefined) {
      program = start()
      program
        .then(({ loadRest, tellProblems }) => {
          void loadRest()
          return tellProblems()
        })
        .catch(fail)
    }
    return program
  }

  registerCalls(window, async () => (await startOnce()).dispatcher)
  keepPageAlive(window, log.logError)
  endWith(() => program)
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const given = (data as { files?: unknown } | null)?.files
    const paths = Array.isArray(given) ? given.filter((path) => typeof path === 'string') : []
    void startOnce().then(({ openFiles }) => openFiles(paths))
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  try {
    // Not before the settings are known: the window would come up in one theme and change to the other.
    await Promise.all([opening, loaded, painted])
    window.show()
  } catch (cause) {
    await fail(cause)
  }
}

const launch = readLaunch(process.argv, {
  appFolder: process.defaultApp === true ? app.getAppPath() : null,
  cwd: process.cwd(),
})
declareAppScheme()
if (launch.kind === 'command-line') void answerOnCommandLine(launch.args)
else if (app.requestSingleInstanceLock({ files: launch.files })) void openProgram(launch.files)
else app.quit()
