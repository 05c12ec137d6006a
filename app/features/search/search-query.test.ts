import { expect, test } from 'vitest'
import { readSearchQuery } from './search-query'

const read = (query: string) => readSearchQuery(new URLSearchParams(query))

test('a question is read with its kind and page', () => {
  expect(read('q=+exported%0A+dates+&type=faq&page=2')).toEqual({
    query: 'exported dates',
    type: 'faq',
    page: 2,
  })
})

test('a long question is cut before a character that would be cut in half, so that links can carry it', () => {
  const { query } = read(new URLSearchParams({ q: `${'x'.repeat(499)}😀 and more` }).toString())
  expect(query).toBe('x'.repeat(499))
  expect(encodeURIComponent(query)).toBe('x'.repeat(499))
})

test.each(['', 'q=%00', 'q=+++&type=__proto__', 'page=-1', 'page=1e9', 'page=x'])(
  '%j asks for nothing',
  (query) => {
    expect(read(query)).toEqual({ query: '', type: undefined, page: 1 })
  },
)
