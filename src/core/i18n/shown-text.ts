// Control and format characters (escape sequences, turns of the text direction, what has no width), separators of lines,
// halves of surrogate pairs, and Hangul fillers, which are blank letters.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu

// Joins the parts of one emoji and of some scripts' letters; harmless between visible characters.
const ZERO_WIDTH_JOINER = '\u200d'

/**
 * A text from a host as it may be shown, copied, printed in a terminal or put into a file name: what could not be seen,
 * would end the line, turn the direction of what follows or command the terminal is shown as a sign of its own (↵, ␛,
 * [U+202E]). VM names are hostile input.
 */
export function shownText(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === ZERO_WIDTH_JOINER) return character
    if (character === '\n' || character === '\r') return '↵'
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}
