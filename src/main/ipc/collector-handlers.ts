import { basename, dirname, join } from 'node:path'
import type { Handlers } from '../../core/ipc'
import { savingProblem, writeNewFile } from '../files/new-file'
import { HAND_OUT_NAME, handOutScript } from '../powershell/hand-out'
import { reportFolder } from './app-info'
import type { Desk } from './desk'
import type { Call } from './dispatch'
import { Refusal } from './refusal'

/** Handler of the collector script for hosts that cannot be read from here. */
export function collectorHandlers(desk: Desk): Pick<Handlers<Call>, 'collector.save'> {
  return {
    'collector.save': async () => {
      const chosen = await desk.desktop.chooseNewFile('collector', join(reportFolder(desk), HAND_OUT_NAME))
      if (chosen === null) return null
      const folder = dirname(chosen)
      const name = basename(chosen)
      try {
        const path = await writeNewFile(folder, name, handOutScript(desk.version))
        desk.savedFiles.add(path)
        return { path, folder, name: basename(path) }
      } catch (cause) {
        throw new Refusal(savingProblem(cause, folder, name))
      }
    },
  }
}
