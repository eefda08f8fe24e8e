import { shownText } from '../i18n/shown-text'
import { SERVICE_CLASSES, SERVICES } from '../model/service'
import { type Found, NameTrie } from './name-trie'
import { accountNames, domainBehind, machineNames, type NamedThing, namesByForm } from './name-sources'
import { networkTexts } from './network-texts'
import { isOrdinaryWord } from './own-words'
import { type Hidden, type HiddenKind, Placeholders } from './placeholders'

/** `names`: names, addresses, accounts and notes are replaced; `strict`: ids too. */
export const REDACTION_LEVELS = ['names', 'strict'] as const
export type RedactionLevel = (typeof REDACTION_LEVELS)[number]

/** A name that is looked for: what stands in its place, and whether it is an ordinary word too. */
export interface KnownName {
  readonly hidden: Hidden
  readonly isOrdinary: boolean
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly with: string
}

const GUID = /(?<![0-9A-Fa-f-])[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![0-9A-Fa-f-])/g
/** Ids of Microsoft's own, the same on every host, and the one of nothing: a service that is no checkpoint's has it. */
const FIXED_IDS = new Set([
  ...SERVICES.map((id) => SERVICE_CLASSES[id].componentId),
  '00000000-0000-0000-0000-000000000000',
])
const OPENING = /['"“‘«「『`([<\\/]/
const CLOSING = /['"”’»」』`)\]>\\/]/

const SOURCE = 'SOURCE-'

/** Which name wins where one word is the name of several things. */
const PRIORITY: readonly HiddenKind[] = ['host', 'vm', 'guest', 'domain', 'user', 'source', 'ticket']

/** Where a name without its spaces is long enough not to be met by chance. */
const SQUEEZED_LENGTH = 6

/** A name as it may be spelled: composed and decomposed Hangul, made visible, in a copied piece of a page, without its spaces as a PDF can hold it. */
function formsOf(name: string): readonly string[] {
  const inPage = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const squeezed = name.replace(/\s+/g, '')
  const forms = [name, name.normalize('NFC'), name.normalize('NFD'), shownText(name), inPage]
  return [...new Set(squeezed.length < SQUEEZED_LENGTH ? forms : [...forms, squeezed])]
}

/** One form of an address for all that it is written in: 10-20-1-15, 00-15-5D-00-00-01. */
export function sameAddress(text: string, kind: HiddenKind): string {
  if (kind === 'mac') return text.replace(/[:-]/g, '').toUpperCase()
  return /^\d{1,3}[-_]/.test(text) ? text.replace(/[-_]/g, '.') : text.toLowerCase()
}

/** What follows a piece of a line up to the next space, and how many spaces follow then. */
function spaceBehind(text: string, end: number): { readonly behind: string; readonly gap: number } {
  const behind = /^\S*/.exec(text.slice(end))?.[0] ?? ''
  return { behind, gap: /^ */.exec(text.slice(end + behind.length))?.[0].length ?? 0 }
}

function isQuoted(text: string, start: number, end: number): boolean {
  return OPENING.test(text.charAt(start - 1)) && CLOSING.test(text.charAt(end))
}

/**
 * Replaces names, addresses and ids. First everything that is to be written is learned from (`learn`, `learnFrom`), so
 * that a name known from one source is found in every other; then `settle` gives the placeholders, and texts can be
 * redacted. The same is always replaced by the same.
 */
export class Redactor {
  readonly #learned = new Map<string, NamedThing>()
  readonly #texts: string[] = []
  readonly #placeholders: Placeholders
  readonly #trie = new NameTrie<KnownName>()
  readonly #byKind = new Map<string, Hidden>()
  #isSettled = false

  constructor(
    readonly level: RedactionLevel,
    earlier: readonly Hidden[] = [],
  ) {
    this.#placeholders = new Placeholders(earlier)
    for (const { kind, original } of earlier) if (PRIORITY.includes(kind)) this.learn({ kind, name: original })
  }

  /** Takes a name that a field of its own gave. */
  learn(...things: readonly NamedThing[]): void {
    for (const { kind, name } of things) {
      const trimmed = name.trim()
      const key = `${kind} ${trimmed.toLowerCase()}`
      if (trimmed !== '' && !this.#learned.has(key)) this.#learned.set(key, { kind, name: trimmed })
    }
  }

  /** Takes a text that names may stand in; they are looked for when all names are known. */
  learnFrom(text: string): void {
    this.learn(...namesByForm(text))
    if (/[\\.]/.test(text)) this.#texts.push(text)
  }

  /** Gives every name its placeholder. Nothing can be learned after it. */
  settle(): void {
    if (this.#isSettled) return
    this.#isSettled = true
    this.#learnBehind()
    const names = new Set([...this.#learned.values()].map(({ name }) => name.toLowerCase()))
    const isName = (text: string): boolean => names.has(text.toLowerCase())
    for (const kind of PRIORITY) {
      for (const thing of this.#learned.values()) {
        if (thing.kind !== kind) continue
        const hidden = this.#placeholders.give(kind, thing.name, isName)
        this.#byKind.set(`${kind} ${thing.name.toLowerCase()}`, hidden)
        this.#add(hidden)
      }
    }
    this.#texts.length = 0
  }

  #add(hidden: Hidden): void {
    const isOrdinary = isOrdinaryWord(hidden.original) || this.#placeholders.isGiven(hidden.original)
    for (const form of formsOf(hidden.original)) this.#trie.add(form, { hidden, isOrdinary })
  }

  /** Domains behind names that are known, and accounts of domains that are. */
  #learnBehind(): void {
    const known = new NameTrie<true>()
    for (const { name } of this.#learned.values()) if (!isOrdinaryWord(name)) known.add(name, true)
    for (const text of this.#texts) {
      for (const { end } of known.find(text)) this.learn(...domainBehind(text, end))
    }
    const words = new Set([...this.#learned.values()].map(({ name }) => name.toLowerCase()))
    for (const text of this.#texts) this.learn(...accountNames(text, (word) => words.has(word.toLowerCase())))
  }

  /** The placeholder of a machine's name that stands in a field of its own; the field says what it is. */
  name(kind: 'host' | 'vm' | 'guest' | 'domain' | 'user', text: string): string {
    const own = this.#byKind.get(`${kind} ${text.trim().toLowerCase()}`)
    return own?.placeholder ?? this.value(text)
  }

  /** The placeholder of a person or ticket that a field of its own names, known before or not. */
  placeholder(kind: 'user' | 'ticket', text: string): string {
    const original = text.trim()
    return (this.#byKind.get(`${kind} ${original.toLowerCase()}`) ?? this.#placeholders.give(kind, original))
      .placeholder
  }

  /** A value that may be a name as a whole, an ordinary word as well; numbers and versions are not. */
  value(text: string): string {
    const whole = /^[\d.\s-]*$/.test(text) ? undefined : this.#trie.get(text.trim())
    return whole?.hidden.placeholder ?? this.text(text)
  }

  /** A text with every name, address and id replaced. Ordinary words only where they are quoted. */
  text(text: string): string {
    return this.#replaceIds(this.#replaceAddresses(this.#replaceNames(text)))
  }

  /**
   * A line of a text that somebody pasted. In a table a name that is replaced by something shorter is filled up with
   * spaces, one that grows takes some of those behind it; and an ordinary word that fills a cell is a name there. Where
   * `isThorough`, every word that is a name is taken for one.
   */
  line(text: string, isTable: boolean, isThorough = false): string {
    if (!isTable && !isThorough) return this.text(text)
    const pieces = isThorough ? this.#everyName(text) : this.#namesInTable(text)
    const named = this.#rewrite(text, pieces, isTable)
    const addresses = this.#rewrite(named, this.#addressesIn(named), isTable)
    return this.#replaceIds(addresses)
  }

  /** Where a line of a table has too little room for what comes in: the column behind, and how many spaces are missing. */
  overflow(text: string): readonly { readonly column: number; readonly missing: number }[] {
    return [...this.#namesInTable(text), ...this.#addressesIn(text)].flatMap(({ start, end, with: placeholder }) => {
      const { behind, gap } = spaceBehind(text, end)
      const missing = placeholder.length - (end - start) - (gap - 1)
      return gap > 0 && missing > 0 ? [{ column: end + behind.length + gap, missing }] : []
    })
  }

  #namesInTable(text: string): readonly Piece[] {
    const isCell = (start: number, end: number): boolean =>
      /(?:^| {2})$/.test(text.slice(0, start)) && /^(?: |$)/.test(text.slice(end))
    return this.#trie
      .find(text, ({ start, end, value }) => !value.isOrdinary || isQuoted(text, start, end) || isCell(start, end))
      .map(({ start, end, value }) => ({ start, end, with: value.hidden.placeholder }))
  }

  #everyName(text: string): readonly Piece[] {
    return this.#trie.find(text).map(({ start, end, value }) => ({ start, end, with: value.hidden.placeholder }))
  }

  /** A text that a product writes of itself: a system's name or version, in which four numbers are no address. */
  productText(text: string): string {
    const named = this.#replaceNames(text)
    return this.#replaceIds(/^v?\d+(?:\.\d+)*/i.test(text.trim()) ? named : this.#replaceAddresses(named))
  }

  /** Everything that was replaced, for the private map. */
  get hidden(): readonly Hidden[] {
    return this.#placeholders.all
  }

  /** Names that stand in a text although they should not; ordinary words do not count. */
  leaksIn(text: string): readonly Hidden[] {
    // A file called 1.hvcapture is found in its own placeholder: SOURCE-1.hvcapture.
    const isOwn = (start: number): boolean => start >= SOURCE.length && text.startsWith(SOURCE, start - SOURCE.length)
    return this.#trie
      .find(text, ({ value, start }) => !value.isOrdinary && !isOwn(start))
      .map(({ value }) => value.hidden)
  }

  /** The hidden thing that a whole value names, an ordinary word as well. */
  named(text: string): Hidden | null {
    return this.#trie.get(text.trim())?.hidden ?? null
  }

  #replaceNames(text: string): string {
    const accept = ({ start, end, value }: Found<KnownName>): boolean => !value.isOrdinary || isQuoted(text, start, end)
    return this.#rewrite(
      text,
      this.#trie.find(text, accept).map(({ start, end, value }) => ({ start, end, with: value.hidden.placeholder })),
    )
  }

  #replaceAddresses(text: string): string {
    return this.#rewrite(text, this.#addressesIn(text))
  }

  #addressesIn(text: string): readonly Piece[] {
    return networkTexts(text).map(({ start, end, text: original, kind }) => ({
      start,
      end,
      with: this.#placeholders.give(kind, sameAddress(original, kind)).placeholder,
    }))
  }

  #replaceIds(text: string): string {
    if (this.level !== 'strict' || !text.includes('-')) return text
    return text.replace(GUID, (id) => {
      const upper = id.toUpperCase()
      const isOurs = FIXED_IDS.has(upper) || this.#placeholders.isGiven(upper)
      return isOurs ? id : this.#placeholders.give('id', upper).placeholder
    })
  }

  #rewrite(text: string, pieces: readonly Piece[], keepsColumns = false): string {
    if (pieces.length === 0) return text
    let result = ''
    let from = 0
    for (const { start, end, with: placeholder } of pieces) {
      result += text.slice(from, start) + placeholder
      from = end
      if (!keepsColumns) continue
      const { behind, gap } = spaceBehind(text, end)
      if (gap === 0) continue
      const grown = placeholder.length - (end - start)
      result += behind + ' '.repeat(Math.max(1, gap - grown))
      from = end + behind.length + gap
    }
    return result + text.slice(from)
  }
}

/** Everything a machine can be called, to be learned; see `machineNames`. */
export function learnMachine(redactor: Redactor, kind: 'host' | 'vm' | 'guest', name: unknown): void {
  if (typeof name === 'string') redactor.learn(...machineNames(kind, name))
}
