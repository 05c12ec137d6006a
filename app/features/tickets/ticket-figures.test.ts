import { expect, test } from 'vitest'
import { duration, monthName } from './ticket-figures'

test.each([
  [0, 'less than a minute'],
  [0.4, 'less than a minute'],
  [1, '1 min'],
  [60, '1 h'],
  [145, '2 h 25 min'],
  [1440, '1 day'],
  [1439.6, '1 day'],
  [4560, '3 days 4 h'],
])('%d minutes are %s', (minutes, words) => {
  expect(duration(minutes)).toBe(words)
})

test('a month has a name', () => {
  expect(monthName('2026-03')).toBe('Mar 2026')
})
