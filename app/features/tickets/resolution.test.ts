import { expect, test } from 'vitest'
import { resolutionOf } from './resolution'
import type { Author, Message, Status, TicketEvent, TicketPage } from './ticket'

const maya: Author = { id: 'maya', name: 'Maya', role: 'customer' }
const ines: Author = { id: 'ines', name: 'Ines', role: 'agent' }
const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute)).toISOString()

function change(actor: Author | null, before: string, after: string, minute: number): TicketEvent {
  return { id: minute, kind: 'status', actor, before, after, created_at: at(minute) }
}

function message(author: Author, minute: number, kind: Message['kind'] = 'public'): Message {
  return { id: `${minute}`, kind, author, body: '', created_at: at(minute), attachments: [] }
}

function page(status: Status, messages: Message[], events: TicketEvent[], end: number): TicketPage {
  const ticket = {
    id: 't',
    number: 1,
    subject: 's',
    status,
    priority: 'normal' as const,
    category: { slug: 'other', name: 'Something else' },
    requester: maya,
    assignee: ines,
    created_at: at(0),
    updated_at: at(end),
    solved_at: status === 'solved' || status === 'closed' ? at(end) : null,
    version: 1,
    follow_up_of: null,
  }
  return { ticket, messages, events }
}

test('a ticket under way has no record of its end', () => {
  expect(resolutionOf(page('open', [message(maya, 0)], [], 0))).toBeNull()
})

test('an answer solved it, and it was taken up again once', () => {
  const messages = [message(maya, 0), message(ines, 5), message(ines, 9), message(ines, 10, 'note')]
  const events = [
    change(ines, 'new', 'solved', 5),
    change(maya, 'solved', 'open', 7),
    change(ines, 'open', 'solved', 9),
    change(null, 'solved', 'closed', 50),
  ]
  expect(resolutionOf(page('closed', messages, events, 9))).toEqual({
    by: ines,
    at: at(9),
    how: 'answer',
    answerId: '9',
    minutes: 9,
    reopened: 1,
  })
})

test('its requester closed it', () => {
  const solved = page('solved', [message(maya, 0)], [change(maya, 'new', 'solved', 3)], 3)
  expect(resolutionOf(solved)).toMatchObject({ by: maya, how: 'requester', answerId: null })
})
