import { message } from '../../core/i18n/translate'
import type { Problem } from '../../core/model/problem'
import type { TextRef } from '../../core/model/text'
import { findLeaks, type FilePiece } from '../../core/redaction/leaks'
import type { Redactor } from '../../core/redaction/redactor'
import { NotKept } from '../files/new-file'
import { textFilePieces } from './file-pieces'

/** As many places as a sentence can name. */
const NAMED_PLACES = 5

function leakProblem(name: string, places: readonly TextRef[]): Problem {
  const shown = places.slice(0, NAMED_PLACES)
  return {
    code: 'redaction-leak',
    class: null,
    message: message('files.leak.found.message', { name, count: places.length, places: { list: shown } }),
    step: message('files.leak.found.step'),
  }
}

/** Reads finished files back and refuses those in which something hidden is still found. */
export class LeakGuard {
  /** How many hidden things were looked for last; null before the first file. */
  searched: number | null = null

  constructor(private readonly redactor: Redactor) {}

  /** For `writeNewFile`: the file as it lies on the disk. Throws `NotKept`. */
  readonly inspect = async (written: Uint8Array, name: string): Promise<void> => {
    const { filePieces } = await import('./binary-pieces')
    this.#check(name, await filePieces(name, written))
  }

  /** A text on its way to standard output or the clipboard; the ending of `name` says how it is read. Throws `NotKept`. */
  checkText(name: string, text: string): void {
    this.#check(name, textFilePieces(name, text))
  }

  #check(name: string, pieces: readonly FilePiece[]): void {
    const { searched, leaks } = findLeaks(this.redactor, [...pieces, ...textFilePieces('name', name)])
    this.searched = searched
    if (leaks.length === 0) return
    const places = leaks.map(({ hidden, where }) =>
      message('files.leak.place', { placeholder: hidden.placeholder, where }),
    )
    throw new NotKept(leakProblem(name, places))
  }
}
