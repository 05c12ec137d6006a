import { expect, test } from 'vitest'
import { parseDocuments, parseJudgedQueries, parseQueries } from './collection.schema'

const line = (value: unknown, number = 1) => ({ value, place: `docs.jsonl:${number}` })

test('keywords and headings may be a list or one string, and most fields may be missing', () => {
  const documents = parseDocuments([
    line({ id: 'a', title: 'A', keywords: 'one, two', headings: 'First\nSecond', body: 'x' }),
    line({ id: 2, title: 'B', keywords: ['one'], headings: null, body: null }, 2),
  ])
  expect(documents[0]).toMatchObject({ keywords: ['one', 'two'], headings: ['First', 'Second'] })
  expect(documents[1]).toMatchObject({ id: '2', keywords: ['one'], headings: [], body: '' })
})

test('a wrong field is named with file, line and field', () => {
  expect(() => parseDocuments([line({ title: 'A' }, 7)])).toThrow(
    'docs.jsonl:7: id: Give a text or a number.',
  )
  expect(() => parseQueries([line({ query_id: 'q' }, 3)])).toThrow('docs.jsonl:3: query: Required.')
  expect(() => parseQueries([line('text')])).toThrow('docs.jsonl:1: the line:')
})

test('an id that comes twice is named with both places', () => {
  const twice = [line({ id: 'a' }, 1), line({ id: 'a' }, 2)]
  expect(() => parseDocuments(twice)).toThrow(
    'docs.jsonl:2: the id "a" is already at docs.jsonl:1.',
  )
})

test('a judged query without a group belongs to all', () => {
  const [query] = parseJudgedQueries([line({ query_id: 'q', query: 'x', relevant: ['a'] })])
  expect(query?.group).toBe('all')
})
