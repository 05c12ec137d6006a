import { Link } from '~/ui/link'
import type { Ticket, TicketEvent } from './ticket'

type Props = {
  ticket: Ticket
  events: TicketEvent[]
  linkTo: (number: number) => string
}

/** Which ticket this one goes on from, and which go on from it. */
export function LinkedTickets({ ticket: { follow_up_of: before }, events, linkTo }: Props) {
  const later = events.flatMap(({ kind, after }) => (kind === 'follow_up' ? [Number(after)] : []))
  return (
    <>
      {before ? (
        <p>
          Follows up <Link to={linkTo(before)}>ticket {before}</Link>.
        </p>
      ) : null}
      {later.length > 0 ? (
        <p>
          Followed up by{' '}
          {later.map((number, index) => (
            <span key={number}>
              {index > 0 ? ', ' : null}
              <Link to={linkTo(number)}>ticket {number}</Link>
            </span>
          ))}
          .
        </p>
      ) : null}
    </>
  )
}
