import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Prose } from '../../../../src/renderer/components/prose'

test('a line ends in no name, and the text stays what it was', () => {
  const text = 'Hyper-V <b>shows</b> it (KB 2956569). Hyper-V 관리자'
  const html = renderToStaticMarkup(<Prose text={text} />)
  expect(html).toBe(
    '<span class="unbroken">Hyper-V</span> &lt;b&gt;shows&lt;/b&gt; it (<span class="unbroken">KB 2956569</span>). ' +
      '<span class="unbroken">Hyper-V</span> 관리자',
  )
})
