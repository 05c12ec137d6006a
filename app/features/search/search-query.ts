import { readPageNumber } from '~/lib/page-number'
import { searchText } from '~/lib/text'

/** Longer questions than this are cut: the rest adds nothing that a page could be found by. */
const LONGEST = 500

const RESULT_TYPES = ['article', 'faq', 'tutorial'] as const
export type ResultType = (typeof RESULT_TYPES)[number]

/** What a search page is asked for; any text is a fine question. */
export type SearchQuery = { query: string; type?: ResultType; page: number }

/** Reads `?q=&type=&page=`; never fails, whatever was typed. */
export function readSearchQuery(params: URLSearchParams): SearchQuery {
  const query = searchText(params.get('q'), LONGEST) ?? ''
  const type = RESULT_TYPES.find((name) => name === params.get('type'))
  return { query, type, page: readPageNumber(params) }
}
