import { expect, test } from 'vitest'
import { communicationOf } from './communication'
import type { Message, TicketEvent } from './ticket'

const author = { id: 'i', name: 'Ines Okafor', role: 'agent' } as const
const said = (id: string, created_at: string): Message => {
  return { id, kind: 'public', author, body: id, created_at, attachments: [] }
}
const event = (kind: string, created_at: string): TicketEvent => {
  return {
    id: kind + created_at,
    kind,
    actor: null,
    before: 'mail',
    after: 'ticket_reply',
    created_at,
  }
}

test('messages and notices stand in one order, and other events do not', () => {
  const log = communicationOf(
    [said('first', '2026-03-10T09:00:00+00:00'), said('second', '2026-03-10T09:10:00.5+00:00')],
    [
      event('notice', '2026-03-10T09:10:09+00:00'),
      event('status', '2026-03-10T09:05:00+00:00'),
      event('notice', '2026-03-10T09:00:10+00:00'),
    ],
  )
  expect(log.map(({ kind, at }) => [kind, at.slice(11, 19)])).toEqual([
    ['message', '09:00:00'],
    ['notice', '09:00:10'],
    ['message', '09:10:00'],
    ['notice', '09:10:09'],
  ])
})

test('what happens at the same moment: the message stands before the notice about it', () => {
  const at = '2026-03-10T09:00:00+00:00'
  expect(
    communicationOf([said('first', at)], [event('notice', at)]).map(({ kind }) => kind),
  ).toEqual(['message', 'notice'])
})
