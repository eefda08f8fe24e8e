import { join } from 'node:path'
import { say } from '../../core/i18n/translate'
import type { Handlers, Request, SavedReport } from '../../core/ipc'
import {
  reportPart,
  type ReportRequest,
  saveReport,
  saveReportAs,
  type SaveResult,
  suggestedReportName,
} from '../reports/save-report'
import { sealCapture } from '../sources/capture-file'
import { type Desk, judgedSource, reportFolder, sinceOf } from './desk'
import type { Call } from './dispatch'
import { Refusal } from './refusal'

type ReportHandlers = Pick<Handlers<Call>, 'report.save' | 'report.save-as' | 'report.copy'>

function reportOf(desk: Desk, { sourceId, vmId, ticket }: Request<'report.save'>): ReportRequest {
  const { source, judged } = judgedSource(desk, sourceId)
  const { capture } = source
  return {
    judged,
    sourceName: source.origin || say(desk.language(), 'ui.source.pasted'),
    language: desk.language(),
    vmId,
    ticket,
    accepted: desk.accepted.current,
    programVersion: desk.version,
    now: new Date(),
    history: sinceOf(desk, source, judged),
    // A report names the hash under which its evidence would be saved.
    ...(capture === null ? {} : { capture: capture.sha256 === null ? sealCapture(capture) : capture }),
  }
}

function saved(desk: Desk, result: SaveResult): SavedReport {
  if (!result.ok) throw new Refusal(result.problem)
  desk.savedFiles.add(result.saved.path)
  return result.saved
}

/** Handlers that write reports. */
export function reportHandlers(desk: Desk): ReportHandlers {
  return {
    'report.save': async (request) =>
      saved(desk, await saveReport({ ...reportOf(desk, request), folder: reportFolder(desk) })),
    'report.save-as': async (request) => {
      const report = reportOf(desk, request)
      const suggested = join(reportFolder(desk), suggestedReportName(report))
      const path = await desk.desktop.chooseNewFile('report', suggested)
      return path === null ? null : saved(desk, await saveReportAs({ ...report, path }))
    },
    'report.copy': async ({ part, ...request }) => {
      const result = reportPart(reportOf(desk, request), part)
      if (!result.ok) throw new Refusal(result.problem)
      desk.desktop.writeClipboard(result.copied.text, result.copied.html)
      return null
    },
  }
}
