import { expect, test } from 'vitest'
import { atomOf, type TicketFeed } from './ticket-feed'

const ines = { id: 'i', name: 'Ines <Okafor>', role: 'agent' } as const
const feed: TicketFeed = {
  id: '0d4c2f9e-5ff6-4c5e-9b3f-111111111111',
  number: 1042,
  subject: 'Dates & "times"\u0007',
  status: 'pending',
  created_at: '2026-03-10T09:00:00+00:00',
  updated_at: '2026-03-10T09:30:00+00:00',
  entries: [
    {
      id: '0d4c2f9e-5ff6-4c5e-9b3f-222222222222',
      at: '2026-03-10T09:30:00.25+00:00',
      author: ines,
      body: '</content><script>alert(1)</script>',
    },
    {
      id: '7',
      at: '2026-03-10T09:00:00+00:00',
      kind: 'status',
      actor: ines,
      before: 'new',
      after: 'open',
    },
  ],
}

test('a feed names ticket, people and times, and keeps what was typed from being markup', () => {
  const xml = atomOf(feed, 'https://portal.example/tickets/1042')
  expect(xml).toContain('<title>Ticket 1042: Dates &amp; &quot;times&quot;\ufffd</title>')
  expect(xml).toContain('<subtitle>Waiting for you</subtitle>')
  expect(xml).toContain('<updated>2026-03-10T09:30:00.250Z</updated>')
  expect(xml).toContain('<title>Ines &lt;Okafor&gt; wrote</title>')
  expect(xml).toContain('&lt;/content&gt;&lt;script&gt;')
  expect(xml).toContain('<title>Ines &lt;Okafor&gt; began to work on it</title>')
  expect(xml).toContain('<id>https://portal.example/tickets/1042#event-7</id>')
  expect(xml).not.toContain('<script')
})

test('a feed without entries is as old as its ticket', () => {
  expect(atomOf({ ...feed, entries: [] }, 'https://portal.example/')).toContain(
    '<updated>2026-03-10T09:30:00.000Z</updated>',
  )
})
