import { basename, dirname } from 'node:path'
import { type DataFile, TICKET_PRESETS } from '../../core/model/report-file'
import { DEFAULT_THRESHOLDS } from '../../core/report/monitors/monitored'
import type { ReportRequest } from './report-subject'
import { type SaveOptions, type SaveResult, shownOptions, shownSource, writeSubject } from './save-report'
import { type ShapeOptions, shapeText } from './shapes'

function textOf(
  file: DataFile,
  sources: Parameters<typeof shapeText>[1],
  options: Omit<ShapeOptions, 'preset'>,
): string {
  const preset = TICKET_PRESETS.find((one) => file === `tickets-${one}`)
  if (preset !== undefined) return shapeText('csv-tickets', sources, { ...options, preset })
  return shapeText(file as Exclude<DataFile, `tickets-${string}`>, sources, { ...options, preset: 'generic' })
}

/**
 * Writes a report for a program or another text to a path that a person chose, in the words of the command line’s
 * `--format`. A file there is not replaced: the result names the real path. Nothing is thrown.
 */
export function saveDataAs(
  request: ReportRequest & { readonly path: string },
  file: DataFile,
  options: Pick<SaveOptions, 'mapFolder' | 'windowLanguage'>,
): Promise<SaveResult> {
  return writeSubject(request, dirname(request.path), options, (subject) => {
    const shape = { ...shownOptions(subject, request), thresholds: DEFAULT_THRESHOLDS }
    const content = textOf(file, [shownSource(subject)], shape)
    return Promise.resolve({ files: [{ name: basename(request.path), content }], missing: null })
  })
}
