import { EVENT_KINDS } from '~/auth/security-event'
import { securityLogPath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Button } from '~/ui/button'
import type { Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { SelectField, TextField } from '~/ui/field'
import { Pagination } from '~/ui/pagination'
import type { LoggedEvent } from './activity.server'
import { ACTIVITY_PAGE_SIZE, activityQueryString, type ActivityQuery } from './activity-query'
import { ActivityTable } from './activity-table'
import { KIND_LABEL } from './event-words'

type Props = { total: number; events: LoggedEvent[]; query: ActivityQuery; clock: ReaderClock }

/** What happened to all accounts, for admins. */
export function SecurityLogPage({ total, events, query, clock }: Props) {
  return (
    <>
      <h1 className="page-title">Security log</h1>
      <SecurityLogFilters {...query} />
      {events.length === 0 ? (
        <Empty title="Nothing fits">
          <p>Search for fewer words, or show everything. Addresses are kept for 90 days.</p>
        </Empty>
      ) : (
        <ActivityTable
          caption={`${total} ${total === 1 ? 'event' : 'events'}, newest first`}
          events={events}
          clock={clock}
          more={[WHO]}
        />
      )}
      <Pagination
        name="Pages of the security log"
        page={query.page}
        pageSize={ACTIVITY_PAGE_SIZE}
        total={total}
        linkTo={(page) => securityLogPath + activityQueryString(query, page)}
      />
    </>
  )
}

function SecurityLogFilters({ search, kind }: ActivityQuery) {
  return (
    <form className="filters" action={securityLogPath} method="get" aria-label="Filter the log">
      <TextField
        id="q"
        name="q"
        label="Search"
        hint="A name, an email address, an IP address or a network such as 203.0.113.0/24."
        type="search"
        defaultValue={search}
        maxLength={200}
      />
      <SelectField
        id="kind"
        name="kind"
        label="Show"
        first="Everything"
        defaultValue={kind ?? ''}
        choices={EVENT_KINDS.map((value) => ({ value, label: KIND_LABEL[value] }))}
      />
      <p className="actions">
        <Button look="quiet">Filter</Button>
      </p>
    </form>
  )
}

const WHO: Column<LoggedEvent> = {
  key: 'who',
  label: 'Who',
  cell: ({ person }) =>
    person?.name ? (
      <>
        <bdi>{person.name}</bdi> <span className="subline">{person.email}</span>
      </>
    ) : (
      'Nobody known'
    ),
}
