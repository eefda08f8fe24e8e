import { basename, dirname, extname, join } from 'node:path'
import { renderProblem } from '../../core/diagnosis/render'
import { say } from '../../core/i18n/translate'
import type { SavedReport } from '../../core/ipc'
import type { ReportFormat } from '../../core/model/settings-choices'
import type { TicketPart } from '../../core/model/ticket-part'
import { reportContent } from '../../core/report/content'
import type { ReportSource } from '../../core/report/source'
import { ticketPart, type TicketText } from '../../core/report/ticket-parts'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { type NewFile, savingProblem, writeTogether } from '../files/new-file'
import { footLine, noWindow, pdfProblem, type PrintPdf } from '../pdf/pdf-request'
import { namePart, reportFileName } from './file-name'
import { readRedactionMap, writeRedactionMap } from '../redaction/redaction-map'
import { reportHtml, type ReportOptions } from './report-html'
import { contentOptions } from './report-time'
import { type ReportRequest, type ReportSubject, subjectOf } from './report-subject'

export type { ReportRequest } from './report-subject'

/** How a report is saved. */
export interface SaveOptions {
  /** In this order: the first is what “Open” opens. */
  readonly formats: readonly ReportFormat[]
  readonly printPdf: PrintPdf | null
  /** Where private maps of placeholders are kept, away from the reports; null: they are kept nowhere. */
  readonly mapFolder: string | null
  /** Language of what is said about the saving, which may be another than the report's. */
  readonly windowLanguage: Language
}

/** A report that was written, or why none was. */
export type SaveResult =
  { readonly ok: true; readonly saved: SavedReport } | { readonly ok: false; readonly problem: Problem }

/** What the files of a report are made from. */
export type ShownSubject = Pick<ReportSubject, 'diagnosis' | 'capture' | 'done' | 'lastCheck' | 'ticket' | 'vmName'>
type ShownRequest = Pick<ReportRequest, 'programVersion' | 'now' | 'contact' | 'redaction'>

/** What is reported of a subject. */
export function shownSource({ diagnosis, capture, done, lastCheck }: ShownSubject): ReportSource {
  return { diagnosis, done, lastCheck, via: capture?.target.via ?? null, captureSha256: capture?.sha256 ?? null }
}

/** How a report of a subject is written. */
export function shownOptions(
  { ticket, vmName }: ShownSubject,
  { programVersion, now, contact, redaction }: ShownRequest,
): ReportOptions {
  const shown = redaction === undefined && contact !== undefined && contact !== '' ? { contact } : {}
  return { programVersion, now, ticket, isOneVm: vmName !== undefined, ...shown }
}

/** The report as HTML. */
export function pageOf(subject: ShownSubject, request: ShownRequest): string {
  return reportHtml([shownSource(subject)], shownOptions(subject, request))
}

interface Contents {
  readonly files: readonly { readonly format: ReportFormat; readonly content: string | Uint8Array }[]
  /** Why the PDF is missing beside the page. */
  readonly missing: Problem | null
}

/** The contents of the files. A PDF that cannot be printed does not take the page with it; alone it is the problem. */
export async function contentsOf(
  subject: ShownSubject,
  request: ShownRequest,
  { formats, printPdf }: Pick<SaveOptions, 'formats' | 'printPdf'>,
): Promise<Contents> {
  const page = pageOf(subject, request)
  const files: { format: ReportFormat; content: string | Uint8Array }[] = []
  let missing: Problem | null = null
  for (const format of formats) {
    if (format === 'html') {
      files.push({ format, content: page })
      continue
    }
    const { diagnosis, ticket } = subject
    try {
      if (printPdf === null) missing = noWindow()
      else {
        const line = footLine([diagnosis], ticket)
        files.push({ format, content: await printPdf({ page, line, language: diagnosis.language }) })
      }
    } catch (cause) {
      missing = pdfProblem(cause)
    }
  }
  return { files, missing }
}

function mapPath(folder: string, { ticket }: ReportRequest, name: string): string {
  const called = namePart(ticket ?? '')
  return join(folder, `${called === '' ? basename(name, extname(name)) : called}.private-map.txt`)
}

/** What is written for a subject: its files with their names, and why something is missing beside them. */
export interface Made {
  readonly files: readonly NewFile[]
  readonly missing: Problem | null
}

