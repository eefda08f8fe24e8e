import { mkdir } from 'node:fs/promises'
import type { Handlers } from '../../core/ipc'
import type { Desk } from './desk'
import type { Call } from './dispatch'
import { refuse } from './refusal'

type AboutHandlers = Pick<Handlers<Call>, 'app.about' | 'app.show-log'>

/** Handlers of what the program says about itself. */
export function aboutHandlers(desk: Desk): AboutHandlers {
  return {
    'app.about': () => desk.about(),
    'app.show-log': async () => {
      const { logFolder: folder } = desk
      try {
        await mkdir(folder, { recursive: true })
      } catch {
        refuse('log-folder', { folder })
      }
      desk.desktop.showInFolder(folder)
      return null
    },
  }
}
