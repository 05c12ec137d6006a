import { expect, test } from 'vitest'
import { benchSearch, searchTable } from './search'

const docs = [
  { id: 'password', title: 'Change your password', body: 'Open the account page.' },
  { id: 'invoice', title: 'Where is my invoice?', body: 'Under billing, not under password.' },
]

test('quality is measured by group and unanswerable queries only count as such', () => {
  const bench = benchSearch({
    docs,
    queries: [
      { query_id: '1', query: 'password', relevant: ['password'], group: 'keyword' },
      { query_id: '2', query: 'password', relevant: ['invoice'], group: 'keyword' },
      { query_id: '3', query: 'invoice', relevant: ['invoice'], group: 'question' },
      { query_id: '4', query: 'wine for fish', relevant: [], group: 'unanswerable' },
    ],
  })
  expect(bench.groups).toEqual([
    { group: 'all', queries: 3, mrr: expect.closeTo(2.5 / 3), firstRight: expect.closeTo(2 / 3) },
    { group: 'keyword', queries: 2, mrr: 0.75, firstRight: 0.5 },
    { group: 'question', queries: 1, mrr: 1, firstRight: 1 },
  ])
  expect(bench.answers).toEqual({ turnedAway: 0, falseAnswers: 0 })
  expect(bench.index.bytes).toBeGreaterThan(100)
  expect(searchTable(bench)).toMatch(/^keyword +2 +0\.750 +50 %$/m)
})
