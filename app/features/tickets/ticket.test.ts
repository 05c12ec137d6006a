import { expect, test } from 'vitest'
import { canReopen, isClosed, isDone, STATUSES } from './ticket'

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

test('a ticket is closed when it is said to be, or when it was solved too long ago', () => {
  const at = (time: string, status: 'open' | 'solved' | 'closed') =>
    isClosed({ status, solved_at: solvedAt }, new Date(time))
  expect(at(solvedAt, 'closed')).toBe(true)
  expect(at(solvedAt, 'solved')).toBe(false)
  expect(at('2026-03-18T12:00:00Z', 'solved')).toBe(true)
  expect(at('2026-03-18T12:00:00Z', 'open')).toBe(false)
})

test('solved and closed are done', () => {
  expect(STATUSES.filter(isDone)).toEqual(['solved', 'closed'])
})
