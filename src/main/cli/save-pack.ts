import { basename, dirname } from 'node:path'
import { renderProblem } from '../../core/diagnosis/render'
import { savingProblem, writeNewFile } from '../files/new-file'
import { escalationPack, packFileName } from '../pack/escalation-pack'
import { contentsOf, type ShownSubject } from '../reports/save-report'
import { sealCapture } from '../sources/capture-file'
import { version } from '../../../package.json'
import type { Check } from './check'
import type { Redaction } from './redaction'
import type { Checked } from './results'

/**
 * Writes the escalation pack of a checked source into a folder or under the name of a zip file, looked through for hidden
 * names where there are any. Where no window can print, the pack goes without its PDF, and that is said.
 */
export async function savePack(
  check: Check,
  { diagnosis, capture, lastCheck = null }: Checked,
  place: { readonly path: string; readonly isFolder: boolean },
  redaction: Redaction | null,
): Promise<void> {
  const { language, surroundings } = check
  const sealed = capture?.sha256 === null ? sealCapture(capture) : capture
  const subject: ShownSubject = { diagnosis, capture: sealed, done: [], lastCheck, ticket: null, vmName: undefined }
  const [folder, name] = place.isFolder
    ? [place.path, packFileName(subject)]
    : [dirname(place.path), basename(place.path)]
  const now = surroundings.now()
  try {
    const { files, missing } = await contentsOf(
      subject,
      { programVersion: version, now },
      { formats: ['html', 'pdf'], printPdf: surroundings.printPdf ?? null },
    )
    if (missing?.code === 'pdf-no-window') {
      const { message, step } = renderProblem(missing, language)
      await check.progress(`${message} ${step}`)
    } else if (missing !== null) await check.problem(missing)
    const bytes = escalationPack(subject, files, now)
    await check.written({ paths: [await writeNewFile(folder, name, bytes, redaction?.guard.inspect)], problems: [] })
  } catch (cause) {
    await check.problem(savingProblem(cause, folder, name))
  }
}
