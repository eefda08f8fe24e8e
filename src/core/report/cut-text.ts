const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A text of at most `limit` characters, cut at whole characters with … where it was longer. Counted in UTF-16 code
 * units, as ServiceNow and Jira (both Java) count; whoever counts code points counts fewer.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit < 1) return ''
  let end = 0
  // Only the beginning is looked at: a name of a megabyte costs no more than one of a hundred characters.
  for (const { segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (end + segment.length > limit - 1) break
    end += segment.length
  }
  return `${text.slice(0, end)}…`
}
