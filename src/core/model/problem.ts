import type { TextRef } from './text'

/** Something that could not be read or done, in no language yet: one sentence and the next step. `code` can be searched for. */
export interface Problem {
  readonly code: string
  /** WMI class it happened on, or null. */
  readonly class: string | null
  readonly message: TextRef
  readonly step: TextRef
}
