import { searchText } from '~/lib/text'
import { readUuid } from '~/lib/uuid'
import { readTicketQuery, type TicketQuery } from '../ticket-query'
import { NOBODY } from './queue'
import { readQueueView, type QueueView } from './queue-view'

/** What can be filtered by, in the order of the form. */
const FILTERS = [
  'search',
  'status',
  'priority',
  'category',
  'assignee',
  'tag',
  'from',
  'to',
] as const
export type Filter = (typeof FILTERS)[number]

export const QUEUE_SORTS = {
  waiting: 'Longest waiting first',
  priority: 'Most urgent first',
  changed: 'Newest change first',
  newest: 'Newest ticket first',
  oldest: 'Oldest ticket first',
} as const
export type QueueSort = keyof typeof QUEUE_SORTS

/** What a page of the queue is asked for, as its URL says; what makes no sense is left out. */
export type QueueQuery = Pick<TicketQuery, 'page'> &
  Partial<Record<Filter, string>> & { view: QueueView['key']; sort: QueueSort }

export const QUEUE_PAGE_SIZE = 25

function readSort(value: string | null): QueueSort {
  return value !== null && Object.hasOwn(QUEUE_SORTS, value) ? (value as QueueSort) : 'waiting'
}

/** Reads the query of `/admin/tickets`; never fails, whatever was typed. */
export function readQueueQuery(params: URLSearchParams): QueueQuery {
  const { search, status, priority, category, from, to, page } = readTicketQuery(params)
  const assignee = params.get('assignee')
  return {
    view: readQueueView(params.get('view')).key,
    search,
    status,
    priority,
    category,
    tag: searchText(params.get('tag'), 30),
    assignee: assignee === NOBODY ? NOBODY : (readUuid(assignee) ?? undefined),
    from,
    to,
    sort: readSort(params.get('sort')),
    page,
  }
}

/** The address of the same list with something changed; a change leads to its first page. */
export function queueQueryString(query: QueueQuery, changed: Partial<QueueQuery> = {}): string {
  const { view, sort, page, ...filters } = { ...query, page: 1, ...changed }
  const params = new URLSearchParams({ view })
  for (const name of FILTERS) {
    const value = filters[name]
    if (value) params.set(name === 'search' ? 'q' : name, value)
  }
  if (sort !== 'waiting') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  return `?${params.toString()}`
}

/** The filters that are set, in the order of the form. */
export function filtersOf(query: QueueQuery): Filter[] {
  return FILTERS.filter((name) => query[name] !== undefined)
}

/** The same list without any filter. */
export function withoutFilters({ view, sort }: QueueQuery): QueueQuery {
  return { view, sort, page: 1 }
}
