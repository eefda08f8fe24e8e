import type { ServiceId } from '../../model/service'
import type { Findings } from './findings'
import type { LooseSaying } from './loose-lines'
import type { tableHeads } from './table-records'
import { lineAt, type Line } from './text-lines'

/** A line whose services count only once the text is known to be about Hyper-V. */
export interface PendingLine {
  readonly at: number
  readonly sayings: readonly LooseSaying[]
  /** VM that the lines before it spoke of. */
  readonly context: string | null
}

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
  /** Data exchange items before this line have been looked for in vain. */
  itemsUntil: number
  /** How often an event may still be looked for over several lines in vain. */
  eventTries: number
  /** Somebody pasted no more than the words that they see. */
  readonly isShort: boolean
  readonly pending: PendingLine[]
  /** Service whose status the last command asked for alone. */
  asked: ServiceId | null
}

/** Text of a line, cleaned; empty after the last one. */
export function textAt(reader: Reader, at: number): string {
  return lineAt(reader.lines, at).text
}
