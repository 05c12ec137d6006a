import type { Message } from '../ticket'
import type { Present } from './desk'

/** What a page of a ticket shows of it; the ticket has moved on when one of them is another. */
export type Seen = { messageId: string; version: number }

/** What an open page hears of its ticket. */
export type TicketNews = {
  others: Present[]
  /** Grows with every change of the ticket's fields, tags and replies. */
  version: number
  /** The latest reply or note. */
  latest: Pick<Message, 'id' | 'kind' | 'author'>
}

/** What has happened to a ticket since its page was opened, as a sentence; null for nothing. */
export function newsWords({ latest, version }: TicketNews, seen: Seen): string | null {
  if (latest.id !== seen.messageId) {
    const { name, role } = latest.author
    if (latest.kind === 'note') return `${name} has added a note.`
    return `${name}${role === 'customer' ? ' (customer)' : ''} has written.`
  }
  return version === seen.version ? null : 'This ticket has been changed.'
}
