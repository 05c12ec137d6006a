import { expect, test } from 'vitest'
import { formatDay, formatTime } from './format-time'

const berlin = 'Europe/Berlin'

test.each([
  ['2026-03-10T09:55:00Z', berlin, '2026-03-10T20:00:00Z', 'Today, 10:55'],
  ['2026-03-09T22:59:00Z', berlin, '2026-03-10T20:00:00Z', 'Yesterday, 23:59'],
  ['2026-03-09T23:00:00Z', berlin, '2026-03-10T20:00:00Z', 'Today, 00:00'],
  ['2026-03-08T08:12:00Z', berlin, '2026-03-10T20:00:00Z', '8 March, 09:12'],
  ['2025-12-31T22:30:00Z', berlin, '2026-03-10T20:00:00Z', '31 December 2025, 23:30'],
  ['2025-12-31T23:30:00Z', berlin, '2026-03-10T20:00:00Z', '1 January, 00:30'],
  // The night of 29 March 2026 has no half past two in Berlin.
  ['2026-03-29T00:30:00Z', berlin, '2026-03-30T08:00:00Z', 'Yesterday, 01:30'],
  ['2026-03-29T01:30:00Z', berlin, '2026-03-30T08:00:00Z', 'Yesterday, 03:30'],
  ['2026-03-10T09:55:00Z', 'Pacific/Auckland', '2026-03-10T12:00:00Z', 'Yesterday, 22:55'],
  ['2026-03-11T00:00:00Z', berlin, '2026-03-10T20:00:00Z', '11 March, 01:00'],
])('%s in %s, read at %s, is "%s"', (iso, zone, now, words) => {
  expect(formatTime(iso, zone, now)).toBe(words)
})

test('a day is named with its year', () => {
  expect(formatDay('2026-03-10', berlin)).toBe('10 March 2026')
})
