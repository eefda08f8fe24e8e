import { basename, resolve } from 'node:path'
import type { Problem } from '../../core/model/problem'
import { readCaptureFile, sha256 } from './capture-file'
import { captureOfPaste, type PastedTextResult, readPastedText } from './pasted-text'
import type { OpenedSource } from './source-store'

/** The ending of captures, as this program names them. */
export const CAPTURE_EXTENSION = '.hvcapture'

/** Files that people save output to. */
const TEXT_FILE = /\.(?:txt|log|csv|json)$/i

/** Whether a file that could not be read as a capture is none at all, so that it may be a text. A damaged capture never is one. */
function isNoCapture({ code }: Problem, name: string): boolean {
  if (['capture-not-json', 'capture-other-json', 'capture-other-schema', 'capture-binary'].includes(code)) return true
  // The start of a capture and the cut-off output of ConvertTo-Json look the same; the file's ending says which is meant.
  return code === 'capture-truncated' && !name.toLowerCase().endsWith('.json')
}

function pastedSource(key: string, name: string, result: PastedTextResult): OpenedSource {
  return {
    kind: 'pasted',
    key,
    name,
    origin: name,
    capture: result.ok ? result.capture : null,
    problem: result.ok ? null : result.problem,
  }
}

/** A text that a person pasted; the same text is the same source. `name` is its file's, null where it came without. */
export function openText(text: string, name: string | null, pastedAt: Date): OpenedSource {
  return pastedSource(`text:${sha256(text)}`, name ?? '', captureOfPaste(text, name, pastedAt))
}

/**
 * A file as it was opened, whether or not it could be read; opened again, it is the same source. A text file that is no
 * capture is read as a text that was pasted. A problem names the file as `shownAs`, by default its name without the folder.
 */
export async function openFile(path: string, openedAt: Date, shownAs = basename(path)): Promise<OpenedSource> {
  const full = resolve(path)
  const key = `file:${full}`
  const name = basename(full)
  const result = await readCaptureFile(full, shownAs)
  if (!result.ok && TEXT_FILE.test(name) && isNoCapture(result.problem, name)) {
    return pastedSource(key, name, await readPastedText(full, openedAt, shownAs))
  }
  return {
    kind: 'capture',
    key,
    origin: name,
    name: name.toLowerCase().endsWith(CAPTURE_EXTENSION) ? name.slice(0, -CAPTURE_EXTENSION.length) : name,
    capture: result.ok ? result.capture : null,
    problem: result.ok ? null : result.problem,
  }
}
