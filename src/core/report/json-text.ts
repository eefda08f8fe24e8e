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