/** Makes files of a report's subject and writes them together, checked for leaks where names are hidden. Nothing is thrown. */
export async function writeSubject(
  request: ReportRequest,
  folder: string,
  { mapFolder, windowLanguage }: Pick<SaveOptions, 'mapFolder' | 'windowLanguage'>,
  make: (subject: ReportSubject) => Promise<Made>,
): Promise<SaveResult> {
  const keepsMap = request.redaction !== undefined && mapFolder !== null
  const isTicket = namePart(request.ticket ?? '') !== ''
  const earlier = keepsMap && isTicket ? await readRedactionMap(mapPath(mapFolder, request, '')) : null
  if (earlier?.ok === false) return earlier
  const result = subjectOf({ ...request, hidden: earlier?.hidden })
  if (!result.ok) return result
  const { subject } = result
  const { files, missing } = await make(subject)
  const [first] = files
  if (first === undefined) return { ok: false, problem: missing ?? noWindow() }
  const remarks: string[] = []
  try {
    const paths = await writeTogether(folder, files, subject.guard?.inspect)
    const [path = ''] = paths
    if (subject.guard?.searched) {
      remarks.push(say(windowLanguage, 'files.leak.none', { count: subject.guard.searched }))
    }
    if (keepsMap) {
      // The reports of one ticket share a map; without a ticket each has its own, beside none of them.
      const map = mapPath(mapFolder, request, path)
      await writeRedactionMap(map, subject.hidden)
      remarks.push(say(windowLanguage, 'files.saved.map', { path: map }))
    }
    if (missing !== null) {
      const { message, step } = renderProblem(missing, windowLanguage)
      remarks.push(`${message} ${step}`)
    }
    const also = paths.slice(1).map((other) => basename(other))
    return { ok: true, saved: { path, folder: dirname(path), name: basename(path), also, remarks } }
  } catch (cause) {
    return { ok: false, problem: savingProblem(cause, folder, first.name) }
  }
}

function write(
  request: ReportRequest,
  folder: string,
  named: string | null,
  options: SaveOptions,
): Promise<SaveResult> {
  return writeSubject(request, folder, options, async (subject) => {
    const { files, missing } = await contentsOf(subject, request, options)
    const nameOf = (format: ReportFormat): string => named ?? reportFileName(subject, format)
    return { files: files.map(({ format, content }) => ({ name: nameOf(format), content })), missing }
  })
}

/**
 * Writes a report into a folder, all its files under the one name it has by `reportFileName`. The folder is made where it
 * is missing; a file is never replaced, a number is added; there is never half a report. Nothing is thrown where it cannot
 * be written: the result then is the reason, with another way.
 */
export function saveReport(
  request: ReportRequest & { readonly folder: string },
  options: SaveOptions,
): Promise<SaveResult> {
  return write(request, request.folder, null, options)
}

/** As `saveReport`, to a path that a person chose: its ending is the format. A file there is not replaced either: the result names the real path. */
export function saveReportAs(
  request: ReportRequest & { readonly path: string },
  options: Omit<SaveOptions, 'formats'>,
): Promise<SaveResult> {
  const format: ReportFormat = extname(request.path).toLowerCase() === '.pdf' ? 'pdf' : 'html'
  return write(request, dirname(request.path), basename(request.path), { ...options, formats: [format] })
}

/** What a person copies of a report into a ticket, looked through for leaks where names are hidden; else the problem. */
export function reportPart(
  request: ReportRequest,
  part: TicketPart,
): { readonly ok: true; readonly copied: TicketText } | { readonly ok: false; readonly problem: Problem } {
  const result = subjectOf(request)
  if (!result.ok) return result
  const { subject } = result
  const content = reportContent([shownSource(subject)], contentOptions(shownOptions(subject, request)))
  const copied = ticketPart(content, part)
  try {
    subject.guard?.checkText(part === 'markdown' ? 'copy.md' : 'copy.txt', copied.text)
    subject.guard?.checkText('copy.html', copied.html ?? '')
  } catch (cause) {
    return { ok: false, problem: savingProblem(cause, '', '') }
  }
  return { ok: true, copied }
}

/** The name a save dialog offers. */
export function suggestedReportName(request: ReportRequest, extension: string): string {
  const result = subjectOf(request)
  return result.ok ? reportFileName(result.subject, extension) : `report.${extension}`
}
