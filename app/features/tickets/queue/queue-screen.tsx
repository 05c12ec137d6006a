import { queuePath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { KeptFlash } from '~/ui/kept-flash'
import { Views } from '~/ui/menu'
import { Pagination } from '~/ui/pagination'
import { BulkBar } from './bulk-bar'
import type { BulkResult } from './bulk-change'
import { FilterChips } from './filter-chips'
import { countLabel, type QueuePage } from './queue'
import { QueueEmpty } from './queue-empty'
import { QueueFilters } from './queue-filters'
import { QUEUE_PAGE_SIZE, QUEUE_SORTS, queueQueryString, type QueueQuery } from './queue-query'
import { QueueTable } from './queue-table'
import { QUEUE_VIEWS, readQueueView } from './queue-view'
import { TakeForm } from './take-form'
import { useQueueKeys } from './use-queue-keys'

export type QueueProps = QueuePage & {
  query: QueueQuery
  viewerId: string
  /** Makes the replies of a macro go out once, however often the form is sent. */
  bulkKey: string
  clock: ReaderClock
  /** What a bulk change could not do. */
  result?: BulkResult
}

const viewPath = (key: string) => `${queuePath}?view=${key}`

/** The tickets of a view, the way an agent works through them; each state of it has an address. */
export function QueueScreen(props: QueueProps) {
  const { counts, query, result } = props
  useQueueKeys()
  return (
    <div className="desk-grid">
      <Views
        name="Views"
        current={viewPath(query.view)}
        items={QUEUE_VIEWS.map(({ key, label }) => ({
          to: viewPath(key),
          label,
          count: countLabel(counts[key] ?? 0),
        }))}
      />
      <div>
        <KeptFlash />
        {result ? <ErrorSummary errors={result.errors}>{result.changed}</ErrorSummary> : null}
        <div className="title-row page-title">
          <h1>{readQueueView(query.view).label}</h1>
          <ButtonLink to={here(query)} look="quiet">
            Check for updates
          </ButtonLink>
        </div>
        <QueueFilters {...props} />
        <FilterChips {...props} />
        <QueueList {...props} />
      </div>
    </div>
  )
}

/** The address of the page as it is. */
const here = (query: QueueQuery) => queuePath + queueQueryString(query, { page: query.page })

function QueueList(props: QueueProps) {
  const { total, tickets, query, result, bulkKey } = props
  const many = `${total} ${total === 1 ? 'ticket' : 'tickets'}`
  if (tickets.length === 0) return <QueueEmpty query={query} total={total} />
  return (
    <>
      <form action={here(query)} method="post" id="tickets" aria-label="Change several tickets">
        <input type="hidden" name="key" value={bulkKey} />
        <QueueTable
          {...props}
          caption={`${many}, ${QUEUE_SORTS[query.sort].toLowerCase()}`}
          ticked={result?.ticked ?? []}
        />
        <BulkBar {...props} result={result} />
      </form>
      <TakeForm action={here(query)} />
      <Pagination
        name="Pages of the queue"
        page={query.page}
        pageSize={QUEUE_PAGE_SIZE}
        total={total}
        linkTo={(page) => queuePath + queueQueryString(query, { page })}
      />
    </>
  )
}
