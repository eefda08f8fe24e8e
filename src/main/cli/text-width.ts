/** Ranges of East Asian Wide and Fullwidth characters and of pictographs: two columns in a terminal (Unicode, EastAsianWidth). */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
]

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const PLAIN = /^[\x20-\x7e]*$/

function clusterWidth(cluster: string): 0 | 1 | 2 {
  const code = cluster.codePointAt(0) ?? 0
  if (/^\p{M}/u.test(cluster)) return 0
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

/** Columns that a text takes in a terminal: Hangul, Han, kana and pictographs two, what is put above a letter none. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += clusterWidth(segment)
  return width
}

/** The beginning of a text that fits into some columns, and the rest. */
function split(text: string, width: number): readonly [head: string, rest: string] {
  let used = 0
  for (const { segment, index } of graphemes.segment(text)) {
    used += clusterWidth(segment)
    if (used > width) return [text.slice(0, index), text.slice(index)]
  }
  return [text, '']
}

/** A text in exactly so many columns: cut with … or filled with spaces. */
export function fit(text: string, width: number): string {
  const shown = widthOf(text) > width ? `${split(text, Math.max(0, width - 1))[0]}…` : text
  return shown + ' '.repeat(Math.max(0, width - widthOf(shown)))
}

/** A text in lines of at most so many columns, broken at spaces, and inside a word only where one alone is too long. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    let rest = word
    if (line !== '' && widthOf(line) + 1 + widthOf(rest) > width) {
      lines.push(line)
      line = ''
    }
    while (widthOf(rest) > width) {
      const [head, tail] = split(rest, width)
      // A column too few for even one character: give that up rather than the character.
      if (head === '') break
      lines.push(head)
      rest = tail
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  return line === '' ? lines : [...lines, line]
}
