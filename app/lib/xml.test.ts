import { expect, test } from 'vitest'
import { escapeXml } from './xml'

test('what would be markup is text', () => {
  expect(escapeXml(`<a href="x">'&amp;'</a>]]>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;&apos;&amp;amp;&apos;&lt;/a&gt;]]&gt;',
  )
})

test('what XML cannot hold is replaced, and line ends stay', () => {
  expect(escapeXml('a\u0000b\u001bc\ud800d\uffffe\n\tf')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\n\tf')
})
