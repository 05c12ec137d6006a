import { readPageNumber } from '~/lib/page-number'
import { searchText } from '~/lib/text'
import { readDay } from '~/lib/calendar-day'
import { PRIORITIES, STATUSES } from './ticket'

/** How a list of tickets can be sorted: newest change, newest ticket, oldest ticket, most urgent first. */
const SORTS = ['changed', 'created', 'oldest', 'priority'] as const

/** What a list of tickets is asked for, as its URL says; what makes no sense is left out. */
export type TicketQuery = {
  search?: string
  status?: string
  priority?: string
  category?: string
  /** Days such as `2026-03-10`, both included. */
  from?: string
  to?: string
  sort?: string
  page: number
}

export const PAGE_SIZE = 25

const oneOf = (names: readonly string[], value: string | null) =>
  value !== null && names.includes(value) ? value : undefined

/** Reads the query of `/tickets` and `/admin/tickets`; never fails, whatever was typed. */
export function readTicketQuery(params: URLSearchParams): TicketQuery {
  return {
    search: searchText(params.get('q'), 200),
    status: oneOf(STATUSES, params.get('status')),
    priority: oneOf(PRIORITIES, params.get('priority')),
    category: /^[a-z0-9-]{1,60}$/.exec(params.get('category') ?? '')?.[0],
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
    sort: oneOf(SORTS, params.get('sort')),
    page: readPageNumber(params),
  }
}

/** The same list with something changed, as a query string; a changed filter starts at page 1. */
export function ticketQueryString(
  query: TicketQuery,
  changed: Partial<TicketQuery> = {},
  extra: Record<string, string> = {},
): string {
  const { search, page, ...rest } = { ...query, page: 1, ...changed }
  const params = new URLSearchParams(extra)
  if (search) params.set('q', search)
  for (const [name, value] of Object.entries(rest)) if (value) params.set(name, String(value))
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** True when a list shows less than all there is. */
export function isFiltered({ search, status, priority, category, from, to }: TicketQuery): boolean {
  return [search, status, priority, category, from, to].some(Boolean)
}
