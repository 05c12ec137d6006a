import { expect, test } from 'vitest'
import { duration } from './duration'

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
