import { deskTicketPath, queuePath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { PriorityBadge, StatusBadge } from '~/ui/badge'
import { DataTable, type Column } from '~/ui/data-table'
import { Link } from '~/ui/link'
import { Time } from '~/ui/time'
import { DESK_STATUS, PRIORITY_LABEL } from '../ticket'
import type { QueueLine } from './queue'
import { queueQueryString, type QueueQuery, type QueueSort } from './queue-query'

type Props = { caption: string; tickets: QueueLine[]; query: QueueQuery; clock: ReaderClock }

/** The lines of the queue: what it is about, how it stands, and who has waited since when. */
export function QueueTable({ caption, tickets, query, clock }: Props) {
  return (
    <DataTable
      caption={caption}
      columns={columns(query, clock)}
      rows={tickets}
      rowKey={({ number }) => number}
    />
  )
}

function columns(query: QueueQuery, clock: ReaderClock): Column<QueueLine>[] {
  const sortable = (sort: QueueSort, sorted: 'ascending' | 'descending') => ({
    sortLink: queuePath + queueQueryString(query, { sort }),
    sorted: query.sort === sort ? sorted : undefined,
  })
  return [
    { key: 'ticket', label: 'Ticket', cell: (ticket) => <TicketName {...ticket} /> },
    {
      key: 'status',
      label: 'Status',
      cell: ({ status }) => <StatusBadge status={status}>{DESK_STATUS[status]}</StatusBadge>,
    },
    {
      key: 'priority',
      label: 'Priority',
      cell: ({ priority }) => (
        <PriorityBadge priority={priority}>{PRIORITY_LABEL[priority]}</PriorityBadge>
      ),
      ...sortable('priority', 'descending'),
    },
    {
      key: 'waiting',
      label: 'Waiting since',
      cell: ({ waiting_since }) =>
        waiting_since ? <Time at={waiting_since} {...clock} /> : <span className="muted">–</span>,
      ...sortable('waiting', 'ascending'),
    },
    {
      key: 'reply',
      label: 'Last reply',
      cell: (ticket) => <LastReply {...ticket} clock={clock} />,
    },
    {
      key: 'assignee',
      label: 'Assignee',
      cell: ({ assignee }) =>
        assignee ? <bdi>{assignee.name}</bdi> : <span className="muted">Nobody</span>,
    },
  ]
}

function TicketName({ number, subject, requester, category }: QueueLine) {
  return (
    <>
      <Link className="subject" to={deskTicketPath(number)}>
        <bdi>{subject}</bdi>
      </Link>{' '}
      <span className="subline">
        {number}, <bdi>{requester.name}</bdi>, {category}
      </span>
    </>
  )
}

function LastReply({ last_reply, requester, clock }: QueueLine & { clock: ReaderClock }) {
  if (!last_reply) return <span className="muted">None yet</span>
  return (
    <>
      <bdi>{last_reply.by.name}</bdi>
      {last_reply.by.id === requester.id ? ' (customer)' : ''}{' '}
      <span className="subline">
        <Time at={last_reply.at} {...clock} />
      </span>
    </>
  )
}
