import type { Category, Person, Priority, Status } from '../ticket'

/** A line of the queue. Times are ISO strings in UTC. */
export type QueueLine = {
  number: number
  /** Grows with every change of the ticket. */
  version: number
  subject: string
  status: Status
  priority: Priority
  category: string
  requester: Person
  assignee: Person | null
  tags: string[]
  /** Since when the ticket waits for the team; null while it does not. */
  waiting_since: string | null
  /** The last public message after the opening one. */
  last_reply: { by: Person; at: string } | null
}

/** What a person looks for again and again: an address of the queue, from its question mark on. */
export type SavedView = { id: string; name: string; query: string }

/** A page of the queue, and what its filters offer. */
export type QueuePage = {
  total: number
  tickets: QueueLine[]
  /** How many tickets each view has, counted up to {@link COUNT_LIMIT}. */
  counts: Record<string, number>
  team: Person[]
  categories: Category[]
  /** All that the team has. */
  tags: string[]
  /** Those that can be used. */
  macros: { id: string; name: string }[]
  saved_views: SavedView[]
}

/** Postgres stops counting here: beyond it, a menu needs no number. */
const COUNT_LIMIT = 1000

/** "17", or "999+" where nobody counted on. */
export function countLabel(count: number): string {
  return count < COUNT_LIMIT ? String(count) : `${COUNT_LIMIT - 1}+`
}

/** The `assignee` of a filter that means tickets without one. */
export const NOBODY = 'nobody'
