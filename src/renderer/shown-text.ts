// Control and format characters (among them marks and overrides of text direction, and what has no width), separators of
// lines, halves of surrogate pairs, and Hangul fillers, which are blank letters.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu

// Joins the parts of one emoji and of some scripts' letters; harmless between visible characters.
const ZERO_WIDTH_JOINER = '\u200d'

/**
 * A text from a host as it may be shown or copied: what would be invisible, would break the line or turn the direction
 * of what follows is shown as a sign of its own (↵, or the code point in brackets). VM names are hostile input.
 */
export function shownText(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === ZERO_WIDTH_JOINER) return character
    if (character === '\n' || character === '\r') return '↵'
    const code = character.codePointAt(0) ?? 0
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/** A raw value as evidence shows it: a text as it is, texts side by side, everything else as JSON. */
export function rawValueText(value: unknown): string {
  if (typeof value === 'string') return shownText(value)
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    return value.map(shownText).join(', ')
  }
  if (Array.isArray(value)) return `[${value.map((item) => shownText(JSON.stringify(item) ?? 'null')).join(', ')}]`
  return shownText(JSON.stringify(value) ?? String(value))
}
