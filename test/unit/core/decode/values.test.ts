import { describe, expect, test } from 'vitest'
import { canonicalJson, hashedPart, NestedTooDeep } from '../../../../src/core/decode/canonical-json'
import { secondsOf } from '../../../../src/core/decode/instant'
import { findJsonFault } from '../../../../src/core/decode/json-fault'
import { decodeKvpItems } from '../../../../src/core/decode/kvp'
import { readKvpItem } from '../../../../src/core/decode/kvp-item'
import { firstGuidOf, guidOf, numberOf, numbersOf, textOf } from '../../../../src/core/decode/values'

const GUID = '5F0C3B2A-0001-4000-8000-000000000001'

describe('single values', () => {
  test.each([
    [2, 2],
    [-1, -1],
    [0, 0],
    [1.5, 1.5],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['2', 2],
    [' 2 ', 2],
    ['-3', -3],
    ['2.5', null],
    ['0x2', null],
    ['', null],
    ['2 3', null],
    ['1'.repeat(19), Number('1'.repeat(19))],
    ['1'.repeat(20), null],
    [true, null],
    [null, null],
    [[2], null],
  ])('%j is the number %s', (value, number) => {
    expect(numberOf(value)).toBe(number)
  })

  test.each([
    ['a', 'a'],
    [' a ', ' a '],
    [' ', null],
    ['', null],
    [5, '5'],
    [null, null],
    [true, null],
  ])('%j is the text %j', (value, text) => {
    expect(textOf(value)).toBe(text)
  })

  test.each([
    [undefined, 'missing'],
    [null, 'null'],
    [[], 'empty'],
    ['x', 'garbage'],
    [[2, 'x'], 'garbage'],
    [[null], 'garbage'],
    [2, '2'],
    [[2, '32775'], '2 32775'],
    ['2 32775', '2 32775'],
    ['{2, 32775}', '2 32775'],
    ['{3}', '3'],
    ['2;32775', '2 32775'],
    ['10.0.20348', 'garbage'],
    ['2 to 3', 'garbage'],
    ['-1 2', 'garbage'],
    ['{}', 'garbage'],
    [{ value: [2, 32775], Count: 2 }, '2 32775'],
    [{ value: [], Count: 0 }, 'empty'],
    [{ value: 2 }, 'garbage'],
    [{ Count: 2 }, 'garbage'],
  ])('%j is the list %s', (value, said) => {
    const list = numbersOf(value)
    expect(list.shape === 'numbers' ? list.numbers.join(' ') : list.shape).toBe(said)
  })

  test.each([
    [GUID, GUID],
    [GUID.toLowerCase(), GUID],
    [` {${GUID}} `, GUID],
    [`${GUID}x`, null],
    [`x${GUID}`, null],
    ['HV01', null],
    [5, null],
  ])('%j is the id %s', (value, id) => {
    expect(guidOf(value)).toBe(id)
  })

  test.each([
    [`Microsoft:${GUID.toLowerCase()}\\84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47`, GUID],
    [`Microsoft:Definition\\${GUID}`, null],
    [`microsoft:definition\\${GUID}`, null],
    [`x Microsoft:Definition\\${GUID}`, GUID],
    ['Microsoft:none', null],
    [null, null],
  ])('%j begins with the id %s', (value, id) => {
    expect(firstGuidOf(value)).toBe(id)
  })
})

describe('times', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:01.999Z', 1],
    ['1970-01-01T01:01:01Z', 3661],
    ['1970-01-01T00:00:00+01:30', -5400],
    ['1970-01-01T00:00:00-0130', 5400],
    ['2024-02-29T00:00:00Z', 1_709_164_800],
    ['2023-12-31T00:00:00Z', 1_703_980_800],
    ['2100-03-01T00:00:00Z', 4_107_542_400],
    ['2000-03-01T00:00:00Z', 951_868_800],
    ['1970-01-01T00:00:00z', null],
    [' 1970-01-01T00:00:00Z', null],
    ['1970-01-01T00:00:00Z ', null],
    ['1970-1-01T00:00:00Z', null],
    ['1970-01-01T00:00:00.Z', null],
  ])('%s: %s', (iso, seconds) => {
    expect(secondsOf(iso)).toBe(seconds)
  })
})

