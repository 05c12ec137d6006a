import { readPageNumber } from '~/lib/page-number'
import { searchText } from '~/lib/text'
import { readDay } from '~/lib/calendar-day'
import { AUDIT_AREAS, type AuditArea } from './audit-event'

export const AUDIT_PAGE_SIZE = 50

/** What the list of changes is asked for, as its address says; what makes no sense is left out. */
export type AuditQuery = {
  /** Part of the name or of the email address of who acted, or of whom it concerns. */
  search?: string
  area?: AuditArea
  /** Days such as `2026-03-10`, both included. */
  from?: string
  to?: string
  page: number
}

/** Never fails, whatever was typed. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
  return {
    search: searchText(params.get('q'), 200),
    area: AUDIT_AREAS.find((name) => name === params.get('area')),
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
    page: readPageNumber(params),
  }
}

/** The same list on another page, as a query string. */
export function auditQueryString({ search, area, from, to }: AuditQuery, page: number): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: search, area, from, to })) {
    if (value) params.set(name, value)
  }
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `?${text}` : ''
}
