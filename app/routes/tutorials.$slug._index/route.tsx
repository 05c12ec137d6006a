import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { getDocument } from '~/features/articles/get-document.server'
import { TutorialPage } from '~/features/articles/tutorial-pages'
import { publicLoader } from '~/http/handlers.server'
import { documentTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  documentTitle(matches, data?.tutorial)

export const loader = publicLoader(async ({ context, url }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const tutorial = getDocument(content, url.pathname)
  return {
    tutorial,
    steps: content.listSteps(tutorial.slug),
    editUrl: context.env.CONTENT_EDIT_URL,
  }
})

export default function Tutorial() {
  return <TutorialPage {...useLoaderData<typeof loader>()} />
}
