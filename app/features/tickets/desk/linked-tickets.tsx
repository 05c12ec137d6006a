import { Link } from '~/ui/link'
import type { Ticket, TicketEvent } from '../ticket'

type Props = {
  ticket: Ticket
  events: TicketEvent[]
  linkTo: (number: number) => string
}

/** What the history calls a link to another ticket, and how a page says it. */
const LINKS = [
  { kind: 'merged', words: 'Merged into' },
  { kind: 'merged_from', words: 'Goes on with what was in' },
  { kind: 'split_from', words: 'Split off from' },
  { kind: 'split', words: 'Split off from it:' },
  { kind: 'follow_up', words: 'Followed up by' },
]

/** Which ticket this one goes on from, and which go on from it. */
export function LinkedTickets({ ticket: { follow_up_of: before }, events, linkTo }: Props) {
  const linked = LINKS.map(({ kind, words }) => ({
    words,
    numbers: events.flatMap((event) => (event.kind === kind ? [Number(event.after)] : [])),
  }))
  return (
    <>
      {before ? (
        <p>
          Follows up <Link to={linkTo(before)}>ticket {before}</Link>.
        </p>
      ) : null}
      {linked.map(({ words, numbers }) =>
        numbers.length > 0 ? (
          <p key={words}>
            {words}{' '}
            {numbers.map((number, index) => (
              <span key={number}>
                {index > 0 ? ', ' : null}
                <Link to={linkTo(number)}>ticket {number}</Link>
              </span>
            ))}
            .
          </p>
        ) : null,
      )}
    </>
  )
}
