import { isUtf8 } from 'node:buffer'

/** The text of a file's bytes, or the position of the first byte that belongs to no text we read. */
export type TextResult = { readonly text: string } | { readonly badByte: number }

const REPLACEMENT = Buffer.from('\uFFFD')

/** First byte that is no UTF-8, or null. A character cut at the very end counts as a text that ends too early. */
function firstBadByte(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null
  const lossy = bytes.toString('utf8')
  let position = 0
  let from = 0
  for (let at = lossy.indexOf('\uFFFD'); at !== -1; at = lossy.indexOf('\uFFFD', at + 1)) {
    position += Buffer.byteLength(lossy.slice(from, at))
    // The character itself may stand in the file.
    const written = bytes.subarray(position, position + 3).equals(REPLACEMENT)
    if (!written) return position >= bytes.length - 3 ? null : position
    position += 3
    from = at + 1
  }
  return null
}

function decodeUtf16(bytes: Buffer, bigEndian: boolean): TextResult {
  // An odd byte at the end is half a character of a file that was cut.
  const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return { text: (bigEndian ? whole.swap16() : whole).toString('utf16le') }
}

/**
 * Decodes UTF-8 with or without a byte order mark, and UTF-16 of both byte orders, as Windows PowerShell's `>` writes
 * it. Without a mark UTF-16 is known by the zero byte beside the first character, which is a brace in a capture.
 */
export function decodeText(bytes: Buffer): TextResult {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), false)
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), true)
  if (first === 0x7b && second === 0x00) return decodeUtf16(bytes, false)
  if (first === 0x00 && second === 0x7b) return decodeUtf16(bytes, true)
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  const zero = bytes.indexOf(0)
  const bad = firstBadByte(bytes)
  if (zero !== -1 && (bad === null || zero < bad)) return { badByte: zero }
  if (bad !== null) return { badByte: bad }
  return { text: bytes.toString('utf8', marked ? 3 : 0) }
}
