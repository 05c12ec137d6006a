import { expect, test } from 'vitest'
import { canReopen, isDone, STATUSES } from './ticket'

const solvedAt = '2026-03-10T12:00:00Z'

test.each([
  ['2026-03-10T12:00:00Z', true],
  ['2026-03-17T12:00:00Z', true],
  ['2026-03-17T12:00:01Z', false],
  ['2026-06-01T00:00:00Z', false],
])('a ticket solved on 10 March can be reopened at %s: %s', (now, expected) => {
  expect(canReopen({ status: 'solved', solved_at: solvedAt }, new Date(now))).toBe(expected)
})

test('only a solved ticket can be reopened', () => {
  const now = new Date(solvedAt)
  const can = STATUSES.filter((status) => canReopen({ status, solved_at: solvedAt }, now))
  expect(can).toEqual(['solved'])
})

test('solved and closed are done', () => {
  expect(STATUSES.filter(isDone)).toEqual(['solved', 'closed'])
})
