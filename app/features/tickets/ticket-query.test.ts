import { expect, test } from 'vitest'
import { readTicketQuery, ticketQueryString } from './ticket-query'

const read = (query: string) => readTicketQuery(new URLSearchParams(query))

test('a full query is read and written back', () => {
  const text =
    '?q=dates&status=open&priority=high&category=your-data&from=2026-03-01&to=2026-03-31&sort=created&page=2'
  const query = read(text)
  expect(query).toMatchObject({ search: 'dates', status: 'open', from: '2026-03-01', page: 2 })
  expect(ticketQueryString(query, { page: 2 })).toBe(text)
})

test('a changed filter starts at the first page', () => {
  expect(ticketQueryString(read('q=x&page=7'), { status: 'open' })).toBe('?q=x&status=open')
})

test.each([
  'status=in.(new)&sort=id;drop table&page=-1',
  'page=1e99&from=2026-02-30&to=yesterday',
  `q=${'%00'.repeat(50)}&category=../../etc`,
  'page=NaN&priority=__proto__',
])('%s asks for nothing special', (query) => {
  expect(read(query)).toEqual({ page: 1 })
})

test('a search of 10,000 characters is cut, half a surrogate pair is mended', () => {
  expect(read(`q=${'x'.repeat(10_000)}`).search).toHaveLength(200)
  expect(readTicketQuery(new URLSearchParams({ q: 'a\ud83d' })).search).toBe('a\ufffd')
})

test('a long search is cut before a character that would be cut in half, which Postgres refuses', () => {
  const q = `${'x'.repeat(199)}😀`
  expect(read(new URLSearchParams({ q }).toString()).search).toBe('x'.repeat(199))
})
