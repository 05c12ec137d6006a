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

function assigneeSentence({ after }: TicketEvent, actor: string): string {
  if (!after) return `${actor} gave the ticket back to the team`
  return after === actor ? `${actor} took the ticket` : `${actor} gave the ticket to ${after}`
}

function prioritySentence({ before, after }: TicketEvent, actor: string): string {
  const word = (value: string | null) => PRIORITY_LABEL[value as Priority]?.toLowerCase() ?? value
  return `${actor} changed the priority from ${word(before)} to ${word(after)}`
}

type Words = (event: TicketEvent, actor: string, reader: HistoryReader) => string

/** By the kind of event, as ticket_events knows them. */
const WORDS: Record<string, Words> = {
  opened: (_, actor, { kind }) =>
    kind === 'staff' ? `Opened by ${actor}` : `${actor} opened the ticket`,
  status: statusSentence,
  priority: prioritySentence,
  category: (_, actor) => `${actor} moved it to another category`,
  assignee: assigneeSentence,
  notice: (event, _, reader) => noticeSentence(event, reader),
  follow_up: ({ after }) => `Followed up by ticket ${after}`,
  tags: tagsSentence,
  macro: ({ after }, actor) => `${actor} used the macro “${after}”`,
  merged: ({ after }, actor) => `${actor} merged it into ticket ${after}`,
  merged_from: ({ after }, actor) => `${actor} merged ticket ${after} into it`,
  split: ({ after }, actor) => `${actor} made ticket ${after} of a message`,
  split_from: ({ after }, actor) => `${actor} split it off from ticket ${after}`,
}

/** What happened, in words for the person who reads. */
export function eventWords(event: TicketEvent, reader: HistoryReader): string {
  const actor = actorName(event, reader)
  return WORDS[event.kind]?.(event, actor, reader) ?? `${actor} changed the ticket`
}

/** True for what changed the course of a ticket. */
export function isTurn(event: TicketEvent): boolean {
  return ['opened', 'status', 'merged', 'split'].includes(event.kind)
}
