/** A number from a number or from digits in a text (a capture that went through other hands); null for all else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' && /^\s*-?\d{1,19}\s*$/.test(value)) return Number(value)
  return null
}

/** A text that is not blank, or null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** What kind of list a value is. PowerShell unrolls a list of one to the element, so a lone number is a list of one. */
export type NumberList =
  | { readonly shape: 'missing' | 'null' | 'empty' | 'garbage' }
  | { readonly shape: 'numbers'; readonly numbers: readonly number[] }

/** A list as PowerShell writes it into a text: `2 32775` joined, `{2, 32775}` in a table. */
const IN_TEXT = /^\s{0,3}\{?\s{0,3}\d{1,5}(?:[\s,;]{1,3}\d{1,5}){0,7}\s{0,3}\}?\s{0,3}$/

/** What a value lists. Windows PowerShell 5.1 wraps some lists as `{"value": [2], "Count": 1}`. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string' && IN_TEXT.test(value)) return value.match(/\d+/g) ?? []
  const wrapped: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : null
  return Array.isArray(wrapped) ? wrapped : [value]
}

/** The numbers of a CIM uint16[] property, keeping "not there", null, [] and nonsense apart. */
export function numbersOf(value: unknown): NumberList {
  if (value === undefined) return { shape: 'missing' }
  if (value === null) return { shape: 'null' }
  const items = itemsOf(value)
  if (items.length === 0) return { shape: 'empty' }
  const numbers: number[] = []
  for (const item of items) {
    const number = numberOf(item)
    if (number === null) return { shape: 'garbage' }
    numbers.push(number)
  }
  return { shape: 'numbers', numbers }
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const WHOLE_GUID = new RegExp(`^\\{?(${GUID.source})\\}?$`, 'i')

/** The GUID that a text consists of, upper case as Hyper-V writes VM ids; null for anything else. */
export function guidOf(value: unknown): string | null {
  return typeof value === 'string' ? (WHOLE_GUID.exec(value.trim())?.[1]?.toUpperCase() ?? null) : null
}

/** First GUID of an `InstanceID` such as `Microsoft:GUID\COMPONENT`, upper case; null for templates (`Microsoft:Definition\...`). */
export function firstGuidOf(instanceId: unknown): string | null {
  if (typeof instanceId !== 'string' || /^Microsoft:Definition\\/i.test(instanceId)) return null
  return GUID.exec(instanceId)?.[0].toUpperCase() ?? null
}
