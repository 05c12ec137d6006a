import { expect, test } from 'vitest'
import { goesOnIn, sentWords } from './goes-on-in'
import type { TicketEvent } from './ticket'

const event = (kind: string, after: string): TicketEvent => ({
  ...{ id: kind, kind, actor: null, before: null, after },
  created_at: '2026-03-10T09:00:00Z',
})

test('a merged ticket names the one that goes on', () => {
  expect(goesOnIn([event('status', 'closed'), event('merged', '1042')])).toBe(1042)
  expect(goesOnIn([event('merged_from', '1042')])).toBeNull()
})

test('a reply says where it went', () => {
  expect(sentWords(1001, 1001, [])).toBe('Your reply is sent.')
  expect(sentWords(1001, 1050, [])).toContain('It opened ticket 1050')
  expect(sentWords(1001, 1042, [event('merged', '1042')])).toContain('here, in ticket 1042')
})
