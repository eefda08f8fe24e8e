import type { JudgedServiceId } from './service'

/** What a caller can see, in the order in which it is asked for. The ids are those of `--symptom`. */
export const SYMPTOM_IDS = [
  'status-warning',
  'no-address',
  'backup-fails',
  'clock-wrong',
  'shutdown-fails',
  'file-copy-fails',
  'hangs',
  'restarts',
  'desktop',
  'network-slow',
  'host-services',
  'other',
  'none',
] as const
export type SymptomId = (typeof SYMPTOM_IDS)[number]

/** A symptom, and whether integration services can be behind it at all. */
export interface Symptom {
  readonly id: SymptomId
  /** Services that can be the cause. Every other one cannot; none at all: no integration service can. */
  readonly services: readonly JudgedServiceId[]
  /** False where nobody said anything that could be tied to a service. */
  readonly isSpecific: boolean
  /** Ids of the articles about it. */
  readonly articles: readonly string[]
}
