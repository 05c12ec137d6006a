import { deskTicketPath, queuePath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Fragment } from 'react'
import { PriorityBadge, StatusBadge, Tag } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { DataTable, type Column } from '~/ui/data-table'
import { Link } from '~/ui/link'
import { Time } from '~/ui/time'
import { DESK_STATUS, isDone, PRIORITY_LABEL } from '../ticket'
import { tickedValue } from './bulk-change'
import type { Mark } from './queue-news'
import type { QueueLine } from './queue'
import { queueQueryString, type QueueQuery, type QueueSort } from './queue-query'
import { SelectAll } from './select-all'
import { TAKE_FORM } from './take-form'

type Props = {
  caption: string
  tickets: QueueLine[]
  query: QueueQuery
  clock: ReaderClock
  /** The numbers that are ticked when the page comes back. */
  ticked: number[]
  /** What happened to lines since the page was opened. */
  marks: Map<number, Mark>
}

/** The lines of the queue: what it is about, how it stands, and who has waited since when. */
export function QueueTable({ caption, tickets, query, clock, ticked, marks }: Props) {
  return (
    <DataTable
      caption={caption}
      columns={columns(query, clock, marks)}
      rows={tickets}
      rowKey={({ number }) => number}
      pick={{
        head: <SelectAll />,
        cell: (ticket) => (
          <input
            className="tick"
            type="checkbox"
            name="ticket"
            value={tickedValue(ticket)}
            defaultChecked={ticked.includes(ticket.number)}
            aria-label={`Select ticket ${ticket.number}`}
          />
        ),
      }}
    />
  )
}

function columns(
  query: QueueQuery,
  clock: ReaderClock,
  marks: Map<number, Mark>,
): Column<QueueLine>[] {
  const sortable = (sort: QueueSort, sorted: 'ascending' | 'descending') => ({
    sortLink: queuePath + queueQueryString(query, { sort }),
    sorted: query.sort === sort ? sorted : undefined,
  })
  return [
    {
      key: 'ticket',
      label: 'Ticket',
      cell: (ticket) => <TicketName {...ticket} mark={marks.get(ticket.number)} />,
    },
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
      cell: (ticket) => <Assignee {...ticket} />,
    },
  ]
}

const MARK_WORDS: Record<Mark, string> = { new: 'New here', changed: 'Changed' }

function TicketName(line: QueueLine & { mark?: Mark }) {
  const { number, subject, requester, category, tags, mark } = line
  return (
    <>
      <Link className="subject" to={deskTicketPath(number)}>
        <bdi>{subject}</bdi>
      </Link>{' '}
      {mark ? (
        <span className="row-mark">
          <Icon name="dot" /> {MARK_WORDS[mark]}
        </span>
      ) : null}{' '}
      <span className="subline">
        {number}, <bdi>{requester.name}</bdi>, {category}
        {tags.map((tag) => (
          <Fragment key={tag}>
            {' '}
            <Tag>{tag}</Tag>
          </Fragment>
        ))}
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

/** Who has it; what nobody has is taken with one press. */
function Assignee({ number, assignee, status }: QueueLine) {
  if (assignee) return <bdi>{assignee.name}</bdi>
  if (isDone(status)) return <span className="muted">Nobody</span>
  return (
    <Button form={TAKE_FORM} name="take" value={number} look="quiet" small>
      Take<span className="hidden-text"> ticket {number}</span>
    </Button>
  )
}
