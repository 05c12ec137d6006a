import type { ReaderClock } from '~/http/reader-clock'
import { Time } from '~/ui/time'
import { Timeline } from '~/ui/timeline'
import { eventWords, isTurn, type HistoryReader } from './event-words'
import type { TicketEvent } from './ticket'

/** What happened to a ticket, newest first. Notices stand in the conversation, beside what they tell of. */
export function TicketEvents({
  events,
  reader,
  clock,
}: {
  events: TicketEvent[]
  reader: HistoryReader
  clock: ReaderClock
}) {
  const happened = events.filter(({ kind }) => kind !== 'notice')
  const items = happened.toReversed().map((event) => ({
    key: event.id,
    text: eventWords(event, reader),
    time: <Time at={event.created_at} {...clock} />,
    turn: isTurn(event),
  }))
  return <Timeline items={items} />
}
