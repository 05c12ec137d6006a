import type { ReaderClock } from '~/http/reader-clock'
import { deskTicketPath, mergePath } from '~/http/desk-paths'
import { StatusBadge } from '~/ui/badge'
import { Link } from '~/ui/link'
import { Properties } from '~/ui/properties'
import { Time } from '~/ui/time'
import { DESK_STATUS, type Ticket } from '../ticket'
import type { Surroundings, TicketCard } from './desk'
import type { FoundPage } from './reply-tools'

type Props = {
  ticket: Ticket
  requester: Surroundings['requester']
  /** What was suggested before the ticket was sent. */
  shown: FoundPage[]
  clock: ReaderClock
}

/** Who asks, what else they asked, and what they were offered to read before they did. */
export function RequesterPanel({ ticket, requester, shown, clock }: Props) {
  const { time_zone: zone, since, total, tickets } = requester
  const items = [
    { name: 'Email', value: ticket.requester.email ?? 'None' },
    { name: 'Zone', value: zone ?? 'Not chosen' },
    { name: 'Since', value: <Time at={since} {...clock} /> },
    { name: 'Tickets', value: total },
  ]
  return (
    <section className="panel" aria-labelledby="requester">
      <h2 id="requester">
        <bdi>{ticket.requester.name}</bdi>
      </h2>
      <Properties items={items} />
      {tickets.length > 0 ? (
        <>
          <h3>Their other tickets</h3>
          <TicketCards tickets={tickets} />
        </>
      ) : null}
      {shown.length > 0 ? (
        <>
          <h3>Suggested before writing</h3>
          <ul className="rows rows--tight">
            {shown.map(({ path, title }) => (
              <li key={path}>
                <Link to={path}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** Tickets about the same, perhaps: each can be opened, or merged with. */
export function SimilarPanel({ number, similar }: { number: number; similar: TicketCard[] }) {
  if (similar.length === 0) return null
  return (
    <section className="panel" aria-labelledby="similar">
      <h2 id="similar">Similar tickets</h2>
      <TicketCards tickets={similar} mergeFrom={number} />
    </section>
  )
}

function TicketCards({ tickets, mergeFrom }: { tickets: TicketCard[]; mergeFrom?: number }) {
  return (
    <ul className="rows rows--tight">
      {tickets.map(({ number, subject, status }) => (
        <li key={number}>
          <Link to={deskTicketPath(number)}>
            <bdi>{subject}</bdi>
          </Link>{' '}
          <span className="facts">
            <span>{number}</span> <StatusBadge status={status}>{DESK_STATUS[status]}</StatusBadge>{' '}
            {mergeFrom && status !== 'closed' ? (
              <Link to={mergePath(mergeFrom, number)}>
                Merge into it<span className="hidden-text">, ticket {number}</span>
              </Link>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
