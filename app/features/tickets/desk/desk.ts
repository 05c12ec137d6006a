import type { Writing } from '~/http/desk-paths'
import type { Person, Priority, Status } from '../ticket'

/** A ticket as a line in a panel. */
export type TicketCard = { number: number; subject: string; status: Status; created_at: string }

/** Several changes at once; what is null, empty or `keep` stays as it is. */
export type Macro = {
  id: string
  name: string
  description: string
  /** May name variables, see macro.ts. */
  reply: string
  next_status: Status | null
  priority: Priority | null
  add_tags: string[]
  assign: 'keep' | 'me' | 'nobody'
  version: number
}

export type SavedReply = { id: string; title: string; body: string }

/** Somebody else of the team who has the ticket open. */
export type Present = Person & { replying: boolean }

/** What stands around a ticket at the desk. */
export type Surroundings = {
  others: Present[]
  tags: string[]
  team: Person[]
  macros: Macro[]
  saved_replies: SavedReply[]
  requester: { time_zone: string | null; since: string; total: number; tickets: TicketCard[] }
  similar: TicketCard[]
  /** What was suggested to the requester before the ticket was sent, best first. */
  shown: { path: string; revision: string }[]
}

/** What is being written; the ids stand in the addresses of both forms. */
export type DeskWriting = Writing & { message: string; note: string }

/** How others are told that they are not alone: the person who writes first, each in one sentence. */
export function presenceWords(others: Present[]): string {
  return others
    .toSorted((a, b) => Number(b.replying) - Number(a.replying))
    .map(({ name, replying }) =>
      replying ? `${name} is replying.` : `${name} is reading this ticket too.`,
    )
    .join(' ')
}
