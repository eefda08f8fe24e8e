import type { Reply, SavedReport } from '../../core/ipc'
import type { ReportFile } from '../../core/model/report-file'
import type { TicketPart } from '../../core/model/ticket-part'
import { type AppState, canSave, savingOf, shownSourceId } from './app-state'
import type { SavingChoice } from './drafts'
import type { Desk } from './desk'

/** Taking the result out of the program. */
export interface ReportActions {
  /** One click: into the report folder, no dialog. Without ids about what is meant: the VM of the guided check, the marked VMs, or all. */
  readonly saveReport: (vmIds?: readonly string[]) => Promise<void>
  /** Between HTML and PDF the ending in the dialog decides; every other kind of file is what was asked for. */
  readonly saveReportAs: (format?: ReportFile) => Promise<void>
  /** For a ticket: of the VM in the guided check or the selected one, else of the whole check. */
  readonly copyForTicket: (part: TicketPart) => Promise<void>
  readonly saveCapture: () => Promise<void>
  /** The script for somebody else's host; needs no result. */
  readonly saveCollector: () => Promise<void>
  /** The zip for an escalation, into the report folder. */
  readonly savePack: () => Promise<void>
  readonly print: () => Promise<void>
  readonly chooseSaving: (change: Partial<SavingChoice>) => void
  /** Copies a text as it is; what came from a host has gone through `shownText` before. */
  readonly copy: (text: string) => Promise<void>
  readonly openFile: (path: string) => Promise<void>
  readonly showFile: (path: string) => Promise<void>
  readonly openArticle: (articleId: string) => Promise<void>
}

/** VMs that a report is about: the one of the guided check, those that are marked; none means all. */
function vmsMeant({ screen, markedIds }: AppState): readonly string[] {
  if (screen.kind === 'guide') return [screen.vmId]
  return screen.kind === 'source' ? markedIds : []
}

/** Actions that save, copy and open. */
export function reportActions(desk: Desk): ReportActions {
  const { store, ask } = desk

  async function saving(
    what: 'report' | 'capture' | 'pack',
    save: () => Promise<Reply<'report.save-as'>>,
    copyForTicket: (() => Promise<void>) | null = null,
  ): Promise<void> {
    if (store.get().isSaving || !canSave(store.get())) return
    store.set({ isSaving: true })
    const reply = await save()
    store.set({ isSaving: false })
    if (!reply.ok) desk.report(reply.problem)
    else if (reply.value !== null)
      desk.notify({ kind: 'saved', what, file: reply.value satisfies SavedReport, copyForTicket })
  }

  function hiding(): { readonly redaction?: 'names' | 'strict' } {
    const { redaction } = savingOf(store.get())
    return redaction === 'none' ? {} : { redaction }
  }

  function reportRequest(vmIds: readonly string[] = vmsMeant(store.get())) {
    const { ticket } = store.get()
    const { language } = savingOf(store.get())
    return {
      sourceId: shownSourceId(store.get()) ?? '',
      ...(vmIds.length > 0 ? { vmIds: [...vmIds] } : {}),
      ...(ticket.trim() === '' ? {} : { ticket: ticket.trim() }),
      ...(language === null ? {} : { language }),
      ...hiding(),
    }
  }

  async function open(name: 'file.open' | 'file.show', path: string): Promise<void> {
    const reply = await ask(name, { path })
    if (!reply.ok) desk.report(reply.problem)
  }

  async function copy(text: string): Promise<void> {
    const reply = await ask('clipboard.write', { text })
    if (reply.ok) desk.notify({ kind: 'copied' })
    else desk.report(reply.problem)
  }

  async function copyReport(request: ReturnType<typeof reportRequest>, part: TicketPart): Promise<void> {
    const reply = await ask('report.copy', { ...request, part })
    if (reply.ok) desk.notify({ kind: 'copied' })
    else desk.report(reply.problem)
  }

  /** What a saved report offers for a ticket is about the same VMs, whatever is selected by then. */
  const copyOf = (request: ReturnType<typeof reportRequest>) => () => copyReport(request, 'internal')

  return {
    async saveReport(vmIds) {
      const request = reportRequest(vmIds)
      await saving('report', () => ask('report.save', request), copyOf(request))
    },
    async saveReportAs(format) {
      const request = reportRequest()
      const wanted = { ...request, ...(format === undefined ? {} : { format }) }
      await saving('report', () => ask('report.save-as', wanted), copyOf(request))
    },
    async copyForTicket(part) {
      if (!canSave(store.get())) return
      const { selectedVmId, screen, markedIds } = store.get()
      const isSelected = screen.kind === 'source' && markedIds.length === 0 && selectedVmId !== null
      await copyReport(reportRequest(isSelected ? [selectedVmId] : undefined), part)
    },
    saveCapture: () =>
      saving('capture', () => ask('source.save-capture', { sourceId: shownSourceId(store.get()) ?? '', ...hiding() })),
    async saveCollector() {
      const reply = await ask('collector.save', {})
      if (!reply.ok) desk.report(reply.problem)
      else if (reply.value !== null) desk.notify({ kind: 'saved', what: 'collector', file: reply.value })
    },
    savePack: () => saving('pack', () => ask('pack.save', reportRequest())),
    async print() {
      if (!canSave(store.get())) return
      const reply = await ask('report.print', reportRequest())
      if (!reply.ok) desk.report(reply.problem)
    },
    chooseSaving: (change) => store.set({ saving: { ...store.get().saving, ...change } }),
    copy,
    openFile: (path) => open('file.open', path),
    showFile: (path) => open('file.show', path),
    async openArticle(articleId) {
      const reply = await ask('article.open', { articleId })
      if (!reply.ok) desk.report(reply.problem)
    },
  }
}
