/** Deepest nesting that is read. A capture has five levels; a file nested without end would exhaust the stack. */
export const DEPTH_LIMIT = 64

/** Thrown where a value is nested deeper than `DEPTH_LIMIT`. */
export class NestedTooDeep extends Error {}

function append(value: unknown, depth: number, parts: string[]): void {
  if (typeof value !== 'object' || value === null) {
    parts.push(value === undefined ? 'null' : JSON.stringify(value))
    return
  }
  if (depth > DEPTH_LIMIT) throw new NestedTooDeep()
  if (Array.isArray(value)) {
    parts.push('[')
    value.forEach((item, index) => {
      if (index > 0) parts.push(',')
      append(item, depth + 1, parts)
    })
    parts.push(']')
    return
  }
  const record = value as Readonly<Record<string, unknown>>
  let separator = '{'
  for (const key of Object.keys(record).sort()) {
    if (record[key] === undefined) continue
    parts.push(separator, JSON.stringify(key), ':')
    separator = ','
    append(record[key], depth + 1, parts)
  }
  parts.push(separator === '{' ? '{}' : '}')
}

/**
 * The one form of a JSON value that a hash is taken over (RFC 8785 for values read from JSON): keys sorted by UTF-16
 * code units, no white space, numbers and strings as `JSON.stringify` writes them. Throws `NestedTooDeep`.
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = []
  append(value, 1, parts)
  return parts.join('')
}

/** What the `sha256` of a capture is taken over: the canonical JSON of everything but that field. Throws `NestedTooDeep`. */
export function hashedPart(capture: object): string {
  return canonicalJson({ ...capture, sha256: undefined })
}
