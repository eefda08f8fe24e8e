import { type BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { CHANNELS } from '../../core/channels'
import { isOwnPage } from '../window/lock-down'
import type { Dispatcher } from './dispatch'

/**
 * Connects a window's calls with their answers. Only its own page's main frame is listened to. What answers is started by
 * the first call, which waits for it: the window makes it when it has been drawn.
 */
export function registerCalls(window: BrowserWindow, start: () => Promise<Dispatcher>): void {
  let starting: Promise<Dispatcher> | undefined
  const contents = window.webContents
  const isOurs = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame === contents.mainFrame && isOwnPage(senderFrame.url)
  const withDispatcher = (use: (dispatcher: Dispatcher) => void): void => {
    // A start that failed is told where it is awaited.
    starting?.then(use, () => undefined)
  }

  ipcMain.handle(CHANNELS.call, async (event, name: unknown, callId: unknown, request: unknown) => {
    // The frame is looked at before anything is awaited: it can be gone afterwards.
    const isAllowed = isOurs(event)
    starting ??= start()
    const dispatcher = await starting
    if (!isAllowed) return dispatcher.refuse('sender')
    return dispatcher.answer(name, callId, request, (progress) => {
      if (!contents.isDestroyed()) contents.send(CHANNELS.progress, progress)
    })
  })
  ipcMain.on(CHANNELS.cancel, (event, callId: unknown) => {
    if (isOurs(event)) withDispatcher((dispatcher) => dispatcher.cancel(callId))
  })
  // A page that was loaded again knows nothing of the calls of the one before.
  contents.on('did-navigate', () => withDispatcher((dispatcher) => dispatcher.cancelAll()))
  window.on('closed', () => withDispatcher((dispatcher) => dispatcher.cancelAll()))
}
