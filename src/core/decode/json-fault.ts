/** Where a text stops being JSON. Lines and columns count from 1, columns in UTF-16 units. */
export interface JsonFault {
  /** `truncated`: well formed up to its end, which comes too early. */
  readonly kind: 'truncated' | 'unexpected'
  readonly line: number
  readonly column: number
}

const SPACE = /[ \t\r\n]*/y
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** From the space on, without quote and backslash: control characters have to be escaped in JSON. */
const STRING_BODY = /(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
/** What may stand at the end of a text that was cut: the beginning of a word, a number or an escape. */
const CUT_SCALAR = /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))$/
const CUT_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/

/** Length of what matches at a place; 0 where nothing does. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** End of the string that begins at a place, or where it goes wrong. */
function readString(text: string, at: number): { readonly end: number; readonly fault: number | null } {
  let end = at + 1
  // In pieces, because one expression over a string of many megabytes exhausts the stack of the matcher.
  for (;;) {
    const piece = matchAt(STRING_BODY, text.slice(end, end + 4096), 0)
    if (piece === 0) break
    end += piece
  }
  return text[end] === '"' ? { end: end + 1, fault: null } : { end, fault: end }
}

function isCut(text: string, at: number, inString: boolean): boolean {
  const rest = text.slice(at, at + 32)
  if (rest === '') return true
  return at + rest.length === text.length && (inString ? CUT_ESCAPE : CUT_SCALAR).test(rest)
}

function faultAt(text: string, at: number, kind: JsonFault['kind']): JsonFault {
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  let line = 1
  for (let next = before.indexOf('\n'); next !== -1; next = before.indexOf('\n', next + 1)) line += 1
  return { kind, line, column: at - lineStart + 1 }
}

/** What the grammar allows next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end'

/**
 * Finds where a text breaks the rules of JSON (RFC 8259), or null where it does not. Engines name the position in some
 * of their messages only, and each in its own words. Walks without recursion, so that no nesting is too deep for it.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('}' | ']')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    at += matchAt(SPACE, text, at)
    const end = open.at(-1)
    if (expected === 'comma-or-end' && end === undefined) {
      return at === text.length ? null : faultAt(text, at, 'unexpected')
    }
    const char = text[at]
    if (char === undefined) return faultAt(text, at, 'truncated')
    const mayEnd = expected === 'comma-or-end' || expected === 'key-or-end' || expected === 'value-or-end'
    const isKey: boolean = expected === 'key' || expected === 'key-or-end'
    if (mayEnd && char === end) {
      open.pop()
      expected = 'comma-or-end'
      at += 1
    } else if (expected === 'comma-or-end') {
      if (char !== ',') return faultAt(text, at, 'unexpected')
      expected = end === '}' ? 'key' : 'value'
      at += 1
    } else if (expected === 'colon') {
      if (char !== ':') return faultAt(text, at, 'unexpected')
      expected = 'value'
      at += 1
    } else if (char === '"') {
      const string = readString(text, at)
      if (string.fault !== null) {
        return faultAt(text, string.fault, isCut(text, string.fault, true) ? 'truncated' : 'unexpected')
      }
      expected = isKey ? 'colon' : 'comma-or-end'
      at = string.end
    } else if (isKey) {
      return faultAt(text, at, 'unexpected')
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']')
      expected = char === '{' ? 'key-or-end' : 'value-or-end'
      at += 1
    } else {
      if (isCut(text, at, false)) return faultAt(text, at, 'truncated')
      const length = matchAt(SCALAR, text, at)
      if (length === 0) return faultAt(text, at, 'unexpected')
      expected = 'comma-or-end'
      at += length
    }
  }
}
