import { type BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { CHANNELS } from '../../core/ipc'
import { isOwnPage } from '../window/lock-down'
import type { Dispatcher } from './dispatch'

/** Connects a window's calls with their answers. Only its own page's main frame is listened to. */
export function registerCalls(window: BrowserWindow, dispatcher: Dispatcher): void {
  const contents = window.webContents
  const isOurs = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame === contents.mainFrame && isOwnPage(senderFrame.url)

  ipcMain.handle(CHANNELS.call, (event, name: unknown, callId: unknown, request: unknown) => {
    if (!isOurs(event)) return dispatcher.refuse('sender')
    return dispatcher.answer(name, callId, request, (progress) => {
      if (!contents.isDestroyed()) contents.send(CHANNELS.progress, progress)
    })
  })
  ipcMain.on(CHANNELS.cancel, (event, callId: unknown) => {
    if (isOurs(event)) dispatcher.cancel(callId)
  })
  // A page that was loaded again knows nothing of the calls of the one before.
  contents.on('did-navigate', () => dispatcher.cancelAll())
  window.on('closed', () => dispatcher.cancelAll())
}
