import { basename, dirname } from 'node:path'
import type { JudgedHost } from '../../core/diagnosis/judge'
import { renderDiagnosis, type SinceWhen } from '../../core/diagnosis/render'
import { message } from '../../core/i18n/translate'
import type { SavedReport } from '../../core/ipc'
import type { AcceptedFinding } from '../../core/model/accepted'
import type { Capture } from '../../core/model/capture'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import type { TicketPart } from '../../core/model/ticket-part'
import { reportContent } from '../../core/report/content'
import type { ReportSource } from '../../core/report/source'
import { ticketPart, type TicketText } from '../../core/report/ticket-parts'
import { savingProblem, writeNewFile } from '../files/new-file'
import { reportFileName } from './file-name'
import { reportHtml, type ReportOptions } from './report-html'
import { contentOptions } from './report-time'

/** What a report is made of. */
export interface ReportRequest {
  readonly judged: JudgedHost
  /** File or host as it was given. */
  readonly sourceName: string
  readonly language: Language
  /** For a report about this VM alone. */
  readonly vmId?: string | undefined
  readonly ticket?: string | undefined
  /** Findings that somebody decided to live with; the report lists them and counts them as no action. */
  readonly accepted?: readonly AcceptedFinding[] | undefined
  readonly programVersion: string
  readonly now: Date
  /** Since when each VM is as it is, where a history is kept. */
  readonly history?: SinceWhen | undefined
  /** The evidence the judgement rests on: the report then names how it was read, and its hash. */
  readonly capture?: Pick<Capture, 'target' | 'sha256'> | undefined
}

/** A report that was written, or why none was. */
export type SaveResult =
  { readonly ok: true; readonly saved: SavedReport } | { readonly ok: false; readonly problem: Problem }

/** The diagnosis that a report shows, and what its name is made of; null where the VM is not in the check. */
interface ReportSubject {
  readonly diagnosis: Diagnosis
  readonly ticket: string | null
  readonly vmName: string | undefined
}

function subjectOf({
  judged,
  language,
  sourceName,
  programVersion,
  vmId,
  ticket = '',
  accepted = [],
  history,
}: ReportRequest): ReportSubject | null {
  const only = vmId === undefined ? judged : { ...judged, vms: judged.vms.filter(({ vm }) => vm.id === vmId) }
  const diagnosis = renderDiagnosis(only, {
    language,
    source: sourceName,
    programVersion,
    accepted,
    ...(history === undefined ? {} : { history }),
  })
  if (vmId !== undefined && diagnosis.vms.length === 0) return null
  const vmName = vmId === undefined ? undefined : diagnosis.vms[0]?.name
  return { diagnosis, ticket: ticket.trim() === '' ? null : ticket.trim(), vmName }
}

function sourceOf({ diagnosis }: ReportSubject, { capture }: ReportRequest): ReportSource {
  return { diagnosis, via: capture?.target.via ?? null, captureSha256: capture?.sha256 ?? null }
}

function optionsOf({ ticket, vmName }: ReportSubject, { programVersion, now }: ReportRequest): ReportOptions {
  return { programVersion, now, ticket, isOneVm: vmName !== undefined }
}

function contentOf(subject: ReportSubject, request: ReportRequest): string {
  return reportHtml([sourceOf(subject, request)], optionsOf(subject, request))
}

async function write(folder: string, name: string, content: string): Promise<SaveResult> {
  try {
    const path = await writeNewFile(folder, name, content)
    return { ok: true, saved: { path, folder: dirname(path), name: basename(path) } }
  } catch (cause) {
    return { ok: false, problem: savingProblem(cause, folder, name) }
  }
}

const VM_GONE: Problem = {
  code: 'report-vm-gone',
  class: null,
  message: message('report.vm-gone.message'),
  step: message('report.vm-gone.step'),
}

/**
 * Writes a report as HTML into a folder, under the name it has by `reportFileName`. The folder is made where it is
 * missing; a file is never replaced, a number is added; there is never half a report. Nothing is thrown where it
 * cannot be written: the result then is the reason, with another way.
 */
export async function saveReport(request: ReportRequest & { readonly folder: string }): Promise<SaveResult> {
  const subject = subjectOf(request)
  if (subject === null) return { ok: false, problem: VM_GONE }
  return write(request.folder, reportFileName(subject, 'html'), contentOf(subject, request))
}

/** As `saveReport`, to a path that a person chose. A file there is not replaced either: the result names the real path. */
export async function saveReportAs(request: ReportRequest & { readonly path: string }): Promise<SaveResult> {
  const subject = subjectOf(request)
  if (subject === null) return { ok: false, problem: VM_GONE }
  return write(dirname(request.path), basename(request.path), contentOf(subject, request))
}

/** What a person copies of a report into a ticket; a problem where its VM is gone. */
export function reportPart(
  request: ReportRequest,
  part: TicketPart,
): { readonly ok: true; readonly copied: TicketText } | { readonly ok: false; readonly problem: Problem } {
  const subject = subjectOf(request)
  if (subject === null) return { ok: false, problem: VM_GONE }
  const content = reportContent([sourceOf(subject, request)], contentOptions(optionsOf(subject, request)))
  return { ok: true, copied: ticketPart(content, part) }
}

/** The name a save dialog offers. */
export function suggestedReportName(request: ReportRequest): string {
  const subject = subjectOf(request)
  return subject === null ? 'report.html' : reportFileName(subject, 'html')
}
