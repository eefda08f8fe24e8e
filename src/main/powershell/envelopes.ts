/** Largest envelope that is read, in characters; the rows of a thousand VMs need about one million. */
const LENGTH_LIMIT = 128 * 1024 * 1024

/** A complete envelope: `content` is base64 of gzip of JSON, or the JSON itself where `isPlain`. */
export interface Envelope {
  readonly kind: 'envelope'
  readonly name: string
  readonly isPlain: boolean
  readonly content: string
}

/** What stood between the frames of an answer. */
export type EnvelopeEvent = Envelope | { readonly kind: 'damaged'; readonly name: string }

const HEAD = /^(\d{1,9}) ([A-Za-z][\w-]{0,99})( plain)?$/
const BODY = /^[A-Za-z0-9+/]*={0,2}$/

/** What a line adds to an envelope; null for a line of other software. */
function bodyOf(line: string, isPlain: boolean): string | null {
  if (isPlain) return /^:[\x20-\x7e]*:$/.test(line) ? line.slice(1, -1) : null
  return BODY.test(line) ? line : null
}

/**
 * Reads the envelopes of an answer line by line:
 *
 *     @@NONCE LENGTH NAME
 *     base64, in any number of lines, LENGTH characters altogether
 *     @@NONCE end
 *
 * Where the collector may not compress (Constrained Language Mode), the head ends with `plain`, and each line holds a
 * part of the JSON, in ASCII, between two colons.
 *
 * Only what is framed by the call's own nonce and has the announced length is an envelope. Everything else is noise of
 * other software in the session and is counted, never used. Nothing that comes in makes it throw.
 */
export class EnvelopeReader {
  #open: { name: string; length: number; isPlain: boolean; received: number; parts: string[] } | null = null
  #noise = 0
  readonly #mark: string

  constructor(nonce: string) {
    this.#mark = `@@${nonce} `
  }

  /** Characters that belonged to no envelope. */
  get noise(): number {
    return this.#noise
  }

  /** Takes the next line, without its line end, and gives what it completed. */
  takeLine(line: string): readonly EnvelopeEvent[] {
    if (line.startsWith(this.#mark)) return this.#takeMark(line.slice(this.#mark.length).trimEnd())
    const body = this.#open === null ? null : bodyOf(line.trim(), this.#open.isPlain)
    if (this.#open === null || body === null) {
      this.#noise += line.trim().length
      return []
    }
    this.#open.received += body.length
    if (this.#open.received <= this.#open.length) this.#open.parts.push(body)
    return []
  }

  /** What is left open when the output ends: an envelope that was cut off. */
  finish(): readonly EnvelopeEvent[] {
    return this.#close(false)
  }

  #takeMark(rest: string): readonly EnvelopeEvent[] {
    if (rest === 'end') return this.#close(true)
    const head = HEAD.exec(rest)
    if (head === null) {
      this.#noise += rest.length
      return []
    }
    const cutOff = this.#close(false)
    const isPlain = head[3] !== undefined
    this.#open = { name: head[2] ?? '', length: Number(head[1]), isPlain, received: 0, parts: [] }
    return cutOff
  }

  #close(ended: boolean): readonly EnvelopeEvent[] {
    const open = this.#open
    this.#open = null
    if (open === null) return []
    const whole = ended && open.received === open.length && open.length <= LENGTH_LIMIT
    if (!whole) return [{ kind: 'damaged', name: open.name }]
    return [{ kind: 'envelope', name: open.name, isPlain: open.isPlain, content: open.parts.join('') }]
  }
}
