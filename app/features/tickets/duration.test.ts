import { expect, test } from 'vitest'
import { duration, officeDuration } from './duration'

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

test.each([
  [0.4, 'less than a minute'],
  [145, '2 h 25 min'],
  [509, '8 h 29 min'],
  [510, '1 working day'],
  [1_800, '3 working days 4 h'],
])('%d minutes of office hours are %s', (minutes, words) => {
  expect(officeDuration(minutes)).toBe(words)
})
