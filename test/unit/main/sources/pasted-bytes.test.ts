import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePastedBytes } from '../../../../src/main/sources/pasted-bytes'

const TABLE = [
  'VMName Name      Enabled PrimaryStatusDescription SecondaryStatusDescription',
  '------ ----      ------- ------------------------ --------------------------',
  'web-01 Heartbeat True    No Contact',
].join('\r\n')
const KOREAN = `회계 서버의 하트비트가 "연결 없음"으로 나옵니다. 확인 부탁드립니다.\r\n${TABLE}\r\n`

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** The bytes that Windows writes for a text in one of its code pages, made from the decoder's own table. */
function inCodePage(text: string, label: string): Buffer {
  const decoder = new TextDecoder(label)
  const table = new Map<string, readonly number[]>()
  for (let first = 0x80; first <= 0xff; first += 1) {
    const one = decoder.decode(Uint8Array.of(first))
    if (one.length === 1 && one !== '\ufffd' && !table.has(one)) table.set(one, [first])
    for (let second = 0x30; second <= 0xfe; second += 1) {
      const two = decoder.decode(Uint8Array.of(first, second))
      if (two.length === 1 && two !== '\ufffd' && !table.has(two)) table.set(two, [first, second])
    }
  }
  return Buffer.from(
    Array.from(text).flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? []))),
  )
}

describe('the bytes of a pasted text', () => {
  test.each([
    ['UTF-8', Buffer.from(KOREAN), KOREAN],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${KOREAN}`), KOREAN],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(KOREAN, 'utf16le')]), KOREAN],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian(KOREAN)]), KOREAN],
    ['UTF-16 LE without a mark', Buffer.from(KOREAN, 'utf16le'), KOREAN],
    ['UTF-16 BE without a mark', bigEndian(KOREAN), KOREAN],
    ['UTF-16 LE of English without a mark', Buffer.from(TABLE, 'utf16le'), TABLE],
    ['UTF-16 that ends within a character', Buffer.from(TABLE, 'utf16le').subarray(0, -1), TABLE.slice(0, -1)],
    ['a few zeros', Buffer.from(`${TABLE}\0`), TABLE],
  ])('are read as %s', (_name, bytes, text) => {
    expect(decodePastedBytes(bytes)).toEqual({ text })
  })

  test.each([
    ['euc-kr', KOREAN],
    ['shift_jis', `仮想マシン web-01 のハートビート: 接続なし\r\n${TABLE}`],
    ['gbk', `虚拟机 web-01 的集成服务状态异常，请确认。\r\n${TABLE}`],
    ['windows-1251', `Пульс виртуальной машины web-01: нет контакта\r\n${TABLE}`],
  ])('are read in the code page %s', (label, text) => {
    expect(decodePastedBytes(inCodePage(text, label))).toEqual({ text })
  })

  test.each([
    [
      'F\xfcr web-01: Austausch von Schl\xfcsselwertepaaren \x96 \x84Kein Kontakt\x93',
      'Für web-01: Austausch von Schlüsselwertepaaren – „Kein Kontakt“',
    ],
    [
      '\xc9change de paires cl\xe9-valeur de web-01, apr\xe8s l\x92arr\xeat',
      'Échange de paires clé-valeur de web-01, après l’arrêt',
    ],
  ])('are read in the code page 1252: %j', (bytes, text) => {
    expect(decodePastedBytes(Buffer.from(`${bytes}\r\n${TABLE}`, 'latin1'))).toEqual({ text: `${text}\r\n${TABLE}` })
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xd8])],
    [
      'an archive',
      Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xdf, 0xa4, 0xd2, 0x6c, 0x5a, 1]),
    ],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90), Buffer.alloc(64, 0)])],
    ['bytes without any order', Buffer.from(Array.from({ length: 4096 }, (_, at) => ((at * 73) ^ (at >> 3)) & 255))],
  ])('of %s are no text', (_name, bytes) => {
    expect(decodePastedBytes(bytes)).toHaveProperty('badByte')
  })

  test('are never a crash, and a text in UTF-8 is always itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        expect(Object.keys(decodePastedBytes(Buffer.from(bytes)))).toHaveLength(1)
        const plain = text.replaceAll('\0', '')
        const read = decodePastedBytes(Buffer.from(` ${plain}`))
        expect(read).toEqual({ text: ` ${plain}` })
      }),
    )
  })
})
