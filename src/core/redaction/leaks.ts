import type { TextRef } from '../model/text'
import { networkTexts } from './network-texts'
import type { Hidden } from './placeholders'
import { type Redactor, sameAddress } from './redactor'

/** A piece of a finished file: where it stands, its text, and whether the text is a value of its own (a cell, a JSON string). */
export interface FilePiece {
  readonly where: TextRef
  readonly text: string
  readonly isValue: boolean
}

/** Something hidden that was found all the same. */
export interface Leak {
  readonly hidden: Hidden
  readonly where: TextRef
}

/** What the search of a finished file came to. */
export interface LeakReport {
  /** How many names, addresses and ids were looked for. */
  readonly searched: number
  readonly leaks: readonly Leak[]
}

const ADDRESS_KINDS = new Set(['mac', 'sid', 'private', 'public', 'loopback', 'link-local'])
const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi

/**
 * Looks for everything a redactor has hidden in the pieces of a finished file. A name that is an ordinary word too counts
 * only where it is a value of its own.
 */
export function findLeaks(redactor: Redactor, pieces: Iterable<FilePiece>): LeakReport {
  const hidden = redactor.hidden
  const addresses = new Map(
    hidden.filter(({ kind }) => ADDRESS_KINDS.has(kind)).map((entry) => [`${entry.kind} ${entry.original}`, entry]),
  )
  const ids = new Map(hidden.filter(({ kind }) => kind === 'id').map((entry) => [entry.original, entry]))
  const leaks = new Map<string, Leak>()
  const tell = (found: Hidden | null | undefined, where: TextRef): void => {
    if (found) leaks.set(`${found.kind} ${found.placeholder} ${JSON.stringify(where)}`, { hidden: found, where })
  }
  for (const { where, text, isValue } of pieces) {
    for (const found of redactor.leaksIn(text)) tell(found, where)
    if (isValue) tell(redactor.named(text), where)
    for (const spotted of networkTexts(text)) {
      tell(addresses.get(`${spotted.kind} ${sameAddress(spotted.text, spotted.kind)}`), where)
    }
    if (ids.size > 0) for (const [id] of text.matchAll(GUID)) tell(ids.get(id.toUpperCase()), where)
  }
  return { searched: hidden.length, leaks: [...leaks.values()] }
}
