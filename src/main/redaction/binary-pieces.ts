// The library's build for Node declares a `require` that meets the bundler's own; the pure one needs none.
import { unzipSync } from 'fflate/browser'
import { message } from '../../core/i18n/translate'
import type { FilePiece } from '../../core/redaction/leaks'
import { readPdf } from '../pdf/read-pdf'
import { jsonPieces, textFilePieces } from './file-pieces'

async function pdfPieces(bytes: Uint8Array): Promise<readonly FilePiece[]> {
  const { pages, title, properties, outline } = await readPdf(bytes)
  return [
    // A line that was too long is broken anywhere, and spaces may be gaps only: without either the name stands in one piece.
    ...pages.flatMap((text, index) =>
      [text, text.replace(/\s+/g, '')].map((one) => ({
        where: message('files.leak.page', { page: index + 1 }),
        text: one,
        isValue: false,
      })),
    ),
    { where: message('files.leak.title'), text: title ?? '', isValue: false },
    ...jsonPieces(properties).map((piece) => ({ ...piece, where: message('files.leak.title') })),
    ...outline.map((text) => ({ where: message('files.leak.outline'), text, isValue: false })),
  ]
}

async function archivePieces(bytes: Uint8Array): Promise<readonly FilePiece[]> {
  const pieces: FilePiece[] = []
  for (const [file, content] of Object.entries(unzipSync(bytes))) {
    pieces.push({ where: message('files.leak.title'), text: file, isValue: false })
    for (const piece of await filePieces(file, content)) {
      pieces.push({ ...piece, where: message('files.leak.archive', { file, where: piece.where }) })
    }
  }
  return pieces
}

const beginsWith = (bytes: Uint8Array, begin: string): boolean =>
  Buffer.from(bytes.subarray(0, begin.length)).toString('latin1') === begin

/** The texts of a finished file as a reader gets them: a PDF and a zip by how they begin, because a person may name a file anyhow. */
export async function filePieces(name: string, bytes: Uint8Array): Promise<readonly FilePiece[]> {
  if (beginsWith(bytes, '%PDF-')) return pdfPieces(bytes)
  if (beginsWith(bytes, 'PK\u0003\u0004')) return archivePieces(bytes)
  return textFilePieces(name, Buffer.from(bytes).toString('utf8'))
}
