import type { ReportRequest } from '../reports/report-subject'
import { contentsOf, type SaveOptions, type SaveResult, writeSubject } from '../reports/save-report'
import { escalationPack, packFileName } from './escalation-pack'

/** Writes the escalation pack of a report into a folder; see `saveReport` for how. */
export function savePack(
  request: ReportRequest & { readonly folder: string },
  options: Omit<SaveOptions, 'formats'>,
): Promise<SaveResult> {
  return writeSubject(request, request.folder, options, async (subject) => {
    const { files, missing } = await contentsOf(subject, request, { ...options, formats: ['html', 'pdf'] })
    return { files: [{ name: packFileName(subject), content: escalationPack(subject, files, request.now) }], missing }
  })
}
