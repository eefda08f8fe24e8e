import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKvpItems } from '../../../src/core/decode/kvp'
import { ITEM_LIMIT, matchDocumentedItem, parseXmlItem, readKvpItem } from '../../../src/core/decode/kvp-item'

interface Form {
  readonly gap?: string
  readonly attributes?: string
  readonly data: string | null
  readonly name: string | null
}

function property(name: string, value: string | null, { gap = '', attributes = ' TYPE="string"' }: Form): string {
  const inner = value === null ? '' : `${gap}<VALUE>${value}</VALUE>`
  return `${gap}<PROPERTY NAME="${name}"${attributes}>${inner}${gap}</PROPERTY>`
}

/** An instance in the order in which WMI writes properties; values are XML text already. */
function documented(form: Form): string {
  return (
    `<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem">${property('Caption', null, form)}${property('Data', form.data, form)}` +
    `${property('Description', '', form)}${property('Name', form.name, form)}${property('Source', '2', form)}${form.gap ?? ''}</INSTANCE>`
  )
}

const one = (text: string): [string, string][] => [...decodeKvpItems([text]).items]

describe('the documented form', () => {
  test('gives name and data', () => {
    expect(one(documented({ name: 'OSName', data: 'Ubuntu' }))).toEqual([['OSName', 'Ubuntu']])
  })

  test.each([
    ['no VALUE at all', null, ''],
    ['an empty VALUE', '', ''],
    ['white space', '  ', '  '],
    ['entities', 'a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;', `a & b <c> "d" 'e'`],
    ['entities once only', '&amp;lt;', '&lt;'],
    ['numeric references', '&#50640;&#xC11C;', '에서'],
    ['a reference to no character', '&#0;&#x110000;&#xD800;', '&#0;&#x110000;&#xD800;'],
    ['Korean and an emoji', '서버 🖥', '서버 🖥'],
  ])('data with %s', (_what, data, expected) => {
    const text = documented({ name: 'OSName', data })
    expect(one(text)).toEqual([['OSName', expected]])
    expect(matchDocumentedItem(text)).toEqual(parseXmlItem(text))
  })
})

describe('other forms that hosts and tools write', () => {
  test.each([
    ['line breaks and indentation', documented({ gap: '\r\n  ', name: 'K', data: 'v' })],
    [
      'attributes of any kind',
      documented({ attributes: ' CLASSORIGIN="X" PROPAGATED="true" TYPE="string"', name: 'K', data: 'v' }),
    ],
    [
      'another order, single quotes, lower case, an XML head',
      `<?xml version="1.0"?>\n<instance classname='a'>\n<property type='string' name='Name'><value>K</value></property><property name='Data'><value>v</value></property></instance>`,
    ],
    [
      'comments and CDATA',
      `<INSTANCE CLASSNAME="a"><!-- x --><PROPERTY NAME="Data"><VALUE><![CDATA[v]]></VALUE></PROPERTY><PROPERTY NAME="Name"><VALUE>K</VALUE></PROPERTY></INSTANCE>`,
    ],
    [
      'embedded MOF',
      'instance of Msvm_KvpExchangeDataItem\n{\n\tCaption = NULL;\n\tData = "v";\n\tName = "K";\n\tSource = 2;\n};\n',
    ],
    ['MOF in one line', 'instance of Msvm_KvpExchangeDataItem { Name = "K"; Data = "v"; };'],
    ['MOF with pieces', 'instance of Msvm_KvpExchangeDataItem { Name = "K"; Data = "" "v"; };'],
  ])('%s', (_what, text) => {
    expect(one(text)).toEqual([['K', 'v']])
  })

  test('escapes of MOF', () => {
    const text = String.raw`instance of Msvm_KvpExchangeDataItem { Name = "K"; Data = "a \"b\" \\ {c}; \x0041\n"; };`
    expect(one(text)).toEqual([['K', 'a "b" \\ {c}; A\n']])
  })
})

describe('an item that was escaped again on its way', () => {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const plain = documented({ name: 'OSName', data: 'a &amp; b &lt;c&gt; &amp;lt;' })

  test.each([
    ['not at all', plain],
    ['once', escape(plain)],
    ['once, with its quotes', escape(plain).replaceAll('"', '&quot;')],
    ['once, with white space around', ` ${escape(plain)}\n`],
    ['twice', escape(escape(plain))],
    ['once, not as documented', escape(plain.replace('<INSTANCE', '<?xml version="1.0"?><INSTANCE'))],
  ])('%s', (_how, text) => {
    expect(one(text)).toEqual([['OSName', 'a & b <c> &lt;']])
  })

  test.each([
    ['three times', escape(escape(escape(plain)))],
    ['once, and cut off', escape(plain).slice(0, 120)],
    ['once, with a bare ampersand', escape(documented({ name: 'OSName', data: 'a & b' }))],
    ['in part', plain.replace('<INSTANCE', '&lt;INSTANCE').replace('&amp;', '&')],
    ['behind other words', `item ${escape(plain)}`],
  ])('%s: broken', (_how, text) => {
    expect(decodeKvpItems([text])).toEqual({ items: new Map(), broken: 1 })
  })
})

