import { shownText } from '../core/i18n/shown-text'

/** A raw value as evidence shows it: a text as it is, texts side by side, everything else as JSON. */
export function rawValueText(value: unknown): string {
  if (typeof value === 'string') return shownText(value)
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    return value.map(shownText).join(', ')
  }
  if (Array.isArray(value)) return `[${value.map((item) => shownText(JSON.stringify(item) ?? 'null')).join(', ')}]`
  return shownText(JSON.stringify(value) ?? String(value))
}
