import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAnswers } from '~/features/articles/answers.server'
import { openContent } from '~/features/articles/content.server'
import { HomePage } from '~/features/articles/home-page'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

const ARTICLES = 5
const ANSWERS = 4

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, 'Find an answer or write to us')

export const loader = publicLoader(async ({ context }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const faqs = content.listFaqs()
  return {
    categories: content.listCategories(),
    articles: content.listPopular(context.popular, ARTICLES),
    answers: listAnswers(content, faqs.slice(0, ANSWERS)),
    answerCount: faqs.length,
    tutorials: content.listTutorials(),
  }
})

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
