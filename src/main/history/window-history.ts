import { join } from 'node:path'
import { KNOWLEDGE_DATE } from '../../core/knowledge/revision'
import { version } from '../../../package.json'
import type { SettingsStore } from '../settings/settings-store'
import { HistoryStore } from './history-store'

/** Program and knowledge that judge the kept checks. */
export const JUDGED_BY = `${version} ${KNOWLEDGE_DATE}`
/** Folder of the history in the program's own data. */
export const HISTORY_FOLDER = 'history'
const MEBIBYTE = 1024 * 1024
/** A check is written when its result has been shown. */
const SHOWN_AFTER_MS = 1500

/** The history of the window: in the program's own data, as the settings say. */
export function windowHistory(
  userData: string,
  settings: SettingsStore,
  onChanged: (what: 'kept' | 'read') => void,
  delayMs = SHOWN_AFTER_MS,
): HistoryStore {
  return new HistoryStore({
    folder: join(userData, HISTORY_FOLDER),
    isOn: () => settings.current.history,
    limits: () => ({
      days: settings.current.historyDays,
      bytes: settings.current.historyMebibytes * MEBIBYTE,
    }),
    judgedBy: JUDGED_BY,
    now: () => new Date(),
    delayMs,
    onChanged,
  })
}
