import { EVENT_KINDS } from '~/auth/security-event'
import { accountSecurityPath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Pagination } from '~/ui/pagination'
import {
  ACTIVITY_PAGE_SIZE,
  activityQueryString,
  type Activity,
  type ActivityQuery,
} from './activity-query'
import { ActivityTable } from './activity-table'
import { KIND_LABEL } from './event-words'

type Props = { activity: Activity; query: ActivityQuery; clock: ReaderClock }

/** The log of one's own account, to filter and to page through. */
export function ActivitySection({ activity, query, clock }: Props) {
  const { total, events } = activity
  const kinds = EVENT_KINDS.filter(
    (kind) => !['banned', 'unbanned', 'account_deleted'].includes(kind),
  )
  return (
    <section className="section" aria-labelledby="activity">
      <div className="section-head">
        <h2 id="activity">Activity</h2>
        <p>What happened on your account. Addresses are kept for 90 days.</p>
      </div>
      <form
        className="filters"
        action={accountSecurityPath}
        method="get"
        aria-label="Filter activity"
      >
        <SelectField
          id="kind"
          name="kind"
          label="Show"
          first="Everything"
          defaultValue={query.kind ?? ''}
          choices={kinds.map((value) => ({ value, label: KIND_LABEL[value] }))}
        />
        <p className="actions">
          <Button look="quiet">Filter</Button>
        </p>
      </form>
      {events.length === 0 ? (
        <p>Nothing of this kind has happened.</p>
      ) : (
        <ActivityTable
          caption={`${total} ${total === 1 ? 'event' : 'events'}, newest first`}
          events={events}
          clock={clock}
        />
      )}
      <Pagination
        name="Pages of activity"
        page={query.page}
        pageSize={ACTIVITY_PAGE_SIZE}
        total={total}
        linkTo={(page) => accountSecurityPath + activityQueryString(query, { page })}
      />
    </section>
  )
}
