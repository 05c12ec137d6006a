import { expect, test } from 'vitest'
import { readDay } from './calendar-day'

test.each([
  ['2026-03-10', '2026-03-10'],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['10.03.2026', undefined],
  ['2026-03-10T00:00', undefined],
  ['', undefined],
  [null, undefined],
])('the day %j is read as %j', (value, day) => {
  expect(readDay(value)).toBe(day)
})
