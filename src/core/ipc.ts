import { z } from 'zod'
import { compareRef, id, keptCheck } from './ipc/history'
import type { AcceptedEntry, ArticleText, GuidedCheck, PracticeCall } from './ipc/guide'
import type { FoundVms, HistoryOverview, ShownComparison } from './ipc/history'
import type { Overview, RollUpSource, SourceSummary } from './ipc/overview'
import type { AboutProgram, AppInfo, AssistanceText, Progress, SavedReport } from './ipc/program'
import { AcceptedFinding } from './model/accepted'
import type { ProblemText } from './model/diagnosis'
import type { Explanation } from './model/explanation'
import { NOTE_LIMIT, PASTE_LIMIT } from './model/limits'
import { RecentHost } from './model/recent-host'
import { REPORT_FILES } from './model/report-file'
import { SettingsChange } from './model/settings'
import { REPORT_FORMATS } from './model/settings-choices'
import { ComputerName, UserName } from './model/target'
import { LANGUAGES } from './model/text'
import { TICKET_PARTS } from './model/ticket-part'

export type * from './ipc/guide'
export type * from './ipc/history'
export type * from './ipc/overview'
export type * from './ipc/program'

interface CallDefinition<Request extends z.ZodType, Value> {
  readonly request: Request
  /** Only a type travels here; it is never read. */
  readonly value?: Value
}

function define<Value>() {
  return <Request extends z.ZodType>(request: Request): CallDefinition<Request, Value> => ({ request })
}

const nothing = z.strictObject({})
const acceptedKey = { vmId: id, service: AcceptedFinding.shape.service, rule: id }
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
  'history.get': define<HistoryOverview>()(nothing),
  /** Opens a kept check as a source. */
  'history.open': define<SourceSummary>()(keptCheck),
  /** Deletes one kept check, all of a host, or all. */
  'history.delete': define<HistoryOverview>()(z.strictObject({ hostId: id.optional(), file: id.optional() })),
  /** Without an older one the kept check before the newer one. */
  'compare.get': define<ShownComparison>()(z.strictObject({ older: compareRef.nullable(), newer: compareRef })),
  /** Writes the capture of a source to a file the person chooses; null when the dialog was closed. */
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
  'report.save-as': define<SavedReport | null>()(report.extend({ format: z.enum(REPORT_FILES).optional() })),
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
