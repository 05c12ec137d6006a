import { KeptFlash } from '~/ui/kept-flash'
import { deskTicketPath, queuePath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { PriorityBadge, StatusBadge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { Views } from '~/ui/menu'
import { Pagination } from '~/ui/pagination'
import { Time } from '~/ui/time'
import { QUEUE_VIEWS, type QueueView } from './queue-view'
import {
  DESK_STATUS,
  PRIORITY_LABEL,
  type Category,
  type TicketLine,
  type TicketList,
} from './ticket'
import { TicketFilters } from './ticket-filters'
import { PAGE_SIZE, ticketQueryString, type TicketQuery } from './ticket-query'

type Props = TicketList & {
  view: QueueView
  query: TicketQuery
  categories: Category[]
  clock: ReaderClock
}

const viewPath = ({ key }: Pick<QueueView, 'key'>) => `${queuePath}?view=${key}`

/** The tickets of a view, the way an agent works through them. */
export function Queue({ total, tickets, view, query, categories, clock }: Props) {
  const inView = { view: view.key }
  return (
    <div className="desk-grid">
      <Views
        name="Views"
        current={viewPath(view)}
        items={QUEUE_VIEWS.map((item) => ({ to: viewPath(item), label: item.label }))}
      />
      <div>
        <KeptFlash />
        <div className="title-row page-title">
          <h1>{view.label}</h1>
          <ButtonLink to={viewPath(view)} look="quiet">
            Check for updates
          </ButtonLink>
        </div>
        <TicketFilters
          action={queuePath}
          query={query}
          categories={categories}
          statusWords={DESK_STATUS}
          keep={inView}
        />
        {tickets.length === 0 ? (
          <Empty title="Nothing here">
            <p>
              No ticket fits this view and these filters.{' '}
              <Link to={`${queuePath}?view=all`}>Show all tickets</Link>.
            </p>
          </Empty>
        ) : (
          <DataTable
            caption={`${total} ${total === 1 ? 'ticket' : 'tickets'}`}
            columns={columns(query, clock, inView)}
            rows={tickets}
            rowKey={(ticket) => ticket.number}
          />
        )}
        <Pagination
          name="Pages of the queue"
          page={query.page}
          pageSize={PAGE_SIZE}
          total={total}
          linkTo={(page) => queuePath + ticketQueryString(query, { page }, inView)}
        />
      </div>
    </div>
  )
}

function columns(
  query: TicketQuery,
  clock: ReaderClock,
  inView: Record<string, string>,
): Column<TicketLine>[] {
  const sort = query.sort ?? 'changed'
  const sortable = (key: string) => ({
    sortLink: queuePath + ticketQueryString(query, { sort: key }, inView),
    sorted: sort === key ? ('descending' as const) : undefined,
  })
  return [
    {
      key: 'ticket',
      label: 'Ticket',
      cell: (ticket) => <DeskTicketName {...ticket} />,
    },
    {
      key: 'priority',
      label: 'Priority',
      cell: ({ priority }) => (
        <PriorityBadge priority={priority}>{PRIORITY_LABEL[priority]}</PriorityBadge>
      ),
      ...sortable('priority'),
    },
    {
      key: 'status',
      label: 'Status',
      cell: ({ status }) => <StatusBadge status={status}>{DESK_STATUS[status]}</StatusBadge>,
    },
    { key: 'requester', label: 'Requester', cell: ({ requester }) => <bdi>{requester.name}</bdi> },
    {
      key: 'assignee',
      label: 'Assignee',
      cell: ({ assignee }) => (assignee ? <bdi>{assignee.name}</bdi> : 'Nobody'),
    },
    {
      key: 'changed',
      label: 'Changed',
      cell: (ticket) => <Time at={ticket.updated_at} {...clock} />,
      ...sortable('changed'),
    },
  ]
}

function DeskTicketName({ number, subject, category, last_reply_by }: TicketLine) {
  return (
    <>
      <Link className="subject" to={deskTicketPath(number)}>
        <bdi>{subject}</bdi>
      </Link>{' '}
      <span className="subline">
        {number}, {category.name}
        {last_reply_by === 'customer' ? ', customer replied' : ''}
      </span>
    </>
  )
}
