export const STATUSES = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const
export type Status = (typeof STATUSES)[number]

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** A solved ticket can be taken up again for so long; Postgres holds the same number. */
export const REOPEN_DAYS = 7

/** On the sign-in page, to somebody whose session ended under a form. */
export const KEPT_SENTENCE = 'You were signed out. What you wrote is kept: sign in and go on.'

export type Person = { id: string; name: string }
export type Author = Person & { role: 'customer' | 'agent' | 'admin' }
export type Category = { slug: string; name: string }

export type Attachment = { id: string; name: string; content_type: string; size: number }

/** A line of a list of tickets. Times are ISO strings in UTC. */
type TicketLine = {
  number: number
  subject: string
  status: Status
  priority: Priority
  category: Category
  requester: Person
  assignee: Person | null
  created_at: string
  updated_at: string
  last_message_at: string
  last_reply_by: 'customer' | 'staff' | null
}

/** A line of one's own tickets: the requester is the reader. */
export type OwnTicketLine = Omit<TicketLine, 'requester' | 'assignee' | 'last_message_at'>

export type OwnTicketList = { total: number; tickets: OwnTicketLine[]; categories: Category[] }

export type Ticket = {
  id: string
  number: number
  subject: string
  status: Status
  priority: Priority
  category: Category
  requester: Person & { email?: string }
  assignee: Person | null
  created_at: string
  updated_at: string
  solved_at: string | null
  version: number
  /** The number of the closed ticket that this one goes on from. */
  follow_up_of: number | null
}

export type Message = {
  id: string
  kind: 'public' | 'note'
  author: Author
  body: string
  created_at: string
  attachments: Attachment[]
}

export type TicketEvent = {
  id: string | number
  /** `opened`, `status`, `priority`, `category`, `assignee`, `follow_up` or `notice`. */
  kind: string
  actor: Author | null
  before: string | null
  after: string | null
  created_at: string
}

/** All that one page of a ticket shows; for customers without notes and staff's own events. */
export type TicketPage = { ticket: Ticket; messages: Message[]; events: TicketEvent[] }

/** What customers read for a status. */
export const CUSTOMER_STATUS: Record<Status, string> = {
  new: 'Received',
  open: 'In progress',
  pending: 'Waiting for you',
  on_hold: 'On hold',
  solved: 'Solved',
  closed: 'Closed',
}

/** What staff read for a status. */
export const DESK_STATUS: Record<Status, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  on_hold: 'On hold',
  solved: 'Solved',
  closed: 'Closed',
}

export const PRIORITY_LABEL: Record<Priority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
}

/** One line on what each priority means, for the person who chooses. */
export const PRIORITY_MEANING: Record<Priority, string> = {
  low: 'A question or a wish',
  normal: 'Something is in your way',
  high: 'You cannot do your work',
  urgent: 'Nobody can work, or data is at risk',
}

export function isDone(status: Status): boolean {
  return status === 'solved' || status === 'closed'
}

/** Closed for good, or solved too long ago to be taken up again: nothing about it changes any more. */
export function isClosed(ticket: Pick<Ticket, 'status' | 'solved_at'>, now: Date): boolean {
  return ticket.status === 'closed' || (ticket.status === 'solved' && !canReopen(ticket, now))
}

/** Solved, and still within the days in which it can be reopened. */
export function canReopen(ticket: Pick<Ticket, 'status' | 'solved_at'>, now: Date): boolean {
  if (ticket.status !== 'solved' || !ticket.solved_at) return false
  const days = (now.getTime() - Date.parse(ticket.solved_at)) / 86_400_000
  return days <= REOPEN_DAYS
}
