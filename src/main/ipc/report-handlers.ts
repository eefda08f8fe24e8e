import { basename, dirname, join } from 'node:path'
import { say } from '../../core/i18n/translate'
import { type Handlers, type Request, type SavedReport } from '../../core/ipc'
import { DATA_FILES } from '../../core/model/report-file'
import type { Settings } from '../../core/model/settings'
import { savingProblem } from '../files/new-file'
import { earlierCheck } from '../history/last-check'
import { savePack } from '../pack/save-pack'
import { namePart } from '../reports/file-name'
import { fileTime, momentOf } from '../reports/report-time'
import { saveDataAs } from '../reports/save-data'
import { type ReportRequest, type ReportSubject, subjectOf } from '../reports/report-subject'
import {
  pageOf,
  reportPart,
  saveReport,
  saveReportAs,
  type SaveOptions,
  type SaveResult,
  suggestedReportName,
  writeSubject,
} from '../reports/save-report'
import { CAPTURE_EXTENSION } from '../sources/opened-source'
import { reportFolder } from './app-info'
import { type Desk, judgedSource, openSource, sinceOf } from './desk'
import type { Call } from './dispatch'
import { Refusal, refuse } from './refusal'

type ReportHandlers = Pick<
  Handlers<Call>,
  'report.save' | 'report.save-as' | 'report.copy' | 'report.print' | 'pack.save' | 'source.save-capture'
>

/** Who the organisation is and whom to ask, as reports print it. */
function contactLine({ organisation, contact }: Settings): string {
  return [organisation, contact].filter((part) => part !== '').join(' · ')
}

async function reportOf(
  desk: Desk,
  { sourceId, vmIds, ticket, language, redaction }: Request<'report.print'>,
): Promise<ReportRequest> {
  const { source, judged } = judgedSource(desk, sourceId)
  const { capture, answers, statements } = source
  const history = sinceOf(desk, source, judged)
  const earlier = capture === null || history === undefined ? null : await earlierCheck(desk.history, capture)
  return {
    judged,
    sourceName: source.origin || say(desk.language(), 'ui.source.pasted'),
    language: language ?? desk.language(),
    vmIds,
    ticket,
    accepted: desk.accepted.current,
    programVersion: desk.version,
    now: new Date(),
    contact: contactLine(desk.settings.current),
    history,
    earlier,
    answers,
    statements,
    redaction,
    done: (vmId) => desk.cases.of(source.key, vmId),
    ...(capture === null ? {} : { capture }),
  }
}

/** A name for a capture's file: host and time of the reading, as reports are named. */
function captureFileName({ diagnosis, capture }: ReportSubject): string {
  const read = momentOf(capture?.collectedAt ?? null)
  const parts = [
    namePart(diagnosis.host.name ?? diagnosis.source) || 'host',
    read === null ? '' : fileTime(read),
    diagnosis.redaction === 'none' ? '' : 'redacted',
  ]
  return parts.filter((part) => part !== '').join('_') + CAPTURE_EXTENSION
}

function optionsOf(desk: Desk): Omit<SaveOptions, 'formats'> {
  return { printPdf: desk.printPdf, mapFolder: desk.mapFolder, windowLanguage: desk.language() }
}

function saved(desk: Desk, result: SaveResult): SavedReport {
  if (!result.ok) throw new Refusal(result.problem)
  desk.savedFiles.add(result.saved.path)
  return result.saved
}

/** Handlers that write, print and pack reports. */
export function reportHandlers(desk: Desk): ReportHandlers {
  return {
    'report.save': async ({ formats = desk.settings.current.reportFormats, ...request }) => {
      const report = { ...(await reportOf(desk, request)), folder: reportFolder(desk) }
      return saved(desk, await saveReport(report, { ...optionsOf(desk), formats }))
    },
    'report.save-as': async ({ format = 'html', ...about }) => {
      const report = await reportOf(desk, about)
      const isPage = format === 'html' || format === 'pdf'
      const extension = isPage ? format : DATA_FILES[format]
      const suggested = join(reportFolder(desk), suggestedReportName(report, extension))
      const path = await desk.desktop.chooseNewFile(extension, suggested)
      if (path === null) return null
      const request = { ...report, path }
      return saved(
        desk,
        isPage ? await saveReportAs(request, optionsOf(desk)) : await saveDataAs(request, format, optionsOf(desk)),
      )
    },
    'report.print': async (request) => {
      const report = await reportOf(desk, request)
      const result = subjectOf(report)
      if (!result.ok) throw new Refusal(result.problem)
      const page = pageOf(result.subject, report)
      try {
        result.subject.guard?.checkText('report.html', page)
      } catch (cause) {
        throw new Refusal(savingProblem(cause, '', ''))
      }
      await desk.desktop.printPage(page)
      return null
    },
    'source.save-capture': async ({ sourceId, redaction }) => {
      const source = openSource(desk, sourceId)
      if (source.capture === null) refuse('nothing-to-save', { name: source.name })
      const report = await reportOf(desk, { sourceId, redaction })
      const preview = subjectOf(report)
      if (!preview.ok) throw new Refusal(preview.problem)
      const suggested = join(reportFolder(desk), captureFileName(preview.subject))
      const path = await desk.desktop.chooseNewFile('capture', suggested)
      if (path === null) return null
      const made = async ({ capture }: ReportSubject) => ({
        files: [{ name: basename(path), content: `${JSON.stringify(capture)}\n` }],
        missing: null,
      })
      return saved(desk, await writeSubject(report, dirname(path), optionsOf(desk), made))
    },
    'pack.save': async (request) => {
      const folder = reportFolder(desk)
      const result = await savePack({ ...(await reportOf(desk, request)), folder }, optionsOf(desk))
      return saved(desk, result)
    },
    'report.copy': async ({ part, ...request }) => {
      const result = reportPart(await reportOf(desk, request), part)
      if (!result.ok) throw new Refusal(result.problem)
      desk.desktop.writeClipboard(result.copied.text, result.copied.html)
      return null
    },
  }
}