describe('the form that a hash is taken over', () => {
  test.each([
    [{ b: 1, a: [1, 'x', null, true], c: { z: 0, y: {} } }, '{"a":[1,"x",null,true],"b":1,"c":{"y":{},"z":0}}'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: undefined }, '{}'],
    [{ a: undefined, b: 1, c: undefined }, '{"b":1}'],
    [[undefined, 1], '[null,1]'],
    ['\u2028"', '"\u2028\\""'],
    [{ '\uFB33': 1, '\u{1F600}': 2, A: 3 }, '{"A":3,"\u{1F600}":2,"\uFB33":1}'],
    [1e21, '1e+21'],
    [null, 'null'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

  test('has sixty-four levels at most', () => {
    expect(canonicalJson(nested(64))).toBe(`${'['.repeat(64)}1${']'.repeat(64)}`)
    expect(() => canonicalJson(nested(65))).toThrow(NestedTooDeep)
    expect(() => canonicalJson(Array.from({ length: 100 }, () => [1]))).not.toThrow()
  })

  test('leaves the hash itself out', () => {
    expect(hashedPart({ sha256: 'x', b: 1 })).toBe('{"b":1}')
  })
})

describe('where a text stops being JSON', () => {
  test.each([
    ['{"a":[1,-2.5e3,true,false,null,"x\\n\\u00e9"],"b":{}}', null],
    [' \t\r\n[] ', null],
    ['""', null],
    ['', 'truncated 1:1'],
    ['  ', 'truncated 1:3'],
    ['{', 'truncated 1:2'],
    ['{"a"', 'truncated 1:5'],
    ['{"a":', 'truncated 1:6'],
    ['{"a":1', 'truncated 1:7'],
    ['{"a":1,', 'truncated 1:8'],
    ['[1,', 'truncated 1:4'],
    ['[tru', 'truncated 1:2'],
    ['[fals', 'truncated 1:2'],
    ['[nul', 'truncated 1:2'],
    ['[-', 'truncated 1:2'],
    ['[1.', 'truncated 1:2'],
    ['[1e', 'truncated 1:2'],
    ['[1.5E-', 'truncated 1:2'],
    ['[12', 'truncated 1:4'],
    ['"abc', 'truncated 1:5'],
    ['"abc\\', 'truncated 1:5'],
    ['"abc\\u00e', 'truncated 1:5'],
    ['"abc\\u00g"', 'unexpected 1:5'],
    ['"abc\\x"', 'unexpected 1:5'],
    ['"a\nb"', 'unexpected 1:3'],
    ['{\n"a": 1,\n}', 'unexpected 3:1'],
    ['[1,]', 'unexpected 1:4'],
    ['[1 2]', 'unexpected 1:4'],
    ['{1:2}', 'unexpected 1:2'],
    ['{"a" 1}', 'unexpected 1:6'],
    ['{"a":1]', 'unexpected 1:7'],
    ['[1}', 'unexpected 1:3'],
    ['[] []', 'unexpected 1:4'],
    ['[]x', 'unexpected 1:3'],
    ['[truth]', 'unexpected 1:2'],
    ['[01]', 'unexpected 1:3'],
    ['[+1]', 'unexpected 1:2'],
    ['[1.]', 'unexpected 1:3'],
    ['\n\n  x', 'unexpected 3:3'],
    [`{"a":"${'x'.repeat(5000)}","b":}`, 'unexpected 1:5013'],
    [`"${'x'.repeat(8191)}`, 'truncated 1:8193'],
  ])('%j', (text, fault) => {
    const found = findJsonFault(text)
    expect(found === null ? null : `${found.kind} ${found.line}:${found.column}`).toBe(fault)
  })
})

describe('data exchange items in their text form', () => {
  const mof = (body: string): string => `instance of Msvm_KvpExchangeDataItem\n{\n${body}\n};\n`

  test.each([
    ['one a line', mof('\tData = "Ubuntu";\n\tName = "OSName";\n\tSource = 2;'), 'OSName=Ubuntu'],
    ['names in any case', mof('DATA = "a"; NAME = "b";'), 'b=a'],
    ['no data', mof('Name = "OSName";'), 'OSName='],
    ['no name', mof('Data = "Ubuntu";'), null],
    ['an empty name', mof('Name = "  "; Data = "x";'), null],
    ['a name with spaces around', mof('Name = " a "; Data = " x ";'), 'a= x '],
    ['escapes', mof('Name = "n"; Data = "a\\nb\\t\\"c\\"\\\\\\r\\b\\f";'), 'n=a\nb\t"c"\\\r\b\f'],
    ['numbers of characters', mof('Name = "n"; Data = "\\x41\\xC11C\\q";'), 'n=A서q'],
    ['a text in pieces', mof('Name = "n"; Data = "a"\n  "b" "c";'), 'n=abc'],
    ['no text but a number', mof('Name = "n"; Data = 5;'), 'n='],
    ['without a semicolon at the end', 'instance of X {Name = "n"; Data = "d";}', 'n=d'],
    ['something behind it', 'instance of X {Name = "n"; Data = "d";} x', null],
    ['a broken property', mof('Name = "n"; what'), null],
    ['no brackets', 'instance of X Name = "n";', null],
    ['no brackets and no text', 'instance of X Name = 5;', null],
    ['no name of its class', 'instance of {Name = "n";}', null],
    ['a bracket at its end alone', 'instance of X Name = 5;}', null],
    ['a bracket at its beginning alone', 'instance of X {Name = "n";', null],
    ['brackets turned round and no text', 'instance of X } {', null],
    ['white space around and inside', ' instance of X { \n Name = "n"; \n } ; ', 'n='],
    ['white space behind its last property', 'instance of X {Name="n";Data = "d" ; }', 'n=d'],
    ['a semicolon too many', 'instance of X {Name = "n";};;', null],
    ['brackets turned round', 'instance of X }Name = "n";{', null],
    ['a bracket inside a text', mof('Name = "n"; Data = "{}";'), 'n={}'],
    ['another head', 'instances of X {Name = "n"; Data = "d";}', null],
    ['a head with a text', 'instance of "X" {Name = "n"; Data = "d";}', null],
  ])('%s', (_what, text, item) => {
    const read = readKvpItem(text)
    expect(read === null ? null : `${read.name}=${read.data}`).toBe(item)
  })

  test.each([
    [undefined, [], 0],
    [null, [], 0],
    [[], [], 0],
    ['x', [], 1],
    [[5, null], [], 2],
    [mof('Name = "n"; Data = "d";'), ['n=d'], 0],
    [[mof('Name = "n"; Data = "d";'), mof('Name = "n"; Data = "e";'), 'x'], ['n=e'], 1],
  ])('%j', (value, items, broken) => {
    const decoded = decodeKvpItems(value)
    expect([[...decoded.items].map(([name, data]) => `${name}=${data}`), decoded.broken]).toEqual([items, broken])
  })
})
