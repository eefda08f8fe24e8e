import { join } from 'node:path'
import { judge } from '../../core/diagnosis/judge'
import { guestsKnownAt, withCheck } from '../../core/history/host-history'
import { HISTORY_SCHEMA, type HostHistory } from '../../core/model/history'
import { readCaptureFile } from '../sources/capture-file'
import { historyFiles, type HostName, hostOf, readIndex, setAside, writeIndex } from './history-files'

/** What is known of a host, and the names of its captures that are damaged. */
export interface HostReading {
  /** Null where no check can be read. */
  readonly history: HostHistory | null
  readonly damaged: readonly string[]
}

/** A history of a host without a check. */
export function emptyHistory({ name, domain }: HostName, judgedBy: string): HostHistory {
  return { schema: HISTORY_SCHEMA, judgedBy, host: { name, domain, os: null }, checks: [], vms: {} }
}

/**
 * Reads a host's checks again from their captures, oldest first, and writes the index. What is damaged is set aside; the
 * rest stays readable. Throws the system's error where the folder cannot be read.
 */
export async function rebuildHost(folder: string, judgedBy: string, now: Date): Promise<HostReading> {
  let history: HostHistory | null = null
  for (const { file, bytes, isDamaged } of await historyFiles(folder, now)) {
    if (isDamaged) continue
    const read = await readCaptureFile(join(folder, file))
    const host = read.ok ? hostOf(read.capture) : null
    if (!read.ok || host === null) {
      await setAside(folder, file)
      continue
    }
    history ??= emptyHistory(host, judgedBy)
    const known = guestsKnownAt(history.vms, read.capture.collectedAt)
    history = withCheck(history, { file, bytes }, judge(read.capture, {}, {}, known))
  }
  // What was read can be shown, whether or not it can be written down again.
  if (history !== null) await writeIndex(folder, history).catch(() => undefined)
  const { checks } = history ?? { checks: [] }
  const files = await historyFiles(folder, now)
  return {
    history,
    damaged: files.map(({ file }) => file).filter((file) => !checks.some((check) => check.file === file)),
  }
}

/** Reads a host by its index where that fits its files and was made by this program, else by its captures. Throws as `rebuildHost`. */
export async function readHost(folder: string, judgedBy: string, now: Date): Promise<HostReading> {
  const files = await historyFiles(folder, now)
  const whole = files.filter(({ isDamaged }) => !isDamaged)
  const index = await readIndex(folder)
  const isCurrent =
    index !== null &&
    index.judgedBy === judgedBy &&
    index.checks.length === whole.length &&
    index.checks.every(({ file, bytes }, at) => whole[at]?.file === file && whole[at].bytes === bytes)
  if (!isCurrent) return rebuildHost(folder, judgedBy, now)
  return { history: index, damaged: files.filter(({ isDamaged }) => isDamaged).map(({ file }) => file) }
}
