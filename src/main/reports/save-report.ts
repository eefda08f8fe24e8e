import { basename, dirname } from 'node:path'
import type { JudgedHost } from '../../core/diagnosis/judge'
import { renderDiagnosis, summarize } from '../../core/diagnosis/render'
import { message } from '../../core/i18n/translate'
import type { SavedReport } from '../../core/ipc'
import type { Capture } from '../../core/model/capture'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { savingProblem, writeNewFile } from '../files/new-file'
import { reportFileName } from './file-name'
import { reportHtml } from './report-html'

/** What a report is made of. */
export interface ReportRequest {
  readonly judged: JudgedHost
  /** File or host as it was given. */
  readonly sourceName: string
  readonly language: Language
  /** For a report about this VM alone. */
  readonly vmId?: string | undefined
  readonly ticket?: string | undefined
  readonly programVersion: string
  readonly now: Date
  /** The evidence the judgement rests on: the report then names how it was read, and its hash. */
  readonly capture?: Pick<Capture, 'target' | 'sha256'> | undefined
}

/** A report that was written, or why none was. */
export type SaveResult =
  { readonly ok: true; readonly saved: SavedReport } | { readonly ok: false; readonly problem: Problem }

interface MadeReport {
  readonly name: string
  readonly content: string
}

function onlyVm(diagnosis: Diagnosis, vmId: string): Diagnosis | null {
  const vms = diagnosis.vms.filter(({ id }) => id === vmId)
  return vms.length === 0 ? null : { ...diagnosis, vms, summary: summarize(vms) }
}

function makeReport(request: ReportRequest): MadeReport | null {
  const { judged, language, sourceName, programVersion, now, vmId, ticket = '' } = request
  const whole = renderDiagnosis(judged, { language, source: sourceName, programVersion })
  const diagnosis = vmId === undefined ? whole : onlyVm(whole, vmId)
  if (diagnosis === null) return null
  const source = {
    diagnosis,
    via: request.capture?.target.via ?? null,
    captureSha256: request.capture?.sha256 ?? null,
  }
  const isOneVm = vmId !== undefined
  const shownTicket = ticket.trim() === '' ? null : ticket.trim()
  return {
    name: reportFileName(
      { diagnosis, ticket: shownTicket, vmName: isOneVm ? diagnosis.vms[0]?.name : undefined },
      'html',
    ),
    content: reportHtml([source], { programVersion, now, ticket: shownTicket, isOneVm }),
  }
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
  const report = makeReport(request)
  return report === null ? { ok: false, problem: VM_GONE } : write(request.folder, report.name, report.content)
}

/** As `saveReport`, to a path that a person chose. A file there is not replaced either: the result names the real path. */
export async function saveReportAs(request: ReportRequest & { readonly path: string }): Promise<SaveResult> {
  const report = makeReport(request)
  if (report === null) return { ok: false, problem: VM_GONE }
  return write(dirname(request.path), basename(request.path), report.content)
}

/** The name a save dialog offers. */
export function suggestedReportName(request: ReportRequest): string {
  return makeReport(request)?.name ?? 'report.html'
}
