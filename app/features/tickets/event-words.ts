import {
  CUSTOMER_STATUS,
  DESK_STATUS,
  PRIORITY_LABEL,
  type Priority,
  type Status,
  type TicketEvent,
} from './ticket'

/** Who reads the history: the requester as "You", or staff. */
export type HistoryReader = { kind: 'customer'; id: string } | { kind: 'staff' }

function actorName(event: TicketEvent, reader: HistoryReader): string {
  if (!event.actor) return 'Portico'
  return reader.kind === 'customer' && event.actor.id === reader.id ? 'You' : event.actor.name
}

function statusWord(status: string | null, reader: HistoryReader): string {
  const words = reader.kind === 'staff' ? DESK_STATUS : CUSTOMER_STATUS
  return words[status as Status] ?? String(status)
}

function statusSentence(event: TicketEvent, actor: string, reader: HistoryReader): string {
  if (reader.kind === 'staff') {
    return `${statusWord(event.before, reader)} to ${statusWord(event.after, reader).toLowerCase()}, by ${actor}`
  }
  if (event.after === 'pending') return `${actor} asked you something`
  if (event.after === 'on_hold') return `${actor} waits for somebody else`
  if (event.after === 'solved') return `${actor} solved the ticket`
  if (event.after === 'closed') return `${actor} closed the ticket`
  return event.before === 'new' ? `${actor} began to work on it` : `${actor} took it up again`
}

const TOLD: Record<string, string> = {
  ticket_received: 'we have the ticket',
  ticket_reply: 'we replied',
  ticket_status: 'the ticket has another status',
  ticket_reopened: 'the ticket is open again',
}

/** A notice that was sent: on which way, to whom, and what it said. */
function noticeSentence({ before, after }: TicketEvent, reader: HistoryReader): string {
  const way = before === 'sms' ? 'Text message' : 'Email'
  const to = reader.kind === 'customer' ? 'you' : 'the customer'
  return `${way} to ${to}: ${TOLD[after ?? ''] ?? 'news about the ticket'}`
}

function tagsSentence({ before, after }: TicketEvent, actor: string): string {
  const listed = (tags: string | null) => (tags ? tags.split(', ') : [])
  const added = listed(after).filter((tag) => !listed(before).includes(tag))
  const removed = listed(before).filter((tag) => !listed(after).includes(tag))
  const words = (verb: string, tags: string[]) =>
    tags.length > 0 ? [`${verb} the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`] : []
  return `${actor} ${[...words('added', added), ...words('removed', removed)].join(' and ')}`
}

/** What only staff do. */
function deskSentence(event: TicketEvent, actor: string): string {
  switch (event.kind) {
    case 'tags':
      return tagsSentence(event, actor)
    case 'macro':
      return `${actor} used the macro “${event.after}”`
    case 'merged':
      return `${actor} merged it into ticket ${event.after}`
    case 'merged_from':
      return `${actor} merged ticket ${event.after} into it`
    case 'split':
      return `${actor} made ticket ${event.after} of a message`
    case 'split_from':
      return `${actor} split it off from ticket ${event.after}`
    default:
      return `${actor} changed the ticket`
  }
}

/** What happened, in words for the person who reads. */
export function eventWords(event: TicketEvent, reader: HistoryReader): string {
  const actor = actorName(event, reader)
  const priority = (value: string | null) =>
    PRIORITY_LABEL[value as Priority]?.toLowerCase() ?? value
  switch (event.kind) {
    case 'opened':
      return reader.kind === 'staff' ? `Opened by ${actor}` : `${actor} opened the ticket`
    case 'status':
      return statusSentence(event, actor, reader)
    case 'priority':
      return `${actor} changed the priority from ${priority(event.before)} to ${priority(event.after)}`
    case 'category':
      return `${actor} moved it to another category`
    case 'assignee':
      if (!event.after) return `${actor} gave the ticket back to the team`
      return event.after === actor
        ? `${actor} took the ticket`
        : `${actor} gave the ticket to ${event.after}`
    case 'notice':
      return noticeSentence(event, reader)
    case 'follow_up':
      return `Followed up by ticket ${event.after}`
    default:
      return deskSentence(event, actor)
  }
}

/** True for what changed the course of a ticket. */
export function isTurn(event: TicketEvent): boolean {
  return ['opened', 'status', 'merged', 'split'].includes(event.kind)
}
