import { describe, expect, test } from 'vitest'
import { matchDocumentedItem, parseXmlItem, readKvpItem } from '../../../../src/core/decode/kvp-item'

const said = (text: string): string | null => {
  const item = readKvpItem(text)
  return item === null ? null : `${item.name}=${item.data}`
}
const instance = (inside: string, attributes = ' CLASSNAME="x"'): string =>
  `<INSTANCE${attributes}>${inside}</INSTANCE>`
const property = (name: string, inside: string): string => `<PROPERTY NAME="${name}" TYPE="string">${inside}</PROPERTY>`
const value = (text: string): string => `<VALUE>${text}</VALUE>`
const NAME = property('Name', value('K'))
const withData = (inside: string): string => instance(property('Data', inside) + NAME)

describe('what stands in the VALUE of an item', () => {
  test.each<readonly [string, string, string | null]>([
    [
      'a reference to the first and the last character',
      value('&#1;&#x10FFFF;&#1114111;'),
      '\u0001\u{10FFFF}\u{10FFFF}',
    ],
    ['references beside the halves of pairs', value('&#xD7FF;&#xE000;'), '\uD7FF\uE000'],
    ['references to halves of pairs', value('&#xD800;&#xdfff;'), '&#xD800;&#xdfff;'],
    ['references to no character', value('&#0;&#x110000;&#1114112;'), '&#0;&#x110000;&#1114112;'],
    ['an entity in capitals, which is none', value('&AMP;'), '&AMP;'],
    ['a text and a text to be taken as it is', value('a &amp; <![CDATA[<b> &amp; ]]> &lt;c'), 'a & <b> &amp;  <c'],
    ['two texts to be taken as they are', value('<![CDATA[a]]><![CDATA[b]]>'), 'ab'],
    ['an empty text to be taken as it is', value('<![CDATA[]]>'), ''],
    ['a comment', value('a<!-- & -->b'), 'ab'],
    ['another tag', value('a<b>c</b>d'), 'ad'],
    ['white space', value(' a\n'), ' a\n'],
    ['nothing', value(''), ''],
    ['nothing, in one tag', '<VALUE/>', ''],
    ['no VALUE', '', ''],
    ['a text outside of a VALUE', 'x', ''],
    ['two VALUEs, of which the first counts', `${value('a')}${value('b')}`, 'a'],
    ['an empty VALUE before another', `<VALUE></VALUE>${value('b')}`, ''],
    ['a VALUE behind another tag', `<OTHER>x</OTHER>${value('a')}`, 'a'],
    ['a VALUE inside another tag, which is not its own', `<OTHER>${value('a')}</OTHER>`, ''],
    ['a VALUE in small letters', '<value>a</value>', 'a'],
  ])('%s', (_what, inside, data) => {
    expect(said(withData(inside))).toBe(`K=${data}`)
  })
})

describe('an item in another form', () => {
  const K_V = property('Data', value('v')) + NAME
  test.each<readonly [string, string, string | null]>([
    ['no attributes of the instance', instance(K_V, ''), 'K=v'],
    ['an XML head', `<?xml version="1.0" encoding="utf-8"?>${instance(K_V)}`, 'K=v'],
    ['a comment before it', `<!-- x -->${instance(K_V)}`, 'K=v'],
    ['an instruction inside it', instance(`<?x y?>${K_V}`), 'K=v'],
    ['names in any case', instance(property('DATA', value('v')) + property('name', value('K'))), 'K=v'],
    ['a name whose letters are references', instance(property('D&#97;ta', value('v')) + NAME), 'K=v'],
    ['an attribute in small letters', instance(K_V).replaceAll('NAME="Data"', 'name="Data"'), 'K=v'],
    ['attributes before the name', instance(K_V).replaceAll('NAME=', 'TYPE2="x" NAME='), 'K=v'],
    ['properties that nobody knows', instance(`${property('Other', value('o'))}${K_V}`), 'K=v'],
    ['properties without a name', instance(`<PROPERTY>${value('o')}</PROPERTY><PROPERTY TYPE="s"/>${K_V}`), 'K=v'],
    ['other tags beside the properties', instance(`<QUALIFIER NAME="Data">${value('q')}</QUALIFIER>${K_V}`), 'K=v'],
    ['a text between the properties', instance(`x${K_V}y`), 'K=v'],
    ['a property that comes twice', instance(`${K_V}${property('Data', value('w'))}`), 'K=w'],
    ['a tag that is called as the parser calls texts', instance(`<a.text/>${K_V}`), 'K=v'],
    ['no name', instance(property('Data', value('v'))), null],
    ['a name without a VALUE', instance(property('Data', value('v')) + property('Name', '')), null],
    ['another root', K_V.replaceAll('PROPERTY', 'INSTANCE'), null],
    ['an instance inside another root', `<A>${instance(K_V)}</A>`, null],
    ['an empty instance', instance(''), null],
    ['names that JavaScript keeps for itself', instance(`<__proto__/>${K_V}`), null],
    ['tags without end', instance('<a>'.repeat(5000) + '</a>'.repeat(5000) + K_V), null],
    ['a definition of its own', `<!ELEMENT x ANY>${instance(K_V)}`, null],
    ['a reference in capitals', withData(value('&#X41;')), null],
    ['a tag that is not closed', instance(`<a>${K_V}`), null],
  ])('%s', (_what, text, item) => {
    expect(said(text)).toBe(item)
  })
})

describe('the documented form', () => {
  const form = (gap: string, data: string | null): string =>
    [
      '<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem">',
      '<PROPERTY NAME="Caption" PROPAGATED="true" TYPE="string"></PROPERTY>',
      `<PROPERTY NAME="Data" CLASSORIGIN="x" TYPE="string">${data === null ? '' : value(data)}</PROPERTY>`,
      property('Description', value('d')),
      property('Name', value(' K ')),
      property('Source', value('2')),
      '</INSTANCE>',
    ].join(gap)

  test.each(['', ' ', '\t', '\r\n  '])('is read without the parser, with %j between its tags', (gap) => {
    expect(matchDocumentedItem(form(gap, 'a &lt;'))).toEqual({ name: 'K', data: 'a <' })
    expect(matchDocumentedItem(form(gap, null))).toEqual({ name: 'K', data: '' })
    expect(parseXmlItem(form(gap, 'a &lt;'))).toEqual({ name: 'K', data: 'a <' })
  })

  test.each([
    ['no space of XML', form('\u00a0', 'v')],
    ['a line break of old Macs in its value', form('', 'a\rb')],
    ['an entity that XML does not have', form('', '&nbsp;')],
    ['something before it', `x${form('', 'v')}`],
    ['something behind it', `${form('', 'v')}x`],
    ['no name', form('', 'v').replace('"Name"', '"Other"')],
  ])('with %s it is for the parser', (_what, text) => {
    expect(matchDocumentedItem(text)).toBeNull()
  })

  test('without a name it is none', () => {
    expect(matchDocumentedItem(form('', 'v').replace(value(' K '), value(' ')))).toBeNull()
    expect(matchDocumentedItem(form('', 'v').replace(value(' K '), ''))).toBeNull()
  })
})

test.each([
  ['an item of 65,536 characters', 65_536, true],
  ['an item of one more', 65_537, false],
])('%s', (_what, length, isRead) => {
  const empty = withData(value(''))
  const text = withData(value('x'.repeat(length - empty.length)))
  expect([text.length, readKvpItem(text) !== null]).toEqual([length, isRead])
})
