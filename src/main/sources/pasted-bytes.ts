import { decodeText, type TextResult } from './capture-text'

/** So much of a text tells how it is written. */
const SAMPLE_BYTES = 65_536
/** Letters, marks and signs of the languages that hosts and tickets are written in, and plain white space. */
const READABLE =
  /[\t\n\r\x20-\x7e\u00a0-\u024f\u0370-\u04ff\u2000-\u206f\u20a0-\u20cf\u2100-\u27bf\u3000-\u30ff\u3130-\u318f\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g
const PLAIN = /[\t\n\r\x20-\x7e]/g
const LEAST_READABLE = 0.97
/** Spaces, line ends and English property names are in every text that we can use. */
const LEAST_PLAIN = 0.1

function share(text: string, pattern: RegExp): number {
  return text.length === 0 ? 0 : (text.match(pattern)?.length ?? 0) / text.length
}

function utf16(bytes: Buffer, bigEndian: boolean): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return (bigEndian ? even.swap16() : even).toString('utf16le')
}

/** Text of UTF-16 without a byte order mark, or null where the bytes are none. */
function withoutMark(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const [better] = [false, true]
    .map((bigEndian) => ({ bigEndian, text: utf16(sample, bigEndian) }))
    .sort((a, b) => share(b.text, PLAIN) - share(a.text, PLAIN))
  if (better === undefined || share(better.text, PLAIN) < LEAST_PLAIN) return null
  return share(better.text, READABLE) < LEAST_READABLE ? null : utf16(bytes, better.bigEndian)
}

interface CodePage {
  readonly label: string
  /** What most letters that are not plain must be, so that the bytes of another code page are not taken for this one. */
  readonly own: RegExp
  readonly least: number
}

/** Code pages of Windows that tickets are saved in, in the order in which a wrong one is unlikely. Names as the Encoding Standard has them. */
const CODE_PAGES: readonly CodePage[] = [
  { label: 'euc-kr', own: /[\uac00-\ud7a3]/g, least: 0.8 },
  { label: 'shift_jis', own: /[\u3040-\u30ff\u4e00-\u9fff]/g, least: 0.9 },
  { label: 'gbk', own: /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g, least: 0.95 },
  { label: 'windows-1251', own: /[\u0400-\u04ff]{3}/g, least: 0.2 },
]
/** What code page 1252 has at 0x80 to 0x9f; the decoder of Node has control characters there. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** A text in a Western code page is mostly plain letters; bytes of a program are not. */
const LEAST_PLAIN_WESTERN = 0.7
const LEAST_ALONE = 0.7

/** Whether letters beyond the plain ones stand alone, as in Western words; those of other code pages stand together. */
function looksWestern(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const isHigh = (at: number): boolean => (sample[at] ?? 0) >= 0x80
  let high = 0
  let alone = 0
  for (let at = 0; at < sample.length; at += 1) {
    if (!isHigh(at)) continue
    high += 1
    if (!isHigh(at - 1) && !isHigh(at + 1)) alone += 1
  }
  return alone >= high * LEAST_ALONE && sample.length - high >= sample.length * LEAST_PLAIN_WESTERN
}

function westernText(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (char) => WESTERN[char.charCodeAt(0) - 0x80] ?? char)
}

function inCodePage(bytes: Buffer, { label, own, least }: CodePage): string | null {
  try {
    // As a stream, because a text can be cut within a letter.
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
    return share(text.slice(0, SAMPLE_BYTES).replace(PLAIN, ''), own) < least ? null : text
  } catch {
    return null
  }
}

/**
 * Decodes the bytes of a pasted text as generously as is safe: everything that `decodeText` reads, UTF-16 without a byte
 * order mark, UTF-8 with stray zeros, and the Windows code pages 949, 932, 936, 1251 and 1252, which carry no mark either.
 * Anything else is no text, and the position of its first odd byte is given.
 */
export function decodePastedBytes(bytes: Buffer): TextResult {
  const decoded = decodeText(bytes)
  if ('text' in decoded) return decoded
  const hasZeros = bytes.subarray(0, SAMPLE_BYTES).includes(0)
  const utf16Text = hasZeros ? withoutMark(bytes) : null
  if (utf16Text !== null) return { text: utf16Text }
  if (bytes.includes(0)) {
    const rest = Buffer.from(bytes.filter((byte) => byte !== 0))
    const isStray = (bytes.length - rest.length) * 50 <= bytes.length
    const plain = isStray ? decodeText(rest) : decoded
    return 'text' in plain ? plain : decoded
  }
  if (looksWestern(bytes)) return { text: westernText(bytes) }
  for (const page of CODE_PAGES) {
    const text = inCodePage(bytes, page)
    if (text !== null) return { text }
  }
  return decoded
}
