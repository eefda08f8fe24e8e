import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Handlers } from '../../core/ipc'
import type { Desk } from './desk'
import type { Call } from './dispatch'
import { refuse } from './refusal'

type FileHandlers = Pick<Handlers<Call>, 'file.open' | 'file.show' | 'clipboard.write'>

function savedFile(desk: Desk, path: string): string {
  if (!desk.savedFiles.has(path)) refuse('file-not-ours')
  if (!existsSync(path)) refuse('file-moved', { name: basename(path) })
  return path
}

/** Handlers of saved files and the clipboard. */
export function fileHandlers(desk: Desk): FileHandlers {
  return {
    'file.open': async ({ path }) => {
      const words = await desk.desktop.openFile(savedFile(desk, path))
      if (words !== '') refuse('file-not-opened', { name: basename(path) })
      return null
    },
    'file.show': async ({ path }) => {
      desk.desktop.showInFolder(savedFile(desk, path))
      return null
    },
    'clipboard.write': async ({ text }) => {
      desk.desktop.writeClipboard(text)
      return null
    },
  }
}
