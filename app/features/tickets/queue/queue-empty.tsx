import { queuePath } from '~/http/desk-paths'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { filtersOf, queueQueryString, withoutFilters, type QueueQuery } from './queue-query'
import { readQueueView } from './queue-view'

/** Why a list is empty, and what to do about it. */
export function QueueEmpty({ query, total }: { query: QueueQuery; total: number }) {
  const view = readQueueView(query.view)
  if (total > 0) {
    return (
      <Empty title="No more pages">
        <p>
          The list has become shorter.{' '}
          <Link to={queuePath + queueQueryString(query)}>Go to its first page</Link>.
        </p>
      </Empty>
    )
  }
  if (filtersOf(query).length > 0) {
    const all = queueQueryString({ ...query, view: 'all' })
    return (
      <Empty title="No ticket fits">
        <p>
          Remove a filter,{' '}
          {query.view === 'all' ? null : (
            <>
              <Link to={queuePath + all}>look for the same in all tickets</Link>,{' '}
            </>
          )}
          or{' '}
          <Link to={queuePath + queueQueryString(withoutFilters(query))}>
            show all of “{view.label}”
          </Link>
          .
        </p>
      </Empty>
    )
  }
  return (
    <Empty title="Nothing here">
      <p>{view.empty}</p>
      {view.key === 'all' ? null : (
        <p>
          <Link to={`${queuePath}?view=waiting`}>See what waits for us</Link>
        </p>
      )}
    </Empty>
  )
}
