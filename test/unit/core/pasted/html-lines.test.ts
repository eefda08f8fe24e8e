import { describe, expect, test } from 'vitest'
import { joinedRows, withoutLayoutTags } from '../../../../src/core/decode/pasted/html-lines'

describe('a row of a table on several lines', () => {
  test.each([
    ['on one line', ['<tr><td>a</td></tr>', 'b'], ['<tr><td>a</td></tr>', 'b']],
    ['on three', ['<tr>', '<td>a</td>', '</tr>', 'b'], ['<tr> <td>a</td> </tr>', null, null, 'b']],
    ['that ends with a space', ['<TR >', 'a', '</TR >', 'b'], ['<TR > a </TR >', null, null, 'b']],
    ['that ends on its own line, with a space', ['<tr>a</tr >', 'b</tr>'], ['<tr>a</tr >', 'b</tr>']],
    ['two', ['<tr>', 'a', '</tr>', '<tr>', 'b</tr>'], ['<tr> a </tr>', null, null, '<tr> b</tr>', null]],
    ['that never ends', ['<tr>', 'a', 'b'], ['<tr>', 'a', 'b']],
    ['in which another begins', ['<tr>', 'a', '<tr>', 'b', '</tr>'], ['<tr>', 'a', '<tr> b </tr>', null, null]],
    [
      'in which another begins where it ends',
      ['<tr>', '</tr><tr>', 'b', '</tr>'],
      ['<tr> </tr><tr>', null, 'b', '</tr>'],
    ],
    ['of something else', ['<track>', 'a', '</tr>'], ['<track>', 'a', '</tr>']],
    ['at the end', ['x', '<tr>', '</tr>'], ['x', '<tr> </tr>', null]],
  ])('%s', (_what, parts, lines) => {
    expect(joinedRows(parts)).toEqual(lines)
  })

  test.each([
    [199, 1],
    [200, 201],
  ])('with %s lines in between gives %s line', (between, count) => {
    const parts = ['<tr>', ...Array.from({ length: between }, () => 'a'), '</tr>']
    const expected = count === 1 ? 1 : between + 2
    expect(joinedRows(parts).filter((line) => line !== null)).toHaveLength(expected)
  })
})

describe('rows without tags of layout', () => {
  test.each([
    ['cells', '<td>a</td><td>b</td>', ['|a|b|']],
    ['cells that end with a space', '<td>a</td ><th>b</th >', ['|a|b|']],
    ['a paragraph in a cell', '<td><p>a</p></td>', ['|a|']],
    ['a paragraph in a cell, with spaces', '<td><p>a</p > </td ><td>b</td>', ['|a|b|']],
    ['several ends in a cell', '<td><div><b><span>a</span></b></div></td>', ['|a|']],
    ['several ends in a cell, apart', `<td><div><b>a</b>  </div>${' '.repeat(20)}</td>`, ['|a|']],
    ['a paragraph in front of a cell', '<p>x</p><td>a</td>', ['x', '|a|']],
    ['empty marks of Word', '<td>a<o:p></o:p></td><td>b<o:p /></td>', ['|a|b|']],
    ['marks of Word with a space', '<td>a<o:p ></o:p ></td>', ['|a|']],
    ['lines', 'a<br>b<br/>c<br />d<br >e', ['a', 'b', 'c', 'd', 'e']],
    ['ends of blocks', '<p>a</p><div>b</div ><pre>c</pre><li>d</li><table>e</table>f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['ends of heads', '<head>a</head><style>b</style><colgroup>c</colgroup>d', ['a', '<style>b', 'c', 'd']],
    ['attributes', '<td class="x" style="y">a</td>', ['|a|']],
    ['names that begin like tags', '<tdx>a</tdx> <preview>', ['<tdx>a</tdx> <preview>']],
    ['nothing', '', ['']],
    ['a tag alone', '<p>', ['']],
    ['spaces at the end', '<p>a   </p>', ['a']],
  ])('%s', (_what, text, rows) => {
    expect(withoutLayoutTags(text)).toEqual(rows)
  })
})
