import { z } from 'zod'
import type { Comparison } from '../model/comparison'
import type { ProblemText, Summary } from '../model/diagnosis'
import type { Verdict } from '../model/verdict'

/** The id of something that main knows: a source, a VM, a host of the history. */
export const id = z.string().min(1).max(200)
/** A kept check, by its host and file. */
export const keptCheck = z.strictObject({ hostId: id, file: id })
/** A check that can be compared: of an open source, or a kept one. */
export const compareRef = z.union([z.strictObject({ sourceId: id }), keptCheck])
export type CompareRef = z.infer<typeof compareRef>

/** The kept checks of one host, newest first. */
export interface HistoryHost {
  readonly id: string
  readonly name: string
  readonly domain: string | null
  readonly os: string | null
  readonly checks: readonly { readonly file: string; readonly checkedAt: string; readonly summary: Summary }[]
}

/** What is kept of earlier checks. */
export interface HistoryOverview {
  readonly isOn: boolean
  readonly days: number
  readonly limitMebibytes: number
  readonly bytes: number
  readonly hosts: readonly HistoryHost[]
  /** What is damaged or cannot be read. */
  readonly problems: readonly ProblemText[]
  /** Why the last check was not kept; null where it was. */
  readonly writeProblem: ProblemText | null
}

/** Two checks compared; VMs that did not change are counted and left out. */
export interface ShownComparison {
  readonly older: CompareRef
  readonly newer: CompareRef
  readonly comparison: Comparison
}

/** A VM that a search over all sources found. */
export interface FoundVm {
  /** What has it: an open source, or the kept check that saw it last. */
  readonly from: CompareRef
  /** The source or, of a kept check, the host. */
  readonly sourceName: string
  readonly checkedAt: string | null
  readonly vmId: string
  readonly name: string
  readonly guest: string | null
  readonly addresses: readonly string[]
  readonly verdict: Verdict
}

/** What such a search came to. */
export interface FoundVms {
  readonly found: readonly FoundVm[]
  /** All that match, also those beyond the first hundred. */
  readonly total: number
  readonly searchedSources: number
  readonly searchedVms: number
  /** VMs that only kept checks have. */
  readonly searchedKept: number
}
