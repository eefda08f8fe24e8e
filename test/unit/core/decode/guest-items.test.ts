import { describe, expect, test } from 'vitest'
import {
  addressesOf,
  hasContent,
  hostNameOf,
  type Items,
  itemText,
  usableAddress,
} from '../../../../src/core/decode/guest-items'

const itemsOf = (pairs: Readonly<Record<string, string>>): Items => new Map(Object.entries(pairs))
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(';')

describe('a text of the guest', () => {
  const PAIR = '\u{1F600}'
  test.each<readonly [string, string, string | null]>([
    ['as it is', 'Ubuntu', 'Ubuntu'],
    ['without white space around', ' \tUbuntu 22.04\n', 'Ubuntu 22.04'],
    ['without its quotes and the space inside them', ' " Ubuntu " ', 'Ubuntu'],
    ['with quotes inside', 'a "b" c', 'a "b" c'],
    ['with a quote at its beginning alone', '"Ubuntu', '"Ubuntu'],
    ['with a quote at its end alone', 'Ubuntu"', 'Ubuntu"'],
    ['with a quoted word at its end', 'a "b"', 'a "b"'],
    ['with a quoted word at its beginning', '"a" b', '"a" b'],
    ['with two quoted words', '"a" "b"', 'a" "b'],
    ['over two lines', '"a\nb"', 'a\nb'],
    ['that is one quote', '"', '"'],
    ['that is empty', '', null],
    ['that is blank', ' \n', null],
    ['that is empty in quotes', '""', null],
    ['that is blank in quotes', '"  "', null],
    ['of 256 characters', 'x'.repeat(256), 'x'.repeat(256)],
    ['of 257 characters', 'x'.repeat(257), 'x'.repeat(256)],
    ['of 257 characters with its quotes', `"${'x'.repeat(255)}"`, 'x'.repeat(255)],
    ['cut in the middle of a pair', `${'x'.repeat(255)}${PAIR}`, 'x'.repeat(255)],
    ['cut after a pair', `${'x'.repeat(254)}${PAIR}y`, `${'x'.repeat(254)}${PAIR}`],
    ['with many pairs', PAIR.repeat(200), PAIR.repeat(128)],
  ])('%s', (_how, said, text) => {
    expect(itemText(itemsOf({ OSName: said }), 'OSName')).toBe(text)
  })

  test('that the guest did not give', () => {
    expect(itemText(itemsOf({ OSVersion: '1' }), 'OSName')).toBeNull()
  })
})

describe('the name of the guest', () => {
  test.each([
    ['web01.example.test', 'web01.example.test'],
    ['getaddrinfo failed', null],
    ['gethostname failed: 5', null],
    ['  ', null],
  ])('%j: %s', (said, name) => {
    expect(hostNameOf(itemsOf({ FullyQualifiedDomainName: said }))).toBe(name)
  })

  test('that it did not give', () => {
    expect(hostNameOf(itemsOf({ OSName: 'web01' }))).toBeNull()
  })
})

describe('addresses', () => {
  test.each([
    ['10.20.1.15', '10.20.1.15'],
    [' 10.20.1.15 ', '10.20.1.15'],
    ['255.255.255.255', '255.255.255.255'],
    ['256.1.1.1', null],
    ['10.1.1', null],
    ['10.1.1.1.1', null],
    ['x10.1.1.1', null],
    ['10.1.1.1x', null],
    ['127.0.0.1', null],
    ['169.254.1.1', null],
    ['169.25.1.1', '169.25.1.1'],
    ['0.0.0.0', null],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:db8::1%4', '2001:db8::1'],
    ['2001:db8::1%eth0\n', '2001:db8::1'],
    ['2001:db8::1 %4', '2001:db8::1'],
    ['::ffff:10.1.1.1', '::ffff:10.1.1.1'],
    ['::', null],
    ['::1', null],
    ['::2', '::2'],
    ['::1234', '::1234'],
    ['0:0:0:0:0:0:0:1', null],
    ['0000:0000:0000:0000:0000:0000:0000:0001', null],
    ['0:0:0:0:0:0:0:11', '0:0:0:0:0:0:0:11'],
    ['fe80::1', null],
    ['FEBF::1', null],
    ['fec0::1', 'fec0::1'],
    ['fe8::1', 'fe8::1'],
    ['x2001:db8::1', null],
    ['2001:db8::g', null],
    ['abcd', null],
    ['a:b', null],
    ['', null],
    ['%4', null],
    ['IP-PRIVATE-01', 'IP-PRIVATE-01'],
    ['IP-PUBLIC-123456789', 'IP-PUBLIC-123456789'],
    ['IP-PUBLIC-1', null],
    ['IP-OTHER-01', null],
  ])('%j: %s', (text, address) => {
    expect(usableAddress(text)).toBe(address)
  })

  test('IPv4 first, each once', () => {
    const items = itemsOf({
      NetworkAddressIPv6: 'fe80::1;2001:db8::1%4;2001:db8::1',
      NetworkAddressIPv4: '10.1.1.1;127.0.0.1; 10.1.1.2;10.1.1.1;inet_ntop failed',
    })
    expect(addressesOf(items)).toEqual(['10.1.1.1', '10.1.1.2', '2001:db8::1'])
  })

  test('none where the guest gave none', () => {
    expect(addressesOf(itemsOf({ OSName: '10.1.1.1' }))).toEqual([])
  })

  test('sixty-four at most, of the first two hundred and fifty-six of a kind', () => {
    const own = (at: number): string => `10.1.0.${at}`
    const NetworkAddressIPv6 = '2001:db8::1'
    expect(addressesOf(itemsOf({ NetworkAddressIPv4: many(63, own), NetworkAddressIPv6 }))).toHaveLength(64)
    expect(addressesOf(itemsOf({ NetworkAddressIPv4: many(70, own), NetworkAddressIPv6 }))).toEqual(
      many(64, own).split(';'),
    )
    const NetworkAddressIPv4 = `${many(255, () => '127.0.0.1')};10.1.0.1;10.1.0.2`
    expect(addressesOf(itemsOf({ NetworkAddressIPv4 }))).toEqual(['10.1.0.1'])
  })
})

test.each<readonly [Readonly<Record<string, string>>, boolean]>([
  [{}, false],
  [{ OSName: '' }, false],
  [{ OSName: ' \n', OSVersion: '' }, false],
  [{ OSName: '', OSVersion: '0' }, true],
])('%j has content: %s', (pairs, has) => {
  expect(hasContent(itemsOf(pairs))).toBe(has)
})
