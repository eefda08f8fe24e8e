import type { AppInfo, Handlers } from '../../core/ipc'
import type { Settings } from '../../core/model/settings'
import { appInfo, reportFolder } from './app-info'
import type { Desk } from './desk'
import type { Call } from './dispatch'
import { Refusal } from './refusal'

type AppHandlers = Pick<Handlers<Call>, 'app.info' | 'settings.set' | 'settings.choose-folder'>

/** Handlers of what the window needs to start, and of its settings. */
export function appHandlers(desk: Desk): AppHandlers {
  async function change(changes: Partial<Settings>): Promise<AppInfo> {
    const saving = desk.settings.change(changes)
    desk.applySettings()
    const problem = await saving
    if (problem !== null) {
      // It holds all the same until the program is closed, so the window has to ask how it looks now.
      desk.notifyChanged('appearance')
      throw new Refusal(problem)
    }
    return appInfo(desk)
  }

  return {
    'app.info': async () => appInfo(desk),
    'settings.set': async (changes) =>
      change(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))),
    'settings.choose-folder': async () => {
      const folder = await desk.desktop.chooseFolder(reportFolder(desk))
      return folder === null ? appInfo(desk) : change({ reportFolder: folder })
    },
  }
}
