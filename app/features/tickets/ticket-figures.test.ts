import { expect, test } from 'vitest'
import { monthName } from './ticket-figures'

test('a month has a name', () => {
  expect(monthName('2026-03')).toBe('Mar 2026')
})
