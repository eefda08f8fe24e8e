import type { ReportFormat, Reply, SavedReport } from '../../core/ipc'
import type { TicketPart } from '../../core/model/ticket-part'
import { canSave, type SavingChoice, shownSourceId } from './app-state'
import type { Desk } from './desk'

/** Taking the result out of the program. */
export interface ReportActions {
  /** One click: into the report folder, no dialog. In the guided check for its VM alone. */
  readonly saveReport: () => Promise<void>
  /** As a PDF where the person asks for one; the dialog's ending decides. */
  readonly saveReportAs: (format?: ReportFormat) => Promise<void>
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

/** Actions that save, copy and open. */
export function reportActions(desk: Desk): ReportActions {
  const { store, ask } = desk

  async function saving(
    what: 'report' | 'capture' | 'pack',
    save: () => Promise<Reply<'report.save-as'>>,
  ): Promise<void> {
    if (store.get().isSaving || !canSave(store.get())) return
    store.set({ isSaving: true })
    const reply = await save()
    store.set({ isSaving: false })
    if (!reply.ok) desk.report(reply.problem)
    else if (reply.value !== null) desk.notify({ kind: 'saved', what, file: reply.value satisfies SavedReport })
  }

  function hiding(): { readonly redaction?: 'names' | 'strict' } {
    const { redaction } = store.get().saving
    return redaction === 'none' ? {} : { redaction }
  }

  function reportRequest() {
    const { screen, ticket, saving: chosen } = store.get()
    return {
      sourceId: shownSourceId(store.get()) ?? '',
      ...(screen.kind === 'guide' ? { vmIds: [screen.vmId] } : {}),
      ...(ticket.trim() === '' ? {} : { ticket: ticket.trim() }),
      ...(chosen.language === null ? {} : { language: chosen.language }),
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

  return {
    saveReport: () => saving('report', () => ask('report.save', reportRequest())),
    saveReportAs: (format) =>
      saving('report', () =>
        ask('report.save-as', { ...reportRequest(), ...(format === undefined ? {} : { format }) }),
      ),
    async copyForTicket(part) {
      if (!canSave(store.get())) return
      const { selectedVmId, screen } = store.get()
      const selected = screen.kind === 'source' && selectedVmId !== null ? { vmIds: [selectedVmId] } : {}
      const reply = await ask('report.copy', { ...reportRequest(), ...selected, part })
      if (reply.ok) desk.notify({ kind: 'copied' })
      else desk.report(reply.problem)
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
