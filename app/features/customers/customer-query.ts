import { readPageNumber } from '~/lib/page-number'
import { searchText } from '~/lib/text'

export const CUSTOMERS_PAGE_SIZE = 25

/** What the list of customers is asked for, as its address says. */
export type CustomerQuery = { search?: string; page: number }

/** Never fails, whatever was typed. */
export function readCustomerQuery(params: URLSearchParams): CustomerQuery {
  return {
    search: searchText(params.get('q'), 200),
    page: readPageNumber(params),
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
