import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerList } from '~/features/articles/answer-list'
import { openContent } from '~/features/articles/content.server'
import { FaqPage } from '~/features/articles/faq-pages'
import { listAnswers, listAnswerGroups } from '~/features/articles/answers.server'
import { FoundNumber } from '~/features/search/found-number'
import { readSearchQuery } from '~/features/search/search-query'
import { searchContent } from '~/features/search/search.server'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Quick answers')

export const loader = publicLoader(async ({ context, url }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const { query } = readSearchQuery(url.searchParams)
  const found = query ? searchContent(content, query, { type: 'faq', limit: 20 }) : null
  return {
    query,
    found,
    foundAnswers: found ? listAnswers(content, found.results) : [],
    groups: found ? [] : listAnswerGroups(content),
    categories: content.listCategories(),
  }
})

export default function Faq() {
  const { query, found, foundAnswers, ...page } = useLoaderData<typeof loader>()
  const answers = found ? (
    <div className="stack">
      <FoundNumber query={query} found={found} shown={foundAnswers.length} />
      <AnswerList answers={foundAnswers} open={foundAnswers.length === 1} />
    </div>
  ) : null
  return <FaqPage {...page} query={query} current={null} found={answers} />
}
