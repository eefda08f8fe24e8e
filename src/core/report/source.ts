import type { Capture } from '../model/capture'
import type { VmComparisonText } from '../model/comparison'
import type { Diagnosis } from '../model/diagnosis'
import type { Verdict } from '../model/verdict'

/** A moment in words. The core has no clock and no time zone, so that whoever makes a report brings these. */
export interface MomentText {
  /** `2026-11-23 17:46 +09:00` */
  readonly local: string
  /** `2026-11-23 08:46 UTC` */
  readonly utc: string
}

/** Something that a person did about a check, for the report's part on what was done. Texts are as the person wrote them. */
export type DoneEntry =
  | { readonly kind: 'note'; readonly at: string | null; readonly vm?: string; readonly text: string }
  /** An answer to a question of the guided check; `about` is the question's id. */
  | {
      readonly kind: 'answer'
      readonly at: string | null
      readonly vm: string
      readonly about: string
      readonly question: string
      readonly answer: string
    }
  | { readonly kind: 'step'; readonly at: string | null; readonly vm: string; readonly text: string }
  | {
      readonly kind: 'recheck'
      readonly at: string | null
      readonly vm: string
      readonly before: Verdict
      readonly after: Verdict
    }

/** What became of the VMs of a report since the check before it. */
export interface LastCheck {
  /** Time of that check, ISO 8601. */
  readonly checkedAt: string
  /** How many VMs changed in which way, and what has to be known before that is believed. */
  readonly answer: string
  /** VMs that changed, what got worse first. */
  readonly changed: readonly VmComparisonText[]
}

/** One checked host as a report is made from. */
export interface ReportSource {
  readonly diagnosis: Diagnosis
  /** How the host was read, and the hash of the capture the diagnosis rests on; null where there is no file of it. */
  readonly via: Capture['target']['via'] | null
  readonly captureSha256: string | null
  /** What was done, oldest first; what the caller sees and answers about guests are known to the diagnosis, only their time is not. */
  readonly done?: readonly DoneEntry[]
  /** Null or left out where no check before is known. */
  readonly lastCheck?: LastCheck | null
}

/** What a report is about, beside the checked hosts. */
export interface ReportOptions {
  readonly programVersion: string
  /** ISO 8601. */
  readonly writtenAt: string
  readonly momentText: (iso: string) => MomentText | null
  readonly ticket?: string | null
  /** What the caller sees, in a person's words. */
  readonly caller?: string | null
  /** The organisation's own line: whom to ask. */
  readonly contact?: string | null
  /** The diagnosis holds one VM, and the report is about that VM alone. */
  readonly isOneVm?: boolean
}
