import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { CHANNELS } from '../core/channels'
import type { Bridge } from '../core/ipc'

function listen<Value>(channel: string, listener: (value: Value) => void): () => void {
  const onEvent = (_event: IpcRendererEvent, value: Value): void => listener(value)
  ipcRenderer.on(channel, onEvent)
  return () => ipcRenderer.removeListener(channel, onEvent)
}

/** All that the window can do. It passes names, ids and requests on; main checks every one of them. */
const bridge: Bridge<File> = {
  call: (name, callId, request) => ipcRenderer.invoke(CHANNELS.call, name, callId, request),
  cancel: (callId) => ipcRenderer.send(CHANNELS.cancel, callId),
  onProgress: (listener) => listen(CHANNELS.progress, listener),
  onMenu: (listener) => listen(CHANNELS.menu, listener),
  onChanged: (listener) => listen(CHANNELS.changed, listener),
  pathOf: (file) => webUtils.getPathForFile(file),
}

contextBridge.exposeInMainWorld('bridge', bridge)
