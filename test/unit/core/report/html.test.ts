import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, trusted } from '../../../../src/core/report/html'
import { anyText } from '../../main/any-text'
import { shownText } from '../../../../src/core/i18n/shown-text'
import { inertJson } from '../../../../src/core/report/json-text'

describe('html', () => {
  test('escapes every text, in content and in quoted attributes', () => {
    const hostile = `"><script>alert('1')</script>&amp;`
    expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>',
    )
  })

  test('takes pieces, lists and numbers, and leaves out what is nothing', () => {
    const items = ['a', 'b'].map((item) => html`<i>${item}</i>`)
    const list = html`<b>${items}${null}${undefined}${false}${0}</b>`
    expect(String(list)).toBe('<b><i>a</i><i>b</i>0</b>')
    expect(String(html`${trusted('<b>')}`)).toBe('<b>')
  })

  test('a text can never open a tag or leave an attribute', () => {
    fc.assert(fc.property(anyText, (text) => !/[<>"']/.test(String(html`${text}`))))
  })
})

describe('shownText', () => {
  test.each([
    ['a\u001b[2Jb', 'a␛[2Jb'],
    ['a\u202egnp.exe', 'a[U+202E]gnp.exe'],
    ['a\r\nb\u0000', 'a↵↵b␀'],
    ['\u009b2J', '[U+009B]2J'],
    ['a\u200bb\ufeff', 'a[U+200B]b[U+FEFF]'],
    ['\u3164', '[U+3164]'],
    ['\ud800x', '[U+D800]x'],
    ['인사-01 👩‍💻 é', '인사-01 👩‍💻 é'],
  ])('%j is shown as %j', (text, shown) => {
    expect(shownText(text)).toBe(shown)
  })
})

describe('inertJson', () => {
  test('reads back as the same value, in one line without a tag or anything invisible', () => {
    const value = fc.oneof(fc.jsonValue(), anyText, fc.constant('</script><!--\u2028\u009b\u{e0041}'))
    fc.assert(
      fc.property(value, (any) => {
        const text = inertJson(any)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(any)))
        expect(text).not.toMatch(/[<>&\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})
