import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { SearchPage } from '~/features/search/search-page'
import { readSearchQuery } from '~/features/search/search-query'
import { RESULTS_A_PAGE, searchContent } from '~/features/search/search.server'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.query ? `Search: ${data.query}` : 'Search')

export const loader = publicLoader(async ({ context, url }) => {
  const asked = readSearchQuery(url.searchParams)
  const { query, type, page } = asked
  const found = query
    ? searchContent(openContent(context.env.CONTENT_DIR), query, { type, page })
    : null
  // Without person or address: what is searched in vain is what should be written next.
  if (found) context.log.info({ search: query, results: found.total }, 'searched')
  return { ...asked, found, pageSize: RESULTS_A_PAGE }
})

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
