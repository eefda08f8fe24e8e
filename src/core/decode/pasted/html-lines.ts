const LAYOUT = /<(?:t[dh]|table|pre|p|div|br)\b[^<>]{0,300}>/i
const ROW_LINES = 200
const ROW_END = /<\/tr\s?>/i

/** Whether a text is HTML, or holds a table of it. */
export function isHtmlText(text: string): boolean {
  return LAYOUT.test(text)
}

/**
 * Lines with every row of a table on the line where it begins; null stands for the lines that it took. Mail programs write
 * each cell, and the paragraph inside it, on a line of its own.
 */
export function joinedRows(parts: readonly string[]): readonly (string | null)[] {
  const lines: (string | null)[] = [...parts]
  for (const [at, first] of parts.entries()) {
    if (lines[at] === null || !/<tr\b/i.test(first) || ROW_END.test(first)) continue
    const below = parts.slice(at + 1, at + 1 + ROW_LINES)
    const length = below.findIndex((part) => /<tr\b/i.test(part) || ROW_END.test(part)) + 1
    const row = parts.slice(at, at + 1 + length)
    if (!row.slice(1).some((part) => ROW_END.test(part))) continue
    lines.fill(null, at, at + row.length)
    lines[at] = row.join(' ')
  }
  return lines
}

/** Rows of HTML as lines with a bar after each cell. Tags that are no layout are kept: they can be somebody's VM name. */
export function withoutLayoutTags(text: string): readonly string[] {
  return text
    .replace(/<\/?o:p\s?\/?>/gi, '')
    .replace(/(?:<\/(?:p|div|span|b|i|font|strong)\s?>\s{0,20}){1,12}(?=<\/t[dh]\s?>)/gi, '')
    .replace(/<\/t[dh]\s?>/gi, '|')
    .replace(/<(?:br\s?\/?|\/tr|\/p|\/div|\/pre|\/li|\/table|\/colgroup|\/head|\/style)\s?>/gi, '\n')
    .replace(
      /<\/?(?:!doctype|html|body|head|title|table|thead|tbody|colgroup|col|tr|t[dh]|p|pre|div|span|code|b|i|strong|em|li|ul|ol|font|blockquote)\b[^<>]{0,300}>/gi,
      '',
    )
    .split('\n')
    .map((row) => row.trimEnd())
    .filter((row, _index, all) => row !== '' || all.length === 1)
    .map((row) => (row.endsWith('|') ? `|${row}` : row))
}
