import { expect, test } from 'vitest'
import { eventWords } from './event-words'
import type { TicketEvent } from './ticket'

const maya = { id: 'm', name: 'Maya Lindqvist', role: 'customer' } as const
const ines = { id: 'i', name: 'Ines Okafor', role: 'agent' } as const

function event(kind: string, changed: Partial<TicketEvent> = {}): TicketEvent {
  return {
    id: 1,
    kind,
    actor: ines,
    before: null,
    after: null,
    created_at: '2026-03-10T09:00:00Z',
    ...changed,
  }
}

test.each([
  [event('opened', { actor: maya }), 'You opened the ticket', 'Opened by Maya Lindqvist'],
  [
    event('status', { before: 'new', after: 'open' }),
    'Ines Okafor began to work on it',
    'New to open, by Ines Okafor',
  ],
  [
    event('status', { before: 'open', after: 'pending' }),
    'Ines Okafor asked you something',
    'Open to pending, by Ines Okafor',
  ],
  [
    event('status', { actor: maya, before: 'pending', after: 'open' }),
    'You took it up again',
    'Pending to open, by Maya Lindqvist',
  ],
  [
    event('status', { actor: null, before: 'solved', after: 'closed' }),
    'Portico closed the ticket',
    'Solved to closed, by Portico',
  ],
  [
    event('assignee', { after: 'Ines Okafor' }),
    'Ines Okafor took the ticket',
    'Ines Okafor took the ticket',
  ],
  [
    event('assignee', { before: 'Ines Okafor' }),
    'Ines Okafor gave the ticket back to the team',
    'Ines Okafor gave the ticket back to the team',
  ],
  [
    event('priority', { before: 'low', after: 'urgent' }),
    'Ines Okafor changed the priority from low to urgent',
    'Ines Okafor changed the priority from low to urgent',
  ],
  [
    event('tags', { before: 'a, b', after: 'b, c d' }),
    'Ines Okafor added the tag c d and removed the tag a',
    'Ines Okafor added the tag c d and removed the tag a',
  ],
  [
    event('tags', { before: '', after: 'a, b' }),
    'Ines Okafor added the tags a, b',
    'Ines Okafor added the tags a, b',
  ],
  [
    event('merged', { after: '1001' }),
    'Ines Okafor merged it into ticket 1001',
    'Ines Okafor merged it into ticket 1001',
  ],
])('%j', (happened, forCustomer, forStaff) => {
  expect(eventWords(happened, { kind: 'customer', id: 'm' })).toBe(forCustomer)
  expect(eventWords(happened, { kind: 'staff' })).toBe(forStaff)
})
