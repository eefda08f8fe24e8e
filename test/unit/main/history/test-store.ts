import { HistoryStore } from '../../../../src/main/history/history-store'

/** A history that keeps everything for ever and writes at once. */
export const endlessHistory = (folder: string): HistoryStore =>
  new HistoryStore({
    folder,
    isOn: () => true,
    limits: () => ({ days: 36_500, bytes: Number.MAX_SAFE_INTEGER }),
    judgedBy: 'test',
    now: () => new Date(),
    delayMs: 0,
    onChanged: () => undefined,
  })
