import { KeptFlash } from '~/ui/kept-flash'
import {
  draftsPath,
  newTicketPath,
  ticketInsightsPath,
  ticketPath,
  ticketsCsvPath,
  ticketsJsonPath,
  ticketsPath,
} from '~/http/paths'
import { zoneNote, type ReaderClock } from '~/http/reader-clock'
import { PriorityBadge, StatusBadge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Time } from '~/ui/time'
import {
  CUSTOMER_STATUS,
  isDone,
  PRIORITY_LABEL,
  type OwnTicketLine,
  type OwnTicketList,
} from './ticket'
import { TicketFilters } from './ticket-filters'
import { isFiltered, PAGE_SIZE, ticketQueryString, type TicketQuery } from './ticket-query'

type Props = OwnTicketList & { query: TicketQuery; clock: ReaderClock }

/** All tickets of the person, to search, filter and sort; each state of it has an address. */
export function TicketHistory(props: Props) {
  const { total, query, clock } = props
  const none = total === 0 && !isFiltered(query)
  return (
    <HelpFrame current="tickets" zoneNote={zoneNote(clock)}>
      <KeptFlash />
      <div className="title-row page-title">
        <h1>Your tickets</h1>
        {none ? null : <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>}
      </div>
      {none ? <NoTickets /> : <Found {...props} />}
      <p className="small muted after-list">
        {none ? null : <TakeWithYou query={query} />}
        Unfinished: <Link to={draftsPath}>your drafts</Link>.
        {none ? null : (
          <>
            {' '}
            In figures: <Link to={ticketInsightsPath}>your history</Link>.
          </>
        )}
      </p>
    </HelpFrame>
  )
}

/** All that the filter finds, not only this page. */
function TakeWithYou({ query }: { query: TicketQuery }) {
  const filter = ticketQueryString(query, { sort: undefined })
  return (
    <>
      Take them with you: <Link to={ticketsCsvPath + filter}>CSV</Link>,{' '}
      <Link to={ticketsJsonPath + filter}>JSON</Link>.{' '}
    </>
  )
}

function NoTickets() {
  return (
    <Empty title="No tickets yet">
      <p>Write to us when something is in your way. Your tickets and our answers stay here.</p>
      <p>
        <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>
      </p>
    </Empty>
  )
}

function Found({ total, tickets, query, categories, clock }: Props) {
  return (
    <>
      <TicketFilters
        action={ticketsPath}
        query={query}
        categories={categories}
        statusWords={CUSTOMER_STATUS}
      />
      {tickets.length === 0 ? (
        <Empty title="No ticket fits">
          <p>
            Search for fewer words, or <Link to={ticketsPath}>show all your tickets</Link>.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption={`${total} ${total === 1 ? 'ticket' : 'tickets'}, ${SORT_WORDS[query.sort ?? 'changed']}`}
          columns={columns(query, clock)}
          rows={tickets}
          rowKey={(ticket) => ticket.number}
          rowClass={(ticket) => (hasAnswer(ticket) ? 'unread' : undefined)}
        />
      )}
      <Pagination
        name="Pages of tickets"
        page={query.page}
        pageSize={PAGE_SIZE}
        total={total}
        linkTo={(page) => ticketsPath + ticketQueryString(query, { page })}
      />
    </>
  )
}

const SORT_WORDS: Record<string, string> = {
  changed: 'newest change first',
  created: 'newest ticket first',
  priority: 'most urgent first',
  oldest: 'oldest ticket first',
}

function columns(query: TicketQuery, clock: ReaderClock): Column<OwnTicketLine>[] {
  const sort = query.sort ?? 'changed'
  const sortable = (key: string) => ({
    sortLink: ticketsPath + ticketQueryString(query, { sort: key }),
    sorted: sort === key ? ('descending' as const) : undefined,
  })
  return [
    {
      key: 'ticket',
      label: 'Ticket',
      cell: (ticket) => <TicketName {...ticket} />,
    },
    {
      key: 'status',
      label: 'Status',
      cell: ({ status }) => <StatusBadge status={status}>{CUSTOMER_STATUS[status]}</StatusBadge>,
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
      key: 'opened',
      label: 'Opened',
      cell: (ticket) => <Time at={ticket.created_at} {...clock} />,
      ...sortable('created'),
    },
    {
      key: 'changed',
      label: 'Changed',
      cell: (ticket) => <Time at={ticket.updated_at} {...clock} />,
      ...sortable('changed'),
    },
  ]
}

/** True where our reply is what one would look for; of a ticket that is done, nobody waits for it. */
function hasAnswer({ status, last_reply_by }: OwnTicketLine): boolean {
  return last_reply_by === 'staff' && !isDone(status)
}

function TicketName(ticket: OwnTicketLine) {
  const { number, subject, category } = ticket
  return (
    <>
      <Link className="subject" to={ticketPath(number)}>
        <bdi>{subject}</bdi>
      </Link>{' '}
      <span className="subline">
        {number}, {category.name}
        {hasAnswer(ticket) ? (
          <>
            , <strong>we replied</strong>
          </>
        ) : null}
      </span>
    </>
  )
}
