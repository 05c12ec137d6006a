import { EVENT_KINDS } from '~/auth/security-event'
import { securityLogPath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Button } from '~/ui/button'
import type { Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { SelectField, TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import type { LoggedEvent } from './activity.server'
import { ACTIVITY_PAGE_SIZE, activityQueryString, type SecurityLogQuery } from './activity-query'
import { ActivityTable } from './activity-table'
import { KIND_LABEL } from './event-words'

type Props = { total: number; events: LoggedEvent[]; query: SecurityLogQuery; clock: ReaderClock }

/** What happened to all accounts, for admins. */
export function SecurityLogPage({ total, events, query, clock }: Props) {
  return (
    <>
      <h1 className="page-title">Security log</h1>
      <SecurityLogFilters {...query} />
      {query.person ? (
        <p>
          Only one account is shown.{' '}
          <Link to={securityLogPath + activityQueryString(query, { person: undefined, page: 1 })}>
            Show all accounts
          </Link>
        </p>
      ) : null}
      {events.length === 0 ? (
        <Empty title="Nothing fits">
          <p>
            Search for fewer words, or <Link to={securityLogPath}>show everything</Link>. Addresses
            are kept for 90 days.
          </p>
        </Empty>
      ) : (
        <ActivityTable
          caption={`${total} ${total === 1 ? 'event' : 'events'}, newest first`}
          events={events}
          clock={clock}
          more={[whose(query)]}
        />
      )}
      <Pagination
        name="Pages of the security log"
        page={query.page}
        pageSize={ACTIVITY_PAGE_SIZE}
        total={total}
        linkTo={(page) => securityLogPath + activityQueryString(query, { page })}
      />
    </>
  )
}

function SecurityLogFilters({ search, address, person, kind, from, to }: SecurityLogQuery) {
  return (
    <form className="filters" action={securityLogPath} method="get" aria-label="Filter the log">
      {person ? <input type="hidden" name="person" value={person} /> : null}
      <TextField
        id="q"
        name="q"
        label="Person"
        type="search"
        placeholder="Name or email address"
        defaultValue={search}
        maxLength={200}
      />
      <TextField
        id="address"
        name="address"
        label="IP address or network"
        placeholder="203.0.113.0/24"
        defaultValue={address}
        maxLength={200}
        spellCheck={false}
      />
      <SelectField
        id="kind"
        name="kind"
        label="Show"
        first="Everything"
        defaultValue={kind ?? ''}
        choices={EVENT_KINDS.map((value) => ({ value, label: KIND_LABEL[value] }))}
      />
      <TextField id="from" name="from" label="From" type="date" defaultValue={from} />
      <TextField id="to" name="to" label="To" type="date" defaultValue={to} />
      <p className="actions">
        <Button look="quiet">Filter</Button>
      </p>
    </form>
  )
}

/** Whose account it is; the name leads to everything about that account. */
const whose = (query: SecurityLogQuery): Column<LoggedEvent> => ({
  key: 'who',
  label: 'Who',
  cell: ({ person }) =>
    person?.name ? (
      <>
        <Link to={securityLogPath + activityQueryString(query, { person: person.id, page: 1 })}>
          <bdi>{person.name}</bdi>
        </Link>{' '}
        <span className="subline">{person.email}</span>
      </>
    ) : (
      'Nobody known'
    ),
})
