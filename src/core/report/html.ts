import { shownText } from '../i18n/shown-text'

/** A piece of HTML that was made by `html`, and so is safe to stand in a page. */
export class Html {
  readonly #text: string

  constructor(strings: readonly string[], values: readonly HtmlValue[]) {
    let text = strings[0] ?? ''
    for (let index = 1; index < strings.length; index += 1) text += render(values[index - 1]) + (strings[index] ?? '')
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in a template. A text is escaped; null, undefined and false are nothing. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Anything but printable ASCII and Hangul syllables, or a sign of HTML: most texts have none, and cost one look. */
const UNUSUAL = /[^\x20-\x7e\uac00-\ud7a3]|[&<>"']/

/** A text as content or as a quoted attribute: escaped, and what is invisible in it shown. */
export function escaped(text: string): string {
  if (!UNUSUAL.test(text)) return text
  return shownText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.toString()
  if (!Array.isArray(value)) return escaped(String(value as string | number))
  let text = ''
  for (const item of value as readonly HtmlValue[]) text += render(item)
  return text
}

/** Templates without the indentation of the source, which would be a third of a large report. */
const withoutIndent = new WeakMap<TemplateStringsArray, readonly string[]>()

/**
 * HTML from a template. Every text put in is escaped, for content and for quoted attributes alike, and what is
 * invisible in it is made visible; only other pieces made here go in as they are.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let parts = withoutIndent.get(strings)
  if (parts === undefined) {
    parts = strings.map((part) => part.replace(/\n\s*/g, '\n'))
    withoutIndent.set(strings, parts)
  }
  return new Html(parts, values)
}

/** Text of the program itself that HTML must not escape: a style sheet, or JSON made by `inertJson`. Never a text from outside. */
export function trusted(text: string): Html {
  return new Html([text], [])
}