describe('what is broken is counted and costs nothing else', () => {
  const good = documented({ name: 'OSName', data: 'Ubuntu' })

  test.each([
    ['cut off', good.slice(0, 120)],
    ['empty', ''],
    ['no name', documented({ name: null, data: 'x' })],
    ['an empty name', documented({ name: ' ', data: 'x' })],
    ['a bare ampersand', documented({ name: 'K', data: 'a & b' })],
    ['a DTD', `<!DOCTYPE a [<!ENTITY x "y">]>${documented({ name: 'K', data: '&x;' })}`],
    ['another document', '<html><body>503</body></html>'],
    ['plain text', 'OSName=Ubuntu'],
    ['broken MOF', 'instance of Msvm_KvpExchangeDataItem { Name = "K; Data = "v" '],
    ['longer than any item', documented({ name: 'K', data: 'x'.repeat(ITEM_LIMIT) })],
    ['null', null],
    ['a number', 7],
    ['an object', { Name: 'OSName', Data: 'Ubuntu' }],
  ])('%s', (_what, element) => {
    expect(decodeKvpItems([element, good])).toEqual({ items: new Map([['OSName', 'Ubuntu']]), broken: 1 })
  })

  test('an entity that XML does not have stays text: nothing can define it', () => {
    expect(one(documented({ name: 'K', data: '&nbsp;&foo;' }))).toEqual([['K', '&nbsp;&foo;']])
  })

  test('a name that comes twice keeps its last value', () => {
    const texts = ['a', 'b', ''].map((data) => documented({ name: 'OSName', data }))
    expect([...decodeKvpItems(texts).items]).toEqual([['OSName', '']])
  })

  test('names that mean something to JavaScript are only names', () => {
    const texts = ['__proto__', 'constructor', 'toString'].map((name) => documented({ name, data: 'x' }))
    expect([...decodeKvpItems(texts).items.keys()]).toEqual(['__proto__', 'constructor', 'toString'])
  })
})

describe('a list of one that PowerShell unrolled, and no list', () => {
  test.each([undefined, null, []])('%j is no items', (value) => {
    expect(decodeKvpItems(value)).toEqual({ items: new Map(), broken: 0 })
  })

  test('a lone text', () => {
    expect([...decodeKvpItems(documented({ name: 'OSName', data: 'x' })).items]).toEqual([['OSName', 'x']])
  })
})

const xmlText = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('&amp;', '&#65;', '&#xC11C;', '\t', '\n', '서', '𐍈', "'", '"', ']]'),
    ),
  )
  .map((parts) => parts.join('').replace(/[<>&](?!amp;|#)/g, ''))

describe('properties', () => {
  test('the short way gives what the parser gives', () => {
    let tried = 0
    let matched = 0
    fc.assert(
      fc.property(
        xmlText,
        fc.option(xmlText, { nil: null }),
        fc.constantFrom('', ' ', '\n\t', '\r\n'),
        fc.constantFrom('', ' TYPE="string"', ' PROPAGATED="true" TYPE="string"', ' TYPE="string" TYPE="string"'),
        (name, data, gap, attributes) => {
          const text = documented({ name, data, gap, attributes })
          const short = matchDocumentedItem(text)
          tried += 1
          if (short !== null) matched += 1
          expect(short ?? parseXmlItem(text)).toEqual(parseXmlItem(text))
        },
      ),
      { numRuns: 500 },
    )
    expect(matched / tried).toBeGreaterThan(0.2)
  })

  test('one changed place in the documented form: the same from both, or the parser decides', () => {
    const whole = documented({
      name: 'OSName',
      data: 'Ubuntu &amp; co',
      attributes: ' PROPAGATED="true" TYPE="string"',
    })
    const bits = [
      '',
      ' ',
      '\n',
      '\r',
      '<',
      '>',
      '&',
      '"',
      '/',
      '=',
      'A',
      '\u00a0',
      '<VALUE>',
      '</VALUE>',
      '&amp;',
      '<!--x-->',
    ]
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(3), fc.constantFrom(...bits), (at, drop, bit) => {
        const text = whole.slice(0, at) + bit + whole.slice(at + drop)
        const short = matchDocumentedItem(text)
        fc.pre(short !== null)
        expect(parseXmlItem(text)).toEqual(short)
      }),
      { numRuns: 200 },
    )
  })

  test('what a guest says comes back exactly', () => {
    const escape = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (said) => {
        expect(readKvpItem(documented({ name: 'K', data: escape(said) }))).toEqual({ name: 'K', data: said })
      }),
    )
  })

  test('nothing makes it throw, and every element is an item or broken', () => {
    const element = fc.oneof(
      fc.anything(),
      fc.string(),
      xmlText.map((data) => documented({ name: 'K', data })),
    )
    fc.assert(
      fc.property(fc.array(element), (elements) => {
        const { items, broken } = decodeKvpItems(elements)
        expect(items.size + broken).toBeLessThanOrEqual(elements.length)
        expect(items.size + broken).toBeGreaterThanOrEqual(Math.min(elements.length, 1))
      }),
    )
    fc.assert(fc.property(fc.anything(), (value) => void decodeKvpItems(value)))
  })
})
