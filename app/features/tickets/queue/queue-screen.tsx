import { useRef } from 'react'
import type { FormResult } from '~/forms/form-state'
import { queuePath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { ErrorSummary } from '~/ui/error-summary'
import { KeptFlash } from '~/ui/kept-flash'
import { Views } from '~/ui/menu'
import { Pagination } from '~/ui/pagination'
import { BulkBar } from './bulk-bar'
import type { BulkResult } from './bulk-change'
import { FilterChips } from './filter-chips'
import { countLabel, type QueuePage, type SavedView } from './queue'
import { QueueEmpty } from './queue-empty'
import { QueueFilters } from './queue-filters'
import {
  filtersOf,
  QUEUE_PAGE_SIZE,
  QUEUE_SORTS,
  queueQueryString,
  type QueueQuery,
} from './queue-query'
import { QueueTable } from './queue-table'
import { QueueUpdates } from './queue-updates'
import { QUEUE_VIEWS, readQueueView } from './queue-view'
import { SavedViewForm, savedViewState } from './saved-view-form'
import { TakeForm } from './take-form'
import { useLiveQueue, type LiveQueue } from './use-live-queue'
import { usePaused } from './use-paused'
import { useQueueKeys } from './use-queue-keys'

type QueueProps = QueuePage & {
  query: QueueQuery
  viewerId: string
  /** New for each page: makes a form that is sent twice do its work once. */
  formKey: string
  clock: ReaderClock
  /** What a bulk change could not do. */
  bulk?: BulkResult
  /** What was wrong with the name of a view. */
  result?: FormResult
}

const viewPath = (key: string) => `${queuePath}?view=${key}`

/** The tickets of a view, the way an agent works through them; each state of it has an address. */
export function QueueScreen(opened: QueueProps) {
  const { query, saved_views, bulk, result, total, tickets, counts, clock } = opened
  const element = useRef<HTMLDivElement>(null)
  const [paused, setPaused] = usePaused()
  const first = { total, tickets, counts, now: clock.now }
  const live = useLiveQueue(first, queryOf(query), element, paused)
  const props = { ...opened, ...live.shown, clock: { ...clock, now: live.shown.now } }
  const saved = saved_views.find((view) => view.query === queueQueryString(query))
  useQueueKeys()
  return (
    <div className="desk-grid" ref={element}>
      <QueueViews {...props} saved={saved} />
      <div>
        <KeptFlash />
        <ErrorSummary errors={[...(bulk?.errors ?? []), ...savedViewState(result).errors]}>
          {bulk?.changed}
        </ErrorSummary>
        <div className="title-row page-title">
          <h1>{saved ? <bdi>{saved.name}</bdi> : readQueueView(query.view).label}</h1>
          <QueueUpdates {...live} here={here(query)} paused={paused} onPause={setPaused} />
        </div>
        <QueueFilters {...props} />
        <FilterChips {...props} />
        {saved || isWorthSaving(query) ? (
          <SavedViewForm {...props} action={here(query)} saved={saved} newId={props.formKey} />
        ) : null}
        <QueueList {...props} marks={live.marks} />
      </div>
    </div>
  )
}

/** More than one of the views that are there anyway. */
const isWorthSaving = (query: QueueQuery) => filtersOf(query).length > 0 || query.sort !== 'waiting'

function QueueViews({ counts, saved_views, query, saved }: QueueProps & { saved?: SavedView }) {
  const seeded = QUEUE_VIEWS.map(({ key, label }) => ({
    to: viewPath(key),
    label,
    count: countLabel(counts[key] ?? 0),
  }))
  const own = saved_views.map((view) => ({ to: queuePath + view.query, label: view.name }))
  return (
    <Views
      name="Views"
      current={saved ? queuePath + saved.query : viewPath(query.view)}
      items={[...seeded, ...own]}
    />
  )
}

/** The address of the page as it is. */
const here = (query: QueueQuery) => queuePath + queryOf(query)
const queryOf = (query: QueueQuery) => queueQueryString(query, { page: query.page })

function QueueList(props: QueueProps & Pick<LiveQueue, 'marks'>) {
  const { total, tickets, query, bulk, formKey } = props
  const many = `${total} ${total === 1 ? 'ticket' : 'tickets'}`
  if (tickets.length === 0) return <QueueEmpty query={query} total={total} />
  return (
    <>
      <form
        action={here(query)}
        method="post"
        id="tickets"
        tabIndex={-1}
        aria-label="Change several tickets"
      >
        <input type="hidden" name="key" value={formKey} />
        <QueueTable
          {...props}
          caption={`${many}, ${QUEUE_SORTS[query.sort].toLowerCase()}`}
          ticked={bulk?.ticked ?? []}
        />
        <BulkBar {...props} />
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
