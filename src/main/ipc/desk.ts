import type { JudgedHost } from '../../core/diagnosis/judge'
import type { SinceWhen } from '../../core/diagnosis/render'
import type { AboutProgram, SourceSummary } from '../../core/ipc'
import type { Language } from '../../core/model/text'
import { sinceWhen } from '../history/history-lookup'
import type { HistoryStore } from '../history/history-store'
import type { PrintPdf } from '../pdf/pdf-request'
import type { LocalComputer } from '../sources/local'
import type { AcceptedStore } from '../accepted/accepted-store'
import { sourceSummary } from '../sources/overview'
import type { CaseLog } from '../sources/case-log'
import type { OpenedSource, OpenSource, SourceStore } from '../sources/source-store'
import type { Probe } from '../remote/probe'
import type { RecentHostList } from '../remote/recent-hosts'
import type { RemoteHosts } from '../remote/remote-hosts'
import type { SettingsStore } from '../settings/settings-store'
import { refuse } from './refusal'

/** What handlers need of the desktop; Electron behind it, something simpler in tests. */
export interface Desktop {
  /** Paths the person chose, or null when the dialog was closed. */
  readonly chooseCaptures: () => Promise<readonly string[] | null>
  /** A file of accepted findings, or null when the dialog was closed. */
  readonly chooseAccepted: () => Promise<string | null>
  /** A path to save to, or null when the dialog was closed. */
  readonly chooseNewFile: (
    kind: 'html' | 'pdf' | 'json' | 'csv' | 'md' | 'txt' | 'capture' | 'collector' | 'accepted',
    suggestedPath: string,
  ) => Promise<string | null>
  /** A folder the person chose, or null when the dialog was closed. */
  readonly chooseFolder: (current: string) => Promise<string | null>
  /** Opens a file with its program; the system's words where that did not work, else empty. */
  readonly openFile: (path: string) => Promise<string>
  readonly showInFolder: (path: string) => void
  readonly openAddress: (url: string) => Promise<void>
  /** The text, and beside it HTML for programs that take it. */
  readonly writeClipboard: (text: string, html?: string | null) => void
  /** Opens the system's print dialog with an HTML report. */
  readonly printPage: (page: string) => Promise<void>
  readonly isDark: () => boolean
}

/** Everything that the handlers of the window's calls work on. */
export interface Desk {
  readonly sources: SourceStore
  readonly cases: CaseLog
  readonly settings: SettingsStore
  readonly accepted: AcceptedStore
  readonly history: HistoryStore
  readonly local: LocalComputer
  readonly remote: RemoteHosts
  readonly recentHosts: RecentHostList
  /** Tries the way to a host that could not be read. */
  readonly probe: Probe
  readonly desktop: Desktop
  readonly language: () => Language
  /** Language and theme of the running window follow the settings. */
  readonly applySettings: () => void
  readonly notifyChanged: (what: 'appearance' | 'sources' | 'history' | 'known') => void
  /** The date, ISO 8601. */
  readonly today: () => string
  readonly version: string
  readonly about: () => Promise<AboutProgram>
  readonly logFolder: string
  readonly computerName: string
  /** Where reports go while the person has chosen no folder. */
  readonly defaultReportFolder: string
  /** Where private maps of placeholders are kept, away from the reports. */
  readonly mapFolder: string
  /** Null where nothing can print. */
  readonly printPdf: PrintPdf | null
  /** Files that were saved since the program started; nothing else is opened for the window. */
  readonly savedFiles: Set<string>
}

/** The source with an id, or a refusal of the call. */
export function openSource(desk: Desk, sourceId: string): OpenSource {
  return desk.sources.get(sourceId) ?? refuse('source-closed')
}

/** What a source was judged to be; a refusal where nothing of it could be read. */
export function judgedSource(desk: Desk, sourceId: string): { source: OpenSource; judged: JudgedHost } {
  const source = openSource(desk, sourceId)
  const judged = desk.sources.judged(source) ?? refuse('nothing-to-save', { name: source.name })
  return { source, judged }
}

/** Puts a whole reading of a host into the list; where it was read before, that goes into the record of each of its VMs. */
export function putReading(desk: Pick<Desk, 'sources' | 'cases'>, opened: OpenedSource): OpenSource {
  const source = desk.sources.put(opened)
  const before = new Map(desk.sources.former(source)?.vms.map(({ vm, verdict }) => [vm.id, verdict]))
  const after = before.size === 0 ? [] : (desk.sources.judged(source)?.vms ?? [])
  desk.cases.readAgain(
    source.key,
    after.flatMap(({ vm, verdict }) => {
      const earlier = before.get(vm.id)
      return earlier === undefined ? [] : [{ vmId: vm.id, before: earlier, after: verdict }]
    }),
  )
  return source
}

/** Since when the VMs of a source are as they are; undefined where no history is kept of it. */
export function sinceOf(desk: Desk, { capture }: OpenSource, judged: JudgedHost): SinceWhen | undefined {
  const isKept = desk.settings.current.history || desk.history.hosts.size > 0
  return capture === null || !isKept ? undefined : (sinceWhen(desk.history.hosts, capture, judged) ?? undefined)
}

/** A source for the window's list. */
export function summaryOf(desk: Desk, source: OpenSource): SourceSummary {
  return sourceSummary(source, desk.sources.judged(source), desk.language(), desk.accepted.current)
}
