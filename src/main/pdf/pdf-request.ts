import { message } from '../../core/i18n/translate'
import type { Diagnosis } from '../../core/model/diagnosis'
import type { Problem } from '../../core/model/problem'
import type { Language } from '../../core/model/text'
import { systemCode } from '../files/new-file'
import { localTime, momentOf } from '../reports/report-time'

/** What a PDF is made from. */
export interface PdfRequest {
  /** The finished HTML report. */
  readonly page: string
  /** Host, time and ticket, for the foot of every page. */
  readonly line: string
  readonly language: Language
}

/** Makes the bytes of a PDF from an HTML report. */
export type PrintPdf = (request: PdfRequest) => Promise<Uint8Array>

/** The line at the foot of every page: which hosts, read when, for which ticket. */
export function footLine(diagnoses: readonly Diagnosis[], ticket: string | null): string {
  const hosts = diagnoses.map(({ host, source }) => host.name ?? source).join(', ')
  const read = momentOf(diagnoses[0]?.checkedAt ?? null)
  return [hosts, read === null ? '' : localTime(read), ticket ?? ''].filter((part) => part !== '').join(' · ')
}

/** Why a PDF could not be printed; the HTML report does not need the printer. */
export function pdfProblem(cause: unknown): Problem {
  const params = { code: systemCode(cause) || 'Chromium' }
  return {
    code: 'pdf-not-printed',
    class: null,
    message: message('files.pdf.not-printed.message', params),
    step: message('files.pdf.not-printed.step'),
  }
}

/** Why there is no PDF where there is no window, as on plain Node. */
export function noWindow(): Problem {
  return {
    code: 'pdf-no-window',
    class: null,
    message: message('files.pdf.no-window.message'),
    step: message('files.pdf.no-window.step'),
  }
}
