export const CUSTOMERS_PAGE_SIZE = 25

/** What the list of customers is asked for, as its address says. */
export type CustomerQuery = { search?: string; page: number }

/** Never fails, whatever was typed. */
export function readCustomerQuery(params: URLSearchParams): CustomerQuery {
  const search = params.get('q')?.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 200)
  const page = Number(params.get('page') ?? 1)
  return {
    search: search || undefined,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The same list on another page, as a query string. */
export function customerQueryString({ search }: CustomerQuery, page: number): string {
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `?${text}` : ''
}
