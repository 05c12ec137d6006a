import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { AnswerPage } from '~/features/articles/faq-pages'
import { getCategory, getDocument } from '~/features/articles/get-document.server'
import { publicLoader } from '~/http/handlers.server'
import { documentTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  documentTitle(matches, data?.answer)

export const loader = publicLoader(async ({ context, params, url }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const answer = getDocument(content, url.pathname)
  return {
    answer,
    category: getCategory(content, url.pathname, params.category),
    related: content.relatedTo(answer),
    editUrl: context.env.CONTENT_EDIT_URL,
  }
})

export default function FaqAnswer() {
  return <AnswerPage {...useLoaderData<typeof loader>()} />
}
