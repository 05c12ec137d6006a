import { readPageNumber } from '~/lib/page-number'
import { searchText } from '~/lib/text'
import { EVENT_KINDS, type EventKind, type SecurityEvent } from '~/auth/security-event'
import { readDay } from '~/lib/calendar-day'
import { readUuid } from '~/lib/uuid'

export const ACTIVITY_PAGE_SIZE = 25

/** What the log is asked for, as its address says; what makes no sense is left out. */
export type ActivityQuery = {
  kind?: EventKind
  page: number
}

/** What admins may ask for besides. */
export type SecurityLogQuery = ActivityQuery & {
  /** Part of a name or of an email address; an address is found here too. */
  search?: string
  /** An address, or a network such as `203.0.113.0/24`. */
  address?: string
  /** Whose account, by id. */
  person?: string
  /** Days such as `2026-03-10`, both included. */
  from?: string
  to?: string
}

export type Activity = { total: number; events: SecurityEvent[] }

/** Never fails, whatever was typed. */
export function readActivityQuery(params: URLSearchParams): ActivityQuery {
  const kind = EVENT_KINDS.find((name) => name === params.get('kind'))
  return { kind, page: readPageNumber(params) }
}

/** Never fails, whatever was typed. */
export function readSecurityLogQuery(params: URLSearchParams): SecurityLogQuery {
  return {
    ...readActivityQuery(params),
    search: searchText(params.get('q'), 200),
    address: searchText(params.get('address'), 200),
    person: readUuid(params.get('person')) ?? undefined,
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
  }
}

/** The same log with something changed, as a query string. */
export function activityQueryString(
  query: SecurityLogQuery,
  changed: Partial<SecurityLogQuery>,
): string {
  const { search, page, ...rest } = { ...query, ...changed }
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  for (const [name, value] of Object.entries(rest)) if (value) params.set(name, value)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `?${text}` : ''
}
