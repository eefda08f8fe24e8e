import type { AcceptedEntry } from '../../core/ipc'
import type { ProblemText } from '../../core/model/diagnosis'
import type { RecentHost } from '../../core/model/recent-host'
import type { Settings } from '../../core/model/settings'
import type { Language } from '../../core/model/text'
import type { Verdict } from '../../core/model/verdict'
import type { RunningCheck } from './running-check'

/** The text in the paste window; it outlives the window until it was read. */
export interface PasteDraft {
  readonly text: string
  /** Why the text could not be used. */
  readonly problem: ProblemText | null
  readonly isReading: boolean
  /** The source that the text became: its result is shown in the window until the check is opened. */
  readonly readId: string | null
}

/** The form for another computer, and the check that it began. */
export interface RemoteDraft extends Pick<RecentHost, 'kind' | 'name' | 'transport'> {
  readonly isOther: boolean
  readonly userName: string
  /** Emptied as soon as the check begins. */
  readonly password: string
  /** Whether what is missing is shown. */
  readonly wasTried: boolean
  readonly problem: ProblemText | null
  readonly running: RunningCheck | null
  readonly recent: readonly RecentHost[]
}

/** What was answered to a practice call. */
export interface PracticeAnswer {
  readonly verdict: Verdict
  readonly step: string
}

/** The finding that is being accepted, and the form as it stands. */
export interface Accepting extends Pick<AcceptedEntry, 'vmId' | 'service' | 'rule'> {
  readonly vmName: string
  readonly title: string
  readonly draft: {
    readonly reason: string
    readonly person: string
    readonly ticket: string
    /** ISO 8601 date, or empty. */
    readonly until: string
  }
  readonly problem: ProblemText | null
}

/** What was chosen behind the arrow of Save. */
export interface SavingChoice {
  /** Null: the window's. */
  readonly language: Language | null
  readonly redaction: Settings['redaction']
}
