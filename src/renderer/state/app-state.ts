import type {
  AboutProgram,
  AcceptedEntry,
  AppInfo,
  AssistanceText,
  CompareRef,
  FoundVms,
  GuidedCheck,
  GuideStep,
  HistoryOverview,
  Overview,
  PracticeCall,
  RollUpSource,
  ShownComparison,
  SourceSummary,
} from '../../core/ipc'
import type { Explanation } from '../../core/model/explanation'
import type { ProblemText } from '../../core/model/diagnosis'
import type { Language } from '../../core/model/text'
import type { Accepting, PasteDraft, PracticeAnswer, RemoteDraft, SavingChoice } from './drafts'
import { ALL_ROWS, type ListedVm, type TableView } from './rows'
import type { RunningCheck } from './running-check'

export type StepId = GuideStep['id']

/** What the main area shows. */
export type Screen =
  /** No host is shown: where to find one, or how the check of this computer goes. */
  | { readonly kind: 'start' }
  | { readonly kind: 'source'; readonly sourceId: string }
  /** All open sources side by side. */
  | { readonly kind: 'roll-up' }
  /** The kept checks. */
  | { readonly kind: 'history' }
  /** Two checks against each other; null: not chosen yet, or the kept check before the newer one. */
  | { readonly kind: 'compare'; readonly older: CompareRef | null; readonly newer: CompareRef | null }
  /** `order` is the table's order when the guided check was opened: an answer may re-sort the table meanwhile. */
  | {
      readonly kind: 'guide'
      readonly sourceId: string
      readonly vmId: string
      readonly step: StepId
      readonly order: readonly string[]
    }

/** The screen of all open sources, as it is left and found again. */
export interface RollUpView extends Pick<TableView, 'search' | 'sort'> {
  readonly part: 'sources' | 'all'
  /** The VM with the keyboard, as `idAmongSources` names it. */
  readonly selectedId: string | null
}

/** Everything the window shows; replaced in parts, never changed in place. */
export interface AppState {
  /** Language until main has answered. */
  readonly firstLanguage: Language
  /** Null until main has answered. */
  readonly info: AppInfo | null
  /** Whether main has told its sources, or that there are none yet: what is drawn from then on can be used. */
  readonly knowsSources: boolean
  readonly sources: readonly SourceSummary[]
  readonly screen: Screen
  /** Screens that were left on the way to this one, the last at the end: Esc leads back along them. */
  readonly trail: readonly Screen[]
  readonly check: RunningCheck | null
  /** Why this computer could not be checked; shown on the start screen. */
  readonly localProblem: ProblemText | null
  readonly wasCancelled: boolean
  readonly overview: Overview | null
  /** Why the shown source has no overview. */
  readonly overviewProblem: ProblemText | null
  readonly view: TableView
  readonly selectedVmId: string | null
  /** VMs that were marked for a report of their own, beside the one with the keyboard; empty where only that one is meant. */
  readonly markedIds: readonly string[]
  /** Guided check of the selected VM; null while it is being read. */
  readonly guide: GuidedCheck | null
  /** What is kept of earlier checks; null until it was read. */
  readonly history: HistoryOverview | null
  /** Null until it was counted. */
  readonly rollUp: readonly RollUpSource[] | null
  readonly rollUpView: RollUpView
  readonly comparison: ShownComparison | null
  /** Why nothing is compared. */
  readonly comparisonProblem: ProblemText | null
  readonly ticket: string
  readonly isSaving: boolean
  /** What was chosen for reports until the program ends, against the settings. */
  readonly saving: Partial<SavingChoice>
  readonly dialog:
    | 'remote'
    | 'password'
    | 'shortcuts'
    | 'about'
    | 'problems'
    | 'changes'
    | 'paste'
    | 'practice'
    | 'settings'
    | 'find'
    | 'explain'
    | 'accept'
    | 'accepted'
    | null
  readonly paste: PasteDraft
  readonly remote: RemoteDraft
  /** The VM that is to be read again as an account whose password is needed, and the sentence that says so. */
  readonly passwordFor: { readonly sourceId: string; readonly vmId: string; readonly why: ProblemText } | null
  /** What stands in the way to a host; without lines: it is being looked for. */
  readonly assistance: { readonly sourceId: string; readonly lines: readonly AssistanceText[] | null } | null
  /** The practice calls, once they were asked for, and the answers given to them. */
  readonly practice: {
    readonly calls: readonly PracticeCall[]
    readonly answers: Readonly<Record<string, PracticeAnswer>>
  }
  /** The search over all sources; null until main has answered. */
  readonly find: { readonly text: string; readonly result: FoundVms | null }
  /** The explainer's field, and its last answer. */
  readonly explain: { readonly text: string; readonly explanation: Explanation | null }
  /** Null until it was asked for. */
  readonly about: AboutProgram | null
  readonly accepting: Accepting | null
  readonly accepted: readonly AcceptedEntry[]
  /** What a screen reader says next, politely. */
  readonly announcement: string
}

