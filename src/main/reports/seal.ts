import { createHash } from 'node:crypto'
import { type Html, trusted } from '../../core/report/html'

/**
 * What stands in the place of a report's hash while it is counted: 64 zeros.
 *
 * To check a report by hand: take the value of `<meta name="integration-doctor-sha256">`, replace it by 64 zeros
 * wherever it stands in the file, and count SHA-256 over the file's bytes. The result is the value.
 */
const BLANK_SEAL = '0'.repeat(64)

/** Marks the places of the hash in a page that is not sealed yet. No text brings this character in: `html` shows it as a sign. */
const PLACE = '\0'
export const SEAL_PLACE: Html = trusted(PLACE)

const SEAL = /<meta name="integration-doctor-sha256" content="([0-9a-f]{64})"/

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A page, given in pieces, with its hash in the places that `SEAL_PLACE` marks. */
export function sealed(pieces: readonly string[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece.replaceAll(PLACE, BLANK_SEAL), 'utf8')
  const seal = hash.digest('hex')
  return pieces.map((piece) => piece.replaceAll(PLACE, seal)).join('')
}

/** Whether a report is as it was written; null where it carries no hash. */
export function isSealIntact(page: string): boolean | null {
  const seal = SEAL.exec(page)?.[1]
  return seal === undefined ? null : sha256(page.replaceAll(seal, BLANK_SEAL)) === seal
}
