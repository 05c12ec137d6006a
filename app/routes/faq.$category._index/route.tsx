import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAnswerGroups } from '~/features/articles/answers.server'
import { openContent } from '~/features/articles/content.server'
import { FaqPage } from '~/features/articles/faq-pages'
import { getCategory } from '~/features/articles/get-document.server'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(
    matches,
    data ? `Quick answers: ${data.groups[0]?.title ?? data.current}` : 'Page not found',
  )

export const loader = publicLoader(async ({ context, params, url }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const { slug } = getCategory(content, url.pathname, params.category)
  return {
    current: slug,
    groups: listAnswerGroups(content, slug),
    categories: content.listCategories(),
  }
})

export default function FaqCategory() {
  return <FaqPage {...useLoaderData<typeof loader>()} query="" found={null} />
}
