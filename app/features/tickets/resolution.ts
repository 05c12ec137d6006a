import { isDone, type TicketPage } from './ticket'

/** How a ticket came to its end. */
export type Resolution = {
  /** Who solved it; null when the portal did by itself. */
  by: { id: string; name: string } | null
  /** ISO, UTC. */
  at: string
  how: 'requester' | 'answer' | 'no-answer'
  /** The reply that solved it, where one did. */
  answerId: string | null
  /** From opening to the solution that stands, by the clock on the wall. */
  minutes: number
  /** How often it was taken up again before. */
  reopened: number
}

/** The record of a ticket's end, read from its history; null while it has none. */
export function resolutionOf({ ticket, messages, events }: TicketPage): Resolution | null {
  if (!isDone(ticket.status) || !ticket.solved_at) return null
  const changes = events.filter(({ kind }) => kind === 'status')
  const solved = changes.findLast(({ after, before }) => after === 'solved' || before !== 'solved')
  const by = solved?.actor ?? null
  const answer = messages.findLast(
    ({ kind, author, created_at }) =>
      kind === 'public' &&
      author.id !== ticket.requester.id &&
      Date.parse(created_at) <= Date.parse(ticket.solved_at ?? ''),
  )
  const byRequester = by?.id === ticket.requester.id
  return {
    by,
    at: ticket.solved_at,
    how: byRequester ? 'requester' : answer ? 'answer' : 'no-answer',
    answerId: byRequester ? null : (answer?.id ?? null),
    minutes: (Date.parse(ticket.solved_at) - Date.parse(ticket.created_at)) / 60_000,
    reopened: changes.filter(({ before, after }) => before === 'solved' && after !== 'closed')
      .length,
  }
}
