import { z } from 'zod'
import { AcceptedFinding } from './model/accepted'
import type { Comparison, VmComparisonText } from './model/comparison'
import type { Access } from './model/capture'
import type { NoteText, PastedLineText, ProblemText, Summary, VmDiagnosis } from './model/diagnosis'
import type { Explanation } from './model/explanation'
import { RecentHost } from './model/recent-host'
import { REPORT_FORMATS, type Settings, SettingsChange } from './model/settings'
import { ComputerName, UserName } from './model/target'
import type { JudgedServiceId } from './model/service'
import { type Language, LANGUAGES } from './model/text'
import type { Verdict } from './model/verdict'
import type { WorksheetSystem } from './model/worksheet'
import type { VmState } from './model/snapshot'
import { TICKET_PARTS } from './model/ticket-part'

/** Where rows come from. */
export type SourceKind = 'local' | 'remote' | 'capture' | 'pasted' | 'sample' | 'practice'

/** Longest text that the window takes, in UTF-16 code units: far more than a ticket holds. */
export const PASTE_LIMIT = 2_000_000

/** Longest note about a VM, in UTF-16 code units. */
export const NOTE_LIMIT = 4000

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

/** A step of the guided check of one VM: what was looked at, what was found, what it means. */
export interface GuideStep {
  readonly id: 'symptom' | 'power' | 'guest' | 'services' | 'versions' | 'support' | 'result'
  readonly title: string
  /** One line for the step list. */
  readonly summary: string
  readonly verdict: Verdict | null
  readonly state: 'done' | 'open' | 'not-reached'
  readonly lookedAt: string
  readonly found: readonly { readonly label: string; readonly value: string; readonly raw: string | null }[]
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

/** Verdicts of findings that somebody can decide to live with. What is not known cannot be accepted, it has to be asked. */
export const ACCEPTABLE_VERDICTS = ['action-needed', 'advice'] as const satisfies readonly Verdict[]

/** One source in the roll-up over all that are open, with its VMs. */
export interface RollUpSource {
  readonly source: SourceSummary
  readonly rows: readonly VmRow[]
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

/** A report, or another file, that was written. */
export interface SavedReport {
  readonly path: string
  readonly folder: string
  readonly name: string
  /** Names of the files that were written with it. */
  readonly also?: readonly string[]
  /** What else a person has to know about it, in the window's language: what was looked for, what is missing. */
  readonly remarks?: readonly string[]
}

/** What a window needs to start. */
export interface AppInfo {
  readonly version: string
  readonly knowledge: string
  readonly language: Language
  readonly dark: boolean
  readonly settings: Settings
  /** Where reports go, chosen or not. */
  readonly reportFolder: string
}

/** What the program says about itself. */
export interface AboutProgram {
  readonly electron: string
  readonly logFolder: string
  /** Of everything it is made of, by name; the text is null where a package brings none. */
  readonly licences: readonly {
    readonly name: string
    readonly version: string
    /** As the package names it (SPDX). */
    readonly licence: string
    readonly text: string | null
  }[]
}

/** One thing on the way to a host: fine, in the way or worth knowing, and the command that mends or shows it. */
export interface AssistanceText {
  readonly state: 'fine' | 'wrong' | 'hint'
  readonly text: string
  readonly command: string | null
  readonly where: 'here' | 'host' | null
}

/** A step of a running check, sent while it runs. */
export interface Progress {
  readonly callId: string
  readonly done: number
  readonly of: number
  /** Class that is being read, null before the first and after the last. */
  readonly current: string | null
  readonly elapsedMs: number
  /** All VMs so far, where more of them or about them has just been read. */
  readonly arrived?: readonly ArrivingVm[]
}

interface CallDefinition<Request extends z.ZodType, Value> {
  readonly request: Request
  /** Only a type travels here; it is never read. */
  readonly value?: Value
}

function define<Value>() {
  return <Request extends z.ZodType>(request: Request): CallDefinition<Request, Value> => ({ request })
}

const id = z.string().min(1).max(200)
const nothing = z.strictObject({})
const acceptedKey = { vmId: id, service: AcceptedFinding.shape.service, rule: id }
const keptCheck = z.strictObject({ hostId: id, file: id })
/** A check that can be compared: of an open source, or a kept one. */
const compareRef = z.union([z.strictObject({ sourceId: id }), keptCheck])
export type CompareRef = z.infer<typeof compareRef>
/** What a report is about and how it speaks: all VMs or some, in which language, with which names hidden. */
const report = z.strictObject({
  sourceId: id,
  vmIds: z.array(id).min(1).max(10_000).optional(),
  ticket: z.string().max(64).optional(),
  language: z.enum(LANGUAGES).optional(),
  redaction: z.enum(['names', 'strict']).optional(),
})

/** The one contract of window and main process. A call without a handler, or with a wrong one, does not compile. */
export const contract = {
  'app.info': define<AppInfo>()(nothing),
  'app.about': define<AboutProgram>()(nothing),
  /** Shows the folder of the program's error log, which is made where there is none yet. */
  'app.show-log': define<null>()(nothing),
  'settings.set': define<AppInfo>()(SettingsChange),
  /** Asks for the folder of reports with main's own dialog; nothing changes when it was closed. */
  'settings.choose-folder': define<AppInfo>()(nothing),
  'source.list': define<readonly SourceSummary[]>()(nothing),
  /** Reads this computer. Sends `Progress` while it runs; can be cancelled by its call id. */
  'source.check-local': define<SourceSummary>()(nothing),
  /** Reads one VM of this computer again and puts it into the open reading; the other VMs stay as they were read. */
  'source.check-vm': define<SourceSummary>()(z.strictObject({ sourceId: id, vmId: id })),
  /** The same for a VM of a host over the network. Where that was read as another account, its password is needed again. */
  'remote.check-vm': define<SourceSummary>()(
    z.strictObject({ sourceId: id, vmId: id, password: z.string().min(1).max(1000).optional() }),
  ),
  'remote.recent': define<readonly RecentHost[]>()(nothing),
  /**
   * Reads a host, or every node of a cluster; one that fails is a source with its problem. Sends `Progress` over all of
   * them; can be cancelled by its call id. The password is used for this call alone.
   */
  'remote.check': define<readonly SourceSummary[]>()(
    z.strictObject({
      kind: RecentHost.shape.kind,
      name: ComputerName,
      transport: RecentHost.shape.transport,
      userName: UserName.optional(),
      password: z.string().min(1).max(1000).optional(),
    }),
  ),
  /** Tries the way to a host that could not be read. */
  'remote.assist': define<readonly AssistanceText[]>()(z.strictObject({ sourceId: id })),
  'remote.pin': define<readonly RecentHost[]>()(
    z.strictObject({ kind: RecentHost.shape.kind, name: ComputerName, isPinned: z.boolean() }),
  ),
  'remote.forget': define<readonly RecentHost[]>()(z.strictObject({ kind: RecentHost.shape.kind, name: ComputerName })),
  'source.open-sample': define<SourceSummary>()(nothing),
  'practice.list': define<readonly PracticeCall[]>()(nothing),
  /** Opens the host of the practice calls as a source of its own. */
  'practice.open': define<SourceSummary>()(nothing),
  /** Without a path main asks with its own dialog; null when the person closed it. */
  'source.open-capture': define<readonly SourceSummary[] | null>()(
    z.strictObject({ paths: z.array(z.string().min(1).max(32_767)).max(1000).optional() }),
  ),
  /** Reads a text that a person pasted; refused where it says nothing that could be judged. `name` is the file's, if it has one. */
  'source.paste': define<SourceSummary>()(
    z.strictObject({ text: z.string().min(1).max(PASTE_LIMIT), name: z.string().min(1).max(260).optional() }),
  ),
  /** Writes the collector script for somebody else's host to a file the person chooses; null when the dialog was closed. */
  'collector.save': define<SavedReport | null>()(nothing),
  'source.close': define<readonly SourceSummary[]>()(z.strictObject({ sourceId: id })),
  /** Writes the capture of a source to a file the person chooses; null when the dialog was closed. */
  'history.get': define<HistoryOverview>()(nothing),
  /** Opens a kept check as a source. */
  'history.open': define<SourceSummary>()(keptCheck),
  /** Deletes one kept check, all of a host, or all. */
  'history.delete': define<HistoryOverview>()(z.strictObject({ hostId: id.optional(), file: id.optional() })),
  /** Without an older one the kept check before the newer one. */
  'compare.get': define<ShownComparison>()(z.strictObject({ older: compareRef.nullable(), newer: compareRef })),
  'source.save-capture': define<SavedReport | null>()(
    z.strictObject({ sourceId: id, redaction: z.enum(['names', 'strict']).optional() }),
  ),
  /** Every open source with its counts and its VMs; the host of the practice calls is none of them. */
  'roll-up.get': define<readonly RollUpSource[]>()(nothing),
  'overview.get': define<Overview>()(z.strictObject({ sourceId: id })),
  'guide.get': define<GuidedCheck>()(z.strictObject({ sourceId: id, vmId: id })),
  /** Keeps note and ticket of a VM while the program runs; empty ones are taken away. */
  'guide.keep': define<null>()(
    z.strictObject({ sourceId: id, vmId: id, note: z.string().max(NOTE_LIMIT), ticket: z.string().max(64) }),
  ),
  /** Gives or takes back (null) an answer: what the caller sees, what runs in the VM, or what a finding asks; everything is judged again. */
  'guide.answer': define<GuidedCheck>()(
    z.strictObject({ sourceId: id, vmId: id, questionId: id, answer: z.string().max(100).nullable() }),
  ),
  /** One search over everything that is open or kept: name, guest, address, id. */
  'vm.find': define<FoundVms>()(z.strictObject({ text: z.string().max(500) })),
  /** Every meaning of a number, code or word. */
  'explain.ask': define<Explanation>()(z.strictObject({ what: z.string().max(1000) })),
  'accepted.list': define<readonly AcceptedEntry[]>()(nothing),
  'accepted.add': define<GuidedCheck>()(
    z.strictObject({
      ...acceptedKey,
      sourceId: id,
      reason: z.string().trim().min(1).max(1000),
      person: z.string().trim().min(1).max(200),
      ticket: z.string().max(64).nullable(),
      until: z.iso.date().nullable(),
    }),
  ),
  'accepted.take-back': define<readonly AcceptedEntry[]>()(z.strictObject(acceptedKey)),
  /** Writes them to a file the person chooses, which the command line takes; null when the dialog was closed. */
  'accepted.export': define<SavedReport | null>()(nothing),
  /** Adds those of a file the person chooses; one that is there is replaced. */
  'accepted.import': define<{
    readonly added: number
    readonly replaced: number
    readonly entries: readonly AcceptedEntry[]
  } | null>()(nothing),
  /** Reads the answer to the guest worksheet as evidence about a VM, or takes it back (null); everything is judged again. */
  'guide.worksheet': define<GuidedCheck>()(
    z.strictObject({ sourceId: id, vmId: id, text: z.string().min(1).max(PASTE_LIMIT).nullable() }),
  ),
  /** One click: HTML and PDF into the report folder, without a dialog. With `vmIds` for those VMs alone. */
  'report.save': define<SavedReport>()(report.extend({ formats: z.array(z.enum(REPORT_FORMATS)).min(1).optional() })),
  'report.save-as': define<SavedReport | null>()(report.extend({ format: z.enum(REPORT_FORMATS).optional() })),
  /** Opens the system's print dialog with the report. */
  'report.print': define<null>()(report),
  /** Writes the zip for an escalation into the report folder: case summary, capture, report, channels, TSS command. */
  'pack.save': define<SavedReport>()(report),
  /** Puts a part of the result on the clipboard, as text and as HTML. */
  'report.copy': define<null>()(report.extend({ part: z.enum(TICKET_PARTS) })),
  /** Only for files saved since the program started. */
  'file.open': define<null>()(z.strictObject({ path: z.string().max(32_767) })),
  'file.show': define<null>()(z.strictObject({ path: z.string().max(32_767) })),
  'clipboard.write': define<null>()(z.strictObject({ text: z.string().max(1_000_000) })),
  /** Opens an article of the knowledge in the browser; nothing else can be opened. */
  'article.open': define<null>()(z.strictObject({ articleId: id })),
  'article.get': define<ArticleText>()(z.strictObject({ articleId: id })),
} as const

export type CallName = keyof typeof contract
export type Request<N extends CallName> = z.infer<(typeof contract)[N]['request']>
export type Value<N extends CallName> =
  NonNullable<(typeof contract)[N]['value']> | Extract<(typeof contract)[N]['value'], null>
export type Reply<N extends CallName> =
  { readonly ok: true; readonly value: Value<N> } | { readonly ok: false; readonly problem: ProblemText }

/** What main implements: one handler per call. `Call` carries the call's id and the signal that fires when the window cancels it. */
export type Handlers<Call> = { [N in CallName]: (request: Request<N>, call: Call) => Promise<Value<N>> }

/** Menu commands that main sends to the window. */
export const MENU_COMMANDS = [
  'check-again',
  'open-capture',
  'paste-text',
  'check-remote',
  'open-sample',
  'practice',
  'check-local',
  'save-report',
  'save-report-as',
  'copy-ticket',
  'save-capture',
  'save-collector',
  'save-pack',
  'print',
  'find',
  'find-vm',
  'explain',
  'accepted',
  'history',
  'compare',
  'roll-up',
  'back',
  'forward',
  'shortcuts',
  'about',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** What the preload puts into the window as `window.bridge`, and all it does. `DroppedFile` is the DOM's `File`, which this layer does not know. */
export interface Bridge<DroppedFile> {
  call<N extends CallName>(name: N, callId: string, request: Request<N>): Promise<Reply<N>>
  cancel(callId: string): void
  onProgress(listener: (progress: Progress) => void): () => void
  onMenu(listener: (command: MenuCommand) => void): () => void
  /**
   * Main tells the window that language or theme of the system changed, that sources came in from outside, that a check was
   * kept, or that what earlier checks know has changed.
   */
  onChanged(listener: (what: 'appearance' | 'sources' | 'history' | 'known') => void): () => void
  /** The path of a file dropped on the window; empty when it has none. */
  pathOf(file: DroppedFile): string
}
