import { queuePath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { ButtonLink } from '~/ui/button'
import { KeptFlash } from '~/ui/kept-flash'
import { Views } from '~/ui/menu'
import { Pagination } from '~/ui/pagination'
import { FilterChips } from './filter-chips'
import { countLabel, type QueuePage } from './queue'
import { QueueEmpty } from './queue-empty'
import { QueueFilters } from './queue-filters'
import { QUEUE_PAGE_SIZE, QUEUE_SORTS, queueQueryString, type QueueQuery } from './queue-query'
import { QueueTable } from './queue-table'
import { QUEUE_VIEWS, readQueueView } from './queue-view'
import { useQueueKeys } from './use-queue-keys'

export type QueueProps = QueuePage & { query: QueueQuery; clock: ReaderClock }

const viewPath = (key: string) => `${queuePath}?view=${key}`

/** The tickets of a view, the way an agent works through them; each state of it has an address. */
export function QueueScreen(props: QueueProps) {
  const { counts, query } = props
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
        <div className="title-row page-title">
          <h1>{readQueueView(query.view).label}</h1>
          <ButtonLink to={queuePath + queueQueryString(query, { page: query.page })} look="quiet">
            Check for updates
          </ButtonLink>
        </div>
        <QueueList {...props} />
      </div>
    </div>
  )
}

function QueueList(props: QueueProps) {
  const { total, tickets, query, clock } = props
  return (
    <>
      <QueueFilters {...props} />
      <FilterChips {...props} />
      {tickets.length === 0 ? (
        <QueueEmpty query={query} total={total} />
      ) : (
        <QueueTable
          caption={`${total} ${total === 1 ? 'ticket' : 'tickets'}, ${QUEUE_SORTS[query.sort].toLowerCase()}`}
          tickets={tickets}
          query={query}
          clock={clock}
        />
      )}
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
