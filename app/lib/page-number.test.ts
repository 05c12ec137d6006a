import { expect, test } from 'vitest'
import { readPageNumber } from './page-number'

test.each([
  ['', 1],
  ['page=7', 7],
  ['page=9999', 9_999],
  ['page=10000', 1],
  ['page=0', 1],
  ['page=-1', 1],
  ['page=1.5', 1],
  ['page=1e99', 1],
  ['page=x', 1],
  ['page=', 1],
])('%j is page %i', (query, page) => {
  expect(readPageNumber(new URLSearchParams(query))).toBe(page)
})
