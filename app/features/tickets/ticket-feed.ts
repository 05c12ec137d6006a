import { escapeXml } from '~/lib/xml'
import { eventWords } from './event-words'
import { CUSTOMER_STATUS, type Author, type Status, type TicketEvent } from './ticket'

/** A ticket as its feed tells it: what was said and what happened, newest first, 50 entries at most. */
export type TicketFeed = {
  id: string
  number: number
  subject: string
  status: Status
  created_at: string
  updated_at: string
  entries: FeedEntry[]
}

type FeedEntry = { id: string; at: string } & (
  { author: Author; body: string } | Pick<TicketEvent, 'kind' | 'actor' | 'before' | 'after'>
)

/** Nobody reads a feed as "You": it may be read by a program for several people. */
const READER = { kind: 'customer', id: '' } as const

/**
 * The feed as Atom 1.0 (RFC 4287).
 * @param page the address of the ticket's page, where its links lead
 */
export function atomOf(feed: TicketFeed, page: string): string {
  const { id, number, subject, status, updated_at, entries } = feed
  const newest = entries[0]?.at ?? updated_at
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:uuid:${id}</id>
  <title>${escapeXml(`Ticket ${number}: ${subject}`)}</title>
  <subtitle>${CUSTOMER_STATUS[status]}</subtitle>
  <updated>${time(newest)}</updated>
  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
  <author><name>Portico</name></author>
${entries.map((entry) => atomEntry(entry, page)).join('\n')}
</feed>
`
}

function atomEntry(entry: FeedEntry, page: string): string {
  const { id, author, title, text, anchor } = wordsOf(entry)
  return `  <entry>
    <id>${escapeXml(id.startsWith('event-') ? `${page}#${id}` : `urn:uuid:${id}`)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${time(entry.at)}</updated>
    <author><name>${escapeXml(author)}</name></author>
    <link rel="alternate" type="text/html" href="${escapeXml(page + anchor)}"/>
    <content type="text">${escapeXml(text)}</content>
  </entry>`
}

function wordsOf(entry: FeedEntry) {
  if ('body' in entry) {
    const { id, author, body } = entry
    const title = `${author.name} wrote`
    return { id, author: author.name, title, text: body, anchor: `#message-${id}` }
  }
  const words = eventWords({ ...entry, created_at: entry.at }, READER)
  const author = entry.actor?.name ?? 'Portico'
  return { id: `event-${entry.id}`, author, title: words, text: words, anchor: '' }
}

function time(at: string): string {
  return new Date(at).toISOString()
}
