import { createHash } from 'node:crypto'
import { demoMacros, demoSavedReplies, demoTags } from './demo-words'
import type { DemoPersonKey, DemoStep, DemoTicket } from './demo-ticket'

/** The id of each demo person. */
export type DemoPeople = Record<DemoPersonKey, string>

/** The same uuid for the same text, so that a second run recognises its own rows. */
export function demoId(text: string): string {
  const hex = createHash('sha256').update(`portico demo: ${text}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-')
}

/** The row of a ticket as it is after its last step. */
export function ticketRow(ticket: DemoTicket, people: DemoPeople, now: Date) {
  const done = ticket.steps.find((step) => step.status === 'solved' || step.status === 'closed')
  const taker = ticket.steps.find((step) => step.takes)?.by
  const lastStatus = ticket.steps.findLast((step) => step.status)?.status
  return {
    id: demoId(ticket.subject),
    subject: ticket.subject,
    status: lastStatus ?? 'new',
    priority: ticket.priority,
    category: ticket.category,
    requester_id: people[ticket.requester],
    assignee_id: taker ? people[taker] : null,
    created_at: timeOf(ticket, 0, now),
    updated_at: timeOf(ticket, 0, now),
    last_message_at: timeOf(ticket, 0, now),
    solved_at: done ? timeOf(ticket, done.at, now) : null,
  }
}

/** Its opening message, replies and notes in the order in which they were written. */
export function messageRows(ticket: DemoTicket, people: DemoPeople, now: Date) {
  const ticketId = demoId(ticket.subject)
  const opening = {
    id: ticketId,
    by: ticket.requester,
    kind: 'public',
    body: ticket.description,
    at: 0,
  }
  const written = ticket.steps.flatMap((step) => messageOf(ticket, step))
  return [opening, ...written].map(({ id, by, kind, body, at }) => ({
    id,
    ticket_id: ticketId,
    author_id: people[by],
    kind,
    body,
    created_at: timeOf(ticket, at, now),
  }))
}

function messageOf(ticket: DemoTicket, { at, by, reply, note }: DemoStep) {
  const body = reply ?? note
  if (!body) return []
  return [{ id: demoId(`${ticket.subject} ${at}`), by, kind: note ? 'note' : 'public', body, at }]
}

/** What the database would have recorded, had the steps happened one by one. */
export function eventRows(ticket: DemoTicket, people: DemoPeople, now: Date) {
  let status = 'new'
  return ticket.steps.flatMap((step) => {
    const actor = people[step.by]
    const shared = {
      ticket_id: demoId(ticket.subject),
      // Nobody closes a solved ticket: the portal does after a week.
      actor_id: step.status === 'closed' ? null : actor,
      created_at: timeOf(ticket, step.at, now),
    }
    const events = []
    if (step.takes) {
      events.push({ ...shared, kind: 'assignee', before: null, after: actor, staff_only: true })
    }
    if (step.status && step.status !== status) {
      events.push({
        ...shared,
        kind: 'status',
        before: status,
        after: step.status as string,
        staff_only: false,
      })
      status = step.status
    }
    return events
  })
}

export function tagRows() {
  return Object.keys(demoTags).map((name) => ({ name }))
}

/** The tags of those of the demo tickets that are among `tickets`. */
export function ticketTagRows(tickets: { id: string }[]) {
  const ids = new Set(tickets.map(({ id }) => id))
  return Object.entries(demoTags)
    .flatMap(([tag, subjects]) => subjects.map((subject) => ({ ticket_id: demoId(subject), tag })))
    .filter((row) => ids.has(row.ticket_id))
}

export function macroRows() {
  return demoMacros.map((macro, index) => ({
    ...macro,
    id: demoId(`macro ${macro.name}`),
    priority: macro.priority ?? null,
    position: index + 1,
  }))
}

export function savedReplyRows() {
  return demoSavedReplies.map((saved) => ({ ...saved, id: demoId(`saved reply ${saved.title}`) }))
}

function timeOf(ticket: DemoTicket, hours: number, now: Date): string {
  const opened = now.getTime() - ticket.openedDaysAgo * 24 * 3_600_000
  return new Date(opened + hours * 3_600_000).toISOString()
}
