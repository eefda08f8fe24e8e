import type { Access } from '../model/capture'
import type { VmComparisonText } from '../model/comparison'
import type { NoteText, PastedLineText, ProblemText, Summary } from '../model/diagnosis'
import type { JudgedServiceId } from '../model/service'
import type { VmState } from '../model/snapshot'
import type { Verdict } from '../model/verdict'

/** Where rows come from. */
export type SourceKind = 'local' | 'remote' | 'capture' | 'pasted' | 'sample' | 'practice'

/** A source in the list on the left: what it is and how it stands. */
export interface SourceSummary {
  readonly id: string
  readonly kind: SourceKind
  /** Host name or file name, as it may be shown. */
  readonly name: string
  readonly os: string | null
  readonly checkedAt: string | null
  readonly summary: Summary
  /** How many VMs need action: those of that verdict whose findings are not all accepted. */
  readonly needsAction: number
  /** Filled where the source could not be read at all. */
  readonly problem: ProblemText | null
  /** Names of the VMs that are on it, by its cluster, where it could not be read itself. */
  readonly owned?: readonly string[]
}

/** One VM in the table. */
export interface VmRow {
  readonly id: string
  readonly name: string
  readonly verdict: Verdict
  readonly needsAction: boolean
  /** Title of the severest finding, in the window's language. */
  readonly title: string
  readonly guest: string | null
  readonly guestKnown: boolean
  readonly state: VmState
  readonly addresses: readonly string[]
  readonly services: readonly {
    readonly service: JudgedServiceId
    readonly verdict: Verdict | null
    readonly enabled: boolean | null
    /** Word for the mark, for hover and for screen readers. */
    readonly word: string
  }[]
}

/** A VM of a host that is still being read: what is told about it so far, and no verdict. */
export type ArrivingVm = Pick<VmRow, 'id' | 'name' | 'guest' | 'guestKnown' | 'state' | 'addresses'>

/** A checked host as the overview shows it. */
export interface Overview {
  readonly source: SourceSummary
  readonly access: Access | null
  readonly complete: boolean
  readonly queries: number
  readonly queryMs: number
  readonly rows: readonly VmRow[]
  readonly problems: readonly ProblemText[]
  /** Remarks about the check as a whole. */
  readonly notes: readonly NoteText[]
  /** What was understood of a pasted text, line by line; null for rows. */
  readonly pasted: readonly PastedLineText[] | null
  /** Whether an earlier check of this host is kept, to compare this one with. */
  readonly hasEarlier: boolean
  /** What is not as it was when this source was read the time before; null where it was read once. */
  readonly changes: ReadingChanges | null
}

/** What changed from one reading of a source to the next. */
export interface ReadingChanges {
  /** How many VMs changed in which way, in a sentence. */
  readonly answer: string
  /** Those that changed, at most fifty, what got worse first. */
  readonly vms: readonly VmComparisonText[]
  /** How many more changed. */
  readonly more: number
}

/** One source in the roll-up over all that are open, with its VMs. */
export interface RollUpSource {
  readonly source: SourceSummary
  readonly rows: readonly VmRow[]
}
