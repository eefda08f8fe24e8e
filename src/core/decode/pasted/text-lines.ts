import { isHtmlText, joinedRows, withoutLayoutTags } from './html-lines'

/** Longest text that is read, in UTF-16 units; what comes after is counted and named, not read. */
const TEXT_LIMIT = 16_000_000
const LINES_LIMIT = 200_000
const LINE_LIMIT = 10_000

/** One line to read. An HTML line can hold several rows, which then share its number. */
export interface Line {
  readonly number: number
  /** As pasted, without control sequences and quoting marks: for formats that know their own escapes. */
  readonly raw: string
  /** With entities replaced and odd spaces made plain, cut to a bounded length. */
  readonly text: string
}

const NO_LINE: Line = { number: 0, raw: '', text: '' }

/** The line at an index, an empty one before the first and after the last. */
export function lineAt(lines: readonly Line[], at: number): Line {
  return lines[at] ?? NO_LINE
}

/** A text taken apart, or why it is none. */
export type TextLines =
  | { readonly ok: true; readonly lines: readonly Line[]; readonly unread: number }
  | { readonly ok: false; readonly reason: 'empty' | 'binary' }

const ESC = '\u001b'
const BELL = '\u0007'
/** Colours and titles of a terminal. Bounded, so that text full of openings stays linear. */
const ESCAPES = new RegExp(
  `${ESC}(?:\\[[0-9;?]{0,40}[A-Za-z]|\\][^${ESC}${BELL}]{0,200}(?:${BELL}|${ESC}\\\\)|[()][A-Z0-9])`,
  'g',
)
/** Colours whose escape character was lost on the way. */
const COLOURS = /\[0m|\[\d{1,3}(?:;\d{1,3}){1,4}m/g
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
const INVISIBLE = /[\u200b\u2060\ufeff]/g
/** The last of them as `wmic` ends its lines where they go into a file. */
export const LINE_END = /\r\r?\n|[\n\r\u0085\u2028\u2029]/

/** A file in UTF-16 that was read as single bytes has a zero after (or before) every character. */
function withoutZeros(text: string): string {
  const sample = text.slice(0, 4096)
  let zeros = 0
  for (const char of sample) if (char === '\0') zeros += 1
  if (zeros === 0) return text
  return zeros * 4 >= sample.length ? text.replaceAll('\0', '').replace(/^[\ufffd\u00ff\u00fe]{1,2}/, '') : text
}

function isBinary(text: string): boolean {
  let odd = 0
  const sample = text.length > 65_536 ? text.slice(0, 65_536) : text
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    const isControl =
      (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) || code === 127
    if (isControl || code === 0xfffd) odd += 1
  }
  return odd * 12 > sample.length
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ndash: '-',
  mdash: '-',
  hellip: '…',
}

/** Replaces the entities that mail and ticket systems write; anything else stays as it is. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

/** Takes the marks of quoted mail off: "> > text". A continuation prompt of PowerShell goes with them. */
function withoutQuoting(line: string): string {
  let at = 0
  let end = 0
  for (;;) {
    let next = at
    while (next < line.length && next - at < 4 && line[next] === ' ') next += 1
    if (line[next] !== '>' || next > 60) break
    at = next + 1
    end = line[at] === ' ' ? at + 1 : at
  }
  return end === 0 ? line : line.slice(end)
}

function plain(raw: string): string {
  const text = raw.length > LINE_LIMIT ? raw.slice(0, LINE_LIMIT) : raw
  return text.replace(ODD_SPACES, ' ').replace(INVISIBLE, '').trimEnd()
}

/**
 * Takes a pasted text apart: byte order mark and zeros of UTF-16, terminal colours, quoting marks, entities and layout
 * tags of HTML are gone, every line knows its number in the text as it was pasted.
 */
export function linesOf(pasted: string): TextLines {
  const limited = withoutZeros(pasted.length > TEXT_LIMIT ? pasted.slice(0, TEXT_LIMIT) : pasted)
  if (limited.trim() === '') return { ok: false, reason: 'empty' }
  if (isBinary(limited)) return { ok: false, reason: 'binary' }
  const text = limited.replace(ESCAPES, '').replace(COLOURS, '')
  // CLIXML has entities of its own, behind which its names stand.
  const isEscaped = !text.includes('<Objs ') && /&(?:nbsp|quot|gt|#\d{1,4}|#x[0-9a-f]{1,4});/i.test(text)
  const isHtml = isHtmlText(text)
  const split = text.split(LINE_END)
  const parts = isHtml ? joinedRows(split) : split
  const lines: Line[] = []
  for (const [index, part] of parts.entries()) {
    if (index >= LINES_LIMIT) break
    if (part === null) continue
    const rows = isHtml && part.includes('<') ? withoutLayoutTags(part.slice(0, 200_000)) : [part]
    for (const row of rows) {
      const raw = withoutQuoting(row)
      const decoded = isEscaped && raw.includes('&') ? withoutQuoting(withoutEntities(raw)) : raw
      lines.push({ number: index + 1, raw: decoded, text: plain(decoded) })
    }
  }
  return { ok: true, lines, unread: Math.max(0, parts.length - LINES_LIMIT) + (pasted.length > TEXT_LIMIT ? 1 : 0) }
}

/** A text without white space and any of `signs` at its ends. */
export function stripped(text: string, signs: string): string {
  const isOuter = (char: string | undefined): boolean =>
    char !== undefined && (signs.includes(char) || char.trim() === '')
  let from = 0
  let to = text.length
  while (from < to && isOuter(text[from])) from += 1
  while (to > from && isOuter(text[to - 1])) to -= 1
  return text.slice(from, to)
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Cells that a character takes in a console: two for East Asian ones. */
export function cellsOf(char: string): number {
  return WIDE.test(char) ? 2 : 1
}

/** Width of a text in a console. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += cellsOf(char)
  return width
}

/** Whether a line is as long as mail programs make them before they break. */
export function isMailWidth(text: string): boolean {
  return text.length >= 55 && text.length <= 130
}
