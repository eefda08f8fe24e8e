import { createHash } from 'node:crypto'

/**
 * What stands in the place of a report's hash while it is counted: 64 zeros.
 *
 * To check a report by hand: take the value of `<meta name="integration-doctor-sha256">`, replace it by 64 zeros
 * wherever it stands in the file, and count SHA-256 over the file's bytes. The result is the value.
 */
export const BLANK_SEAL = '0'.repeat(64)

const SEAL = /<meta name="integration-doctor-sha256" content="([0-9a-f]{64})"/

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A page with its hash in it. `page` is made twice: the hash is counted over the page that has the blank in its place. */
export function sealed(page: (seal: string) => string): string {
  return page(sha256(page(BLANK_SEAL)))
}

/** Whether a report is as it was written; null where it carries no hash. */
export function isSealIntact(page: string): boolean | null {
  const seal = SEAL.exec(page)?.[1]
  return seal === undefined ? null : sha256(page.replaceAll(seal, BLANK_SEAL)) === seal
}
