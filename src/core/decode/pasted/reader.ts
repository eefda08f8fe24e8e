import type { Findings } from './findings'
import type { tableHeads } from './table-records'
import type { Line } from './text-lines'

/** Where the reading of a text stands. */
export interface Reader {
  readonly lines: readonly Line[]
  readonly heads: ReturnType<typeof tableHeads>
  readonly budget: { left: number }
  readonly into: Findings
  block: number
  eventId: number | null
  eventIdAt: number
  /** Rows before this line have been read as a format already and said nothing about Hyper-V. */
  plainUntil: number
  /** How often an event may still be looked for over several lines in vain. */
  eventTries: number
  /** Somebody pasted no more than the words that they see. */
  readonly isShort: boolean
}

/** Text of a line, cleaned; empty after the last one. */
export function textAt(reader: Reader, at: number): string {
  return reader.lines[at]?.text ?? ''
}
