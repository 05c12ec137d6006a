import { EVENT_KINDS, type EventKind, type SecurityEvent } from '~/auth/security-event'

export const ACTIVITY_PAGE_SIZE = 25

/** What the log is asked for, as its address says; what makes no sense is left out. */
export type ActivityQuery = {
  kind?: EventKind
  /** A name, an email address, an address or a network; for admins. */
  search?: string
  page: number
}

export type Activity = { total: number; events: SecurityEvent[] }

/** Never fails, whatever was typed. */
export function readActivityQuery(params: URLSearchParams): ActivityQuery {
  const kind = EVENT_KINDS.find((name) => name === params.get('kind'))
  const search = params.get('q')?.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 200)
  const page = Number(params.get('page') ?? 1)
  return {
    kind,
    search: search || undefined,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The same log on another page, as a query string. */
export function activityQueryString({ kind, search }: ActivityQuery, page: number): string {
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  if (kind) params.set('kind', kind)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `?${text}` : ''
}
