import { expect, test } from 'vitest'
import { banEnd, userChangesSchema } from './admin-requests'

const now = new Date('2026-01-01T00:00:00Z')

test('a ban ends after the hours, minutes and seconds of its duration', () => {
  expect(banEnd('24h', now)?.toISOString()).toBe('2026-01-02T00:00:00.000Z')
  expect(banEnd('1h30m', now)?.toISOString()).toBe('2026-01-01T01:30:00.000Z')
  expect(banEnd('1.5s', now)?.toISOString()).toBe('2026-01-01T00:00:01.500Z')
})

test('"none" lifts a ban', () => {
  expect(banEnd('none', now)).toBeNull()
})

test('a duration without a unit is refused', () => {
  expect(userChangesSchema.safeParse({ ban_duration: '24' }).success).toBe(false)
  expect(userChangesSchema.safeParse({ ban_duration: '24h' }).success).toBe(true)
})
