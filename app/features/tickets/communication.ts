import type { Message, TicketEvent } from './ticket'

/** One entry of the communication log: a message, or a notice that was sent. */
type Communication =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'notice'; at: string; notice: TicketEvent }

/** What was said about a ticket and which mails and text messages went out, in one order, oldest first. */
export function communicationOf(messages: Message[], events: TicketEvent[]): Communication[] {
  const said = messages.map((message) => {
    return { kind: 'message' as const, at: message.created_at, message }
  })
  const sent = events
    .filter(({ kind }) => kind === 'notice')
    .map((notice) => ({ kind: 'notice' as const, at: notice.created_at, notice }))
  return [...said, ...sent].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
