import { app, dialog } from 'electron'
import { renderProblem } from '../core/diagnosis/render'
import { appProblem } from './app-problem'
import { languageFor } from './settings/settings-store'

/** Says that the program could not start, in the language of the system; the settings may be what is missing. Waits for the answer. */
export function tellStartFailure(logFolder: string): void {
  const language = languageFor('system', app.getPreferredSystemLanguages())
  const { message, step } = renderProblem(appProblem('start-failed', { folder: logFolder }), language)
  dialog.showErrorBox(app.getName(), `${message}\n\n${step}`)
}
