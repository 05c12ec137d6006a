import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { getCategory } from '~/features/articles/get-document.server'
import { CategoryPage } from '~/features/articles/kb-pages'
import { FoundInside } from '~/features/search/found-inside'
import { readSearchQuery } from '~/features/search/search-query'
import { searchContent } from '~/features/search/search.server'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.category.title ?? 'Page not found')

export const loader = publicLoader(async ({ context, params, url }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const category = getCategory(content, url.pathname, params.category)
  const { query } = readSearchQuery(url.searchParams)
  const found = query ? searchContent(content, query, { category: category.slug }) : null
  return {
    category,
    query,
    found,
    articles: content.listArticles(category.slug),
    answers: content.listFaqs(category.slug),
  }
})

export default function Category() {
  const { found, query, ...page } = useLoaderData<typeof loader>()
  return (
    <CategoryPage
      {...page}
      query={query}
      found={found ? <FoundInside query={query} found={found} /> : null}
    />
  )
}