const NO_VMS: readonly ListedVm[] = []

export const INITIAL_STATE: AppState = {
  firstLanguage: 'en',
  info: null,
  knowsSources: false,
  sources: [],
  screen: { kind: 'start' },
  trail: [],
  check: null,
  localProblem: null,
  wasCancelled: false,
  overview: null,
  overviewProblem: null,
  view: ALL_ROWS,
  selectedVmId: null,
  markedIds: [],
  guide: null,
  history: null,
  rollUp: null,
  rollUpView: { part: 'sources', search: ALL_ROWS.search, sort: ALL_ROWS.sort, selectedId: null },
  comparison: null,
  comparisonProblem: null,
  ticket: '',
  isSaving: false,
  saving: {},
  dialog: null,
  paste: { text: '', problem: null, isReading: false, readId: null },
  remote: {
    kind: 'host',
    name: '',
    transport: 'remoting',
    isOther: false,
    userName: '',
    password: '',
    wasTried: false,
    problem: null,
    running: null,
    recent: [],
  },
  passwordFor: null,
  assistance: null,
  practice: { calls: [], answers: {} },
  find: { text: '', result: null },
  explain: { text: '', explanation: null },
  about: null,
  accepting: null,
  accepted: [],
  announcement: '',
}

/** The VMs that the table lists: those of the shown source, or on the start screen those that have been read so far. */
export function listedVms({ screen, overview, check }: AppState): readonly ListedVm[] {
  return (screen.kind === 'start' ? check?.arrived : overview?.rows) ?? NO_VMS
}

/** The table as a source begins: everything, grouped as was chosen last. */
export function firstView({ info }: AppState): TableView {
  return { ...ALL_ROWS, group: info?.settings.groupBy ?? ALL_ROWS.group }
}

/** The window's language. */
export function languageOf({ info, firstLanguage }: AppState): Language {
  return info?.language ?? firstLanguage
}

/** The source that the screen is about, or null on the start screen. */
export function shownSourceId({ screen }: AppState): string | null {
  return screen.kind === 'source' || screen.kind === 'guide' ? screen.sourceId : null
}

/** The source that the screen is about, with what is known of it. */
export function shownSource(state: AppState): SourceSummary | null {
  const id = shownSourceId(state)
  return state.sources.find((source) => source.id === id) ?? null
}

/** The running check where it is one of what is shown, so that nothing else looks as if it were being read. */
export function shownCheck(state: AppState): RunningCheck | null {
  const { check, screen } = state
  const isLocal = screen.kind === 'start' || shownSource(state)?.kind === 'local'
  return check !== null && (check.of === shownSourceId(state) || (check.of === 'local' && isLocal)) ? check : null
}

/** Whether this computer, or a VM of it, is being read. */
export function isCheckingLocal(state: AppState): boolean {
  const { check } = state
  return check !== null && (check.of === 'local' || check.of === localSource(state)?.id)
}

/** Whether a VM of the shown source can be read again by itself: that of a computer, and not of a file. */
export function canCheckVm(state: AppState): boolean {
  const kind = shownSource(state)?.kind
  return kind === 'local' || kind === 'remote'
}

/** Whether there is a result that a report can be made of. */
export function canSave(state: AppState): boolean {
  return shownSourceId(state) !== null && state.overview !== null && shownSource(state)?.problem === null
}

/** How reports are saved: as was chosen behind the arrow, else as the settings say. */
export function savingOf({ saving, info }: AppState): SavingChoice {
  const { reportLanguage = 'window', redaction = 'none' } = info?.settings ?? {}
  return { language: reportLanguage === 'window' ? null : reportLanguage, redaction, ...saving }
}

/** This computer, once it was checked. */
export function localSource({ sources }: AppState): SourceSummary | null {
  return sources.find((source) => source.kind === 'local') ?? null
}
