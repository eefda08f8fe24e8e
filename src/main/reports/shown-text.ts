/** Control and format characters (escape sequences, turns of the text direction, what has no width), line separators, halves of surrogate pairs, and Hangul fillers, which are blank letters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu

// Joins the parts of one emoji and of some scripts' letters; harmless between visible characters.
const ZERO_WIDTH_JOINER = '\u200d'

/**
 * A text from a host as it may stand in a report, in a terminal and in a file name: what could not be seen, would end
 * the line, turn the direction of what follows or command the terminal is shown as a sign of its own (␛, [U+202E]).
 */
export function shownText(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === ZERO_WIDTH_JOINER) return character
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/** A raw value as evidence shows it: as JSON, except that a text stands as it is. */
export function rawValueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

/**
 * JSON in one line that no reader, terminal or HTML page takes for anything else: everything invisible, and what could
 * open or close a tag, is escaped inside the strings. Reads back as the same value.
 */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>&]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
