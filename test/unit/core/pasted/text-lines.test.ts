import { describe, expect, test } from 'vitest'
import {
  cellsOf,
  isMailWidth,
  linesOf,
  stripped,
  widthOf,
  withoutEntities,
} from '../../../../src/core/decode/pasted/text-lines'

const textsOf = (pasted: string): readonly string[] => {
  const taken = linesOf(pasted)
  return taken.ok ? taken.lines.map(({ text }) => text) : [taken.reason]
}
const numbersOf = (pasted: string): readonly number[] => {
  const taken = linesOf(pasted)
  return taken.ok ? taken.lines.map(({ number }) => number) : []
}
const spread = (text: string): string => text.replace(/./gsu, '$&\0')

describe('a text taken apart', () => {
  test.each([
    ['nothing', '', ['empty']],
    ['white space', ' \r\n\t\u00a0', ['empty']],
    ['the zeros of UTF-16', spread('VM: a\nb'), ['VM: a', 'b']],
    ['zeros and a byte order mark that was read as letters', `\u00ff\u00fe${spread('VM: a')}`, ['VM: a']],
    ['zeros and a byte order mark that was no letter', `\ufffd\ufffd${spread('VM: a')}`, ['VM: a']],
    ['one zero in a long line', `VM\0: ${'a'.repeat(60)}`, [`VM\0: ${'a'.repeat(60)}`]],
    ['line ends of every system', 'a\r\nb\rc\nd\u0085e\u2028f\u2029g', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['empty lines between', 'a\n\n\nb', ['a', '', '', 'b']],
    ['spaces at the end', 'a  \t\nb\u00a0', ['a', 'b']],
    ['odd spaces', 'a\u00a0b\u2003c\u202fd\u1680e\u205ff', ['a b c d e f']],
    ['characters without width', '\ufeffa\u200bb\u2060c', ['abc']],
    ['colours', '\u001b[1;31ma\u001b[0m b\u001b(B', ['a b']],
    ['the title of a window, with a bell', '\u001b]0;PowerShell\u0007a', ['a']],
    ['the title of a window, with an escape', '\u001b]0;PowerShell\u001b\\a', ['a']],
    ['colours that lost their escape', 'a[0m [32;1mb[0m', ['a b']],
    ['brackets that are no colour', 'a[m [3m b[12]', ['a[m [3m b[12]']],
  ])('%s', (_what, pasted, texts) => {
    expect(textsOf(pasted)).toEqual(texts)
  })

  test('a line is cut where nobody reads on', () => {
    expect(textsOf('a'.repeat(10_001))[0]).toHaveLength(10_000)
    expect(textsOf('a'.repeat(10_000))[0]).toHaveLength(10_000)
  })

  test('lines beyond the limit are counted', () => {
    const taken = linesOf('a\n'.repeat(200_001))
    expect(taken).toMatchObject({ ok: true, unread: 2 })
    expect(linesOf('a\nb')).toMatchObject({ ok: true, unread: 0 })
  })

  test.each([
    ['a program', '\u0001\u0002\u0003\u0004MZ', ['binary']],
    ['a picture read as UTF-8', '\ufffd\ufffdPNG', ['binary']],
    ['deleting characters', '\u007f\u007f\u007fabc', ['binary']],
    ['tabs, form feeds and line ends are text', '\t\f\r\n\ta', ['', '\ta']],
    ['one odd character in twelve is text', `\u0001${'a'.repeat(11)}`, [`\u0001${'a'.repeat(11)}`]],
    ['one in eleven is none', `\u0001${'a'.repeat(10)}`, ['binary']],
  ])('%s', (_what, pasted, texts) => {
    expect(textsOf(pasted)).toEqual(texts)
  })
})

describe('quoted mail', () => {
  test.each([
    ['> a', ['a']],
    ['>a', ['a']],
    ['> > a', ['a']],
    ['>> >a', ['a']],
    ['   > a', ['a']],
    ['>    > a', ['a']],
    ['>     > a', ['    > a']],
    ['    > a', ['a']],
    ['     > a', ['     > a']],
    ['>  a', [' a']],
    ['a > b', ['a > b']],
    ['>', ['']],
    ['> &gt; a', ['a']],
    [`${'> '.repeat(31)}a`, ['a']],
    [`${'> '.repeat(32)}a`, ['> a']],
  ])('%j', (pasted, texts) => {
    expect(textsOf(`${pasted}\nz`)).toEqual([...texts, 'z'])
  })
})

describe('entities', () => {
  test.each([
    ['a&nbsp;b', 'a b'],
    ['&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['&ndash;&mdash;&hellip;', '--…'],
    ['&NBSP;', ' '],
    ['&#58;&#x3A;&#xc11c;', '::서'],
    ['&foo;', '&foo;'],
    ['&#31;&#x1f;', '&#31;&#x1f;'],
    ['&#32;|', ' |'],
    ['&#xd800;&#xdfff;', '&#xd800;&#xdfff;'],
    ['&#xd7ff;&#xe000;', '\ud7ff\ue000'],
    ['&#xfffff;&#999999;', '\u{fffff}\u{f423f}'],
    ['&#1234567;', '&#1234567;'],
    ['&a;&abcdefg;', '&a;&abcdefg;'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (text, plain) => {
    expect(withoutEntities(text)).toBe(plain)
  })

  test.each([
    ['a&nbsp;b &hellip;', ['a b …']],
    ['a&#58;b', ['a:b']],
    ['a&#x3a;b', ['a:b']],
    ['a&quot;b', ['a"b']],
    ['R&D &hellip;', ['R&D &hellip;']],
  ])('in a pasted text: %s', (pasted, texts) => {
    expect(textsOf(pasted)).toEqual(texts)
  })
})

describe('HTML', () => {
  test.each([
    [
      'rows of a table',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      ['|a|b|', '|c|d|'],
    ],
    ['heads', '<tr><th>a</th><th class="x">b</th></tr>', ['|a|b|']],
    ['lines broken by tags', '<p>a<br>b<br/>c<br />d</p>', ['a', 'b', 'c', 'd']],
    ['formatting', '<div><b>a</b> <span style="x">b</span></div>', ['a b']],
    ['whole page', '<!DOCTYPE html><html><head><title>t</title></head><body><pre>a</pre></body></html>', ['t', 'a']],
    ['tags that are a name', '<div>VM <web> <x-y></div>', ['VM <web> <x-y>']],
    ['no layout at all', 'VM <b>web</b>', ['VM <b>web</b>']],
    ['a line without tags beside one with', '<p>a</p>\nb < c', ['a', 'b < c']],
    ['nothing left of a line', '<p></p>\na', ['a']],
    ['nothing left of a line that holds no end', '<p>\na', ['', 'a']],
  ])('%s', (_what, pasted, texts) => {
    expect(textsOf(pasted)).toEqual(texts)
  })

  test('the rows of one line share its number', () => {
    expect(numbersOf('x\n<td>a</td></tr><tr><td>b</td>\ny')).toEqual([1, 2, 2, 3])
  })
})

describe('texts without their wrapping, and widths', () => {
  test.each([
    ['  a  ', '', 'a'],
    ['-* a b *-', '-*', 'a b'],
    ['***', '*', ''],
    ['', '-', ''],
    ['a-b', '-', 'a-b'],
  ])('%j without %j', (text, signs, bare) => {
    expect(stripped(text, signs)).toBe(bare)
  })

  test.each([
    ['a', 1],
    ['서', 2],
    ['ハ', 2],
    ['Ａ', 2],
    ['é', 1],
    ['…', 1],
  ])('%s takes %d cells', (char, cells) => {
    expect(cellsOf(char)).toBe(cells)
  })

  test('a text takes the cells of its characters', () => {
    expect(widthOf('a서b')).toBe(4)
    expect(widthOf('')).toBe(0)
  })

  test.each([
    [54, false],
    [55, true],
    [130, true],
    [131, false],
  ])('%d characters can be a line that mail broke: %s', (length, is) => {
    expect(isMailWidth('a'.repeat(length))).toBe(is)
  })
})
