import type { AcceptedFinding } from '../model/accepted'
import type { VmComparisonText } from '../model/comparison'
import type { VmDiagnosis } from '../model/diagnosis'
import type { Verdict } from '../model/verdict'
import type { WorksheetSystem } from '../model/worksheet'

/** A step of the guided check of one VM: what was looked at, what was found, what it means. */
export interface GuideStep {
  readonly id: 'symptom' | 'power' | 'guest' | 'services' | 'versions' | 'support' | 'result'
  readonly title: string
  /** One line for the step list. */
  readonly summary: string
  readonly verdict: Verdict | null
  readonly state: 'done' | 'open' | 'not-reached'
  readonly lookedAt: string
  readonly found: readonly {
    readonly label: string
    readonly value: string
    readonly raw: string | null
    /** The same in English, in a window of another language: for whoever has to write to a vendor. */
    readonly english?: { readonly label: string; readonly value: string }
  }[]
  readonly meaning: string
  readonly question: {
    readonly id: string
    readonly text: string
    readonly answers: readonly { readonly id: string; readonly label: string }[]
    readonly howToFind: readonly string[]
    readonly answered: string | null
  } | null
}

/** An article, in our words. */
export interface ArticleText {
  readonly id: string
  readonly title: string
  readonly symptom: string | null
  readonly cause: string | null
  readonly resolution: string
  readonly covers: string
  readonly notCovers: string
  readonly url: string
  /** Where the page itself could not be seen, the sentence that says so. */
  readonly caution: string | null
}

/** The guest worksheet of one VM: what to run inside it, and what somebody sent back. */
export interface WorksheetOffer {
  readonly texts: readonly { readonly system: WorksheetSystem; readonly text: string }[]
  /** What most likely runs in the VM. */
  readonly suggested: WorksheetSystem
  /** The telling lines of the answer; null while there is none. */
  readonly seen: readonly string[] | null
}

/** The guided check of one VM with the answers given so far. */
export interface GuidedCheck {
  readonly sourceId: string
  readonly vm: VmDiagnosis
  readonly steps: readonly GuideStep[]
  readonly articles: readonly ArticleText[]
  readonly worksheet: WorksheetOffer
  /** What was kept for this VM; empty where nothing was. */
  readonly kept: { readonly note: string; readonly ticket: string }
  /** What this VM was before its source was read again, and how long to wait before that tells more; null where it was read once. */
  readonly recheck: { readonly comparison: VmComparisonText; readonly wait: string | null } | null
}

/** A practice call: what the caller says, the VM it is about, and what is right. */
export interface PracticeCall {
  readonly id: string
  readonly name: string
  readonly caller: string
  /** The VM as the rules judge it. */
  readonly vm: VmDiagnosis
  readonly steps: readonly { readonly id: string; readonly label: string }[]
  readonly rightStep: string
  readonly why: string
}

/** An accepted finding in the list: what, who, why, and whether it still holds. */
export interface AcceptedEntry extends Pick<
  AcceptedFinding,
  'vmId' | 'service' | 'rule' | 'reason' | 'person' | 'ticket' | 'until'
> {
  /** From an open source, else as it was then; null: only the id is known. */
  readonly vmName: string | null
  /** Null: a rule that this version does not know. */
  readonly code: string | null
  readonly title: string | null
  readonly state: 'holds' | 'changed' | 'expired' | 'gone' | 'not-seen'
  /** Facts that changed, for `changed`. */
  readonly facts: readonly ('status' | 'detail' | 'enabled' | 'guestFamily' | 'guestVersion' | 'hostBuild')[]
}
