// The library's build for Node declares a `require` that meets the bundler's own; the pure one needs none.
import { type Zippable, zipSync } from 'fflate/browser'
import { caseSummary } from '../../core/pack/case-summary'
import { CHANNELS, TSS_COMMANDS, TSS_PAGE } from '../../core/pack/tss-command'
import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'
import type { ReportFormat } from '../../core/model/settings-choices'
import type { ShownSubject } from '../reports/save-report'
import { reportFileName } from '../reports/file-name'
import { localTime, momentOf } from '../reports/report-time'
import { sha256Bytes } from '../sources/capture-file'

/** A finished report that goes into the archive. */
export interface PackedReport {
  readonly format: ReportFormat
  readonly content: string | Uint8Array
}

/** Nothing before it can be written in a zip. */
const FIRST_ZIP_YEAR = 1980

/** Windows editors take UTF-8 for sure where it is marked. */
const asText = (lines: readonly string[]): Buffer => Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)

function tssText(language: Language): Buffer {
  return asText([
    say(language, 'files.pack.tss.what'),
    say(language, 'files.pack.tss.how'),
    '',
    ...TSS_COMMANDS,
    '',
    say(language, 'files.pack.tss.duration'),
    say(language, 'files.pack.tss.skips'),
    say(language, 'files.pack.tss.result'),
    TSS_PAGE,
  ])
}

/**
 * Everything for an escalation as one zip: case summary, capture, report, event channels to ask for, Microsoft's
 * collection as a prepared command, and the hash of every file. Nothing in it names what the report does not name.
 */
export function escalationPack(subject: ShownSubject, reports: readonly PackedReport[], now: Date): Uint8Array {
  const { diagnosis, capture, ticket } = subject
  const { language, checkedAt } = diagnosis
  const read = momentOf(checkedAt)
  const files: Record<string, Uint8Array> = {
    'case-summary.txt': Buffer.concat([
      Buffer.from('\ufeff'),
      Buffer.from(
        caseSummary(diagnosis, {
          ticket,
          readAt: read === null ? null : localTime(read),
          captureSha256: capture?.sha256 ?? null,
        }),
      ),
    ]),
    'event-channels.txt': asText([say(language, 'files.pack.channels'), '', ...CHANNELS]),
    'microsoft-tss.txt': tssText(language),
  }
  if (capture !== null) files['evidence.hvcapture'] = Buffer.from(`${JSON.stringify(capture)}\n`)
  for (const { format, content } of reports) files[`report.${format}`] = Buffer.from(content)
  const sums = Object.entries(files).map(([name, bytes]) => `${sha256Bytes(bytes)}  ${name}`)
  files['SHA256SUMS.txt'] = Buffer.from(`${sums.join('\n')}\n`)
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: 6 }] as const]),
  )
  return zipSync(entries, now.getFullYear() < FIRST_ZIP_YEAR ? {} : { mtime: now })
}

/** The archive's name: that of the report, as an escalation. */
export function packFileName({ diagnosis, ticket, vmName }: ShownSubject): string {
  return reportFileName({ diagnosis, ticket, vmName }, 'zip').replace(/(_redacted)?\.zip$/, '_escalation$1.zip')
}
