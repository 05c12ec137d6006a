import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MarkedText } from './marked-text'

test('found words are marked, everything else is text', () => {
  const snippet = { text: 'a <b>link</b> works once', marks: [[5, 9]] as [number, number][] }
  expect(renderToStaticMarkup(<MarkedText {...snippet} />)).toBe(
    'a &lt;b&gt;<mark>link</mark>&lt;/b&gt; works once',
  )
})
