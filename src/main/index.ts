import { once } from 'node:events'
import { join } from 'node:path'
import { app } from 'electron'
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

/** Lets the program end only when PowerShell has ended. */
function endWith(starting: Promise<Program>): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    const close = starting.then((program) => program.close())
    void Promise.allSettled([close]).then(() => {
      isClosed = true
      // Without a running PowerShell this is still the turn of the event, in which a second quit is not heard.
      setImmediate(() => app.quit())
    })
  })
}

async function openProgram(files: readonly string[]): Promise<void> {
  const log = errorLog(app.getPath('userData'))
  await app.whenReady()
  serveApp(join(outFolder, 'renderer'))
  const window = openMainWindow(outFolder, app.getName())
  const painted = once(window, 'ready-to-show')
  const loaded = loadPage(window)
  // All that judges is loaded while the page is: together they take no longer than the page alone.
  const starting = import('./program').then(({ startProgram }) => startProgram(window, files, log))

  registerCalls(
    window,
    starting.then(({ dispatcher }) => dispatcher),
  )
  keepPageAlive(window, log.logError)
  endWith(starting)
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const given = (data as { files?: unknown } | null)?.files
    const paths = Array.isArray(given) ? given.filter((path) => typeof path === 'string') : []
    void starting.then((program) => program.openFiles(paths))
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  try {
    const [program] = await Promise.all([starting, loaded, painted])
    // Not before the settings are known: the window would come up in one theme and change to the other.
    window.show()
    await program.tellProblems()
  } catch (cause) {
    // A page closed while it loads is no fault.
    if (window.isDestroyed()) return
    log.logError('start', cause)
    const { tellStartFailure } = await import('./start-failure')
    tellStartFailure(log.folder)
    app.exit(1)
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
