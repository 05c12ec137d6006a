import { expect, test } from 'vitest'
import { fill } from './auth-mails'

test('a value cannot bring markup into a mail', () => {
  const html = fill('<p>{{ .NewEmail }}</p>', { NewEmail: '"<b>"@example.com' })
  expect(html).toBe('<p>&#34;&lt;b&gt;&#34;@example.com</p>')
})

test('a placeholder that nothing fills is an error', () => {
  expect(() => fill('{{ .Surprise }}', {})).toThrow('no value for .Surprise')
})
