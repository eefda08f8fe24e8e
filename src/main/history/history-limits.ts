/** A file that takes space in the history. */
interface AgedFile {
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly time: number
}

/** How much is kept: at most so many days, and at most so many bytes of them. */
export interface HistoryLimits {
  readonly days: number
  readonly bytes: number
}

/** What is kept where nobody said otherwise: 90 days, 1 GiB. */
export const DEFAULT_DAYS = 90
export const DEFAULT_BYTES = 1024 * 1024 * 1024

const DAY_MS = 86_400_000

/** The oldest time that is kept, in milliseconds since 1970. */
export function oldestKept(now: Date, { days }: Pick<HistoryLimits, 'days'>): number {
  return now.getTime() - days * DAY_MS
}

/** The files that have to go: those that are too old, then the oldest of the rest until they fit. */
export function filesToDrop<File extends AgedFile>(
  files: readonly File[],
  now: Date,
  limits: HistoryLimits,
): readonly File[] {
  let used = 0
  const isKept = (file: File): boolean => {
    used += file.bytes
    return used <= limits.bytes && file.time >= oldestKept(now, limits)
  }
  return files.toSorted((a, b) => b.time - a.time).filter((file) => !isKept(file))
}
