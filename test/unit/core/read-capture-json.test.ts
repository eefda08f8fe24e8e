import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, hashedPart, NestedTooDeep } from '../../../src/core/decode/canonical-json'
import { findJsonFault } from '../../../src/core/decode/json-fault'

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('canonicalJson', () => {
  test('sorts keys by code unit at every depth and writes no white space', () => {
    expect(canonicalJson({ b: [1, { z: null, a: true }], a: 'é\n', 10: 1, 9: 2 })).toBe(
      String.raw`{"10":1,"9":2,"a":"é\n","b":[1,{"a":true,"z":null}]}`,
    )
  })

  test('keeps null, an empty list and an empty row apart, and leaves out what is undefined', () => {
    expect(canonicalJson({ a: null, b: [], c: {}, d: undefined })).toBe('{"a":null,"b":[],"c":{}}')
  })

  test('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.stringify(value)
        const canonical = canonicalJson(JSON.parse(plain))
        expect(JSON.parse(canonical)).toEqual(JSON.parse(plain))
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical)
      }),
    )
  })

  test('leaves the hash itself out, whatever it says', () => {
    const capture = { schema: 'x', rows: [1] }
    expect(hashedPart({ ...capture, sha256: 'abc' })).toBe(hashedPart({ sha256: null, ...capture }))
  })

  test('refuses what is nested without end instead of exhausting the stack', () => {
    expect(() => canonicalJson(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toThrow(NestedTooDeep)
  })
})

describe('findJsonFault', () => {
  test.each([
    ['', 'truncated', 1, 1],
    ['{"a":1', 'truncated', 1, 7],
    ['{"a":', 'truncated', 1, 6],
    ['{"a', 'truncated', 1, 4],
    ['["x\\u12', 'truncated', 1, 4],
    ['[tru', 'truncated', 1, 2],
    ['[-', 'truncated', 1, 2],
    ['[1.', 'truncated', 1, 2],
    ['[1e', 'truncated', 1, 2],
    ['{"a":1}\n x', 'unexpected', 2, 2],
    ['{"a":1,}', 'unexpected', 1, 8],
    ['{\n  "a": 1\n  "b": 2\n}', 'unexpected', 3, 3],
    ['{"a" 1}', 'unexpected', 1, 6],
    ['{a:1}', 'unexpected', 1, 2],
    ['[1 2]', 'unexpected', 1, 4],
    ['[01]', 'unexpected', 1, 3],
    ['["a\nb"]', 'unexpected', 1, 4],
    ['["\\x"]', 'unexpected', 1, 3],
    ['[1}', 'unexpected', 1, 3],
    ['hello', 'unexpected', 1, 1],
    ['\u001b[0m', 'unexpected', 1, 1],
  ])('%j is %s at %i:%i', (text, kind, line, column) => {
    expect(findJsonFault(text)).toEqual({ kind, line, column })
  })

  test('finds a fault exactly where the engine refuses a text', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '"a"', '1', '-', '0.5e3', 'true', 'nul', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        expect([text, findJsonFault(text) === null]).toEqual([text, parses(text)])
      }),
      { numRuns: 2000 },
    )
  })

  test('calls every proper beginning of a document truncated', () => {
    const text = JSON.stringify({ name: '웹-01 "x" \\ \u2028', list: [-1.5e-7, null, true, false, {}, []] })
    for (let length = 0; length < text.length; length += 1) {
      expect([length, findJsonFault(text.slice(0, length))?.kind]).toEqual([length, 'truncated'])
    }
  })

  test('walks a string of megabytes and nesting without end', () => {
    expect(findJsonFault(`["${'a\\n'.repeat(2_000_000)}"]`)).toBeNull()
    expect(findJsonFault('['.repeat(1_000_000))?.kind).toBe('truncated')
  })
})
