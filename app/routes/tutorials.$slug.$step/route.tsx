import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { getDocument } from '~/features/articles/get-document.server'
import { TutorialStepPage } from '~/features/articles/tutorial-pages'
import { publicLoader } from '~/http/handlers.server'
import { documentTitle } from '~/http/page-title'
import { tutorialPath } from '~/http/paths'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  documentTitle(matches, data?.step)

export const loader = publicLoader(async ({ context, params, url }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const step = getDocument(content, url.pathname)
  const tutorial = getDocument(content, tutorialPath(params.slug!))
  const steps = content.listSteps(tutorial.slug)
  return { tutorial, step, steps, editUrl: context.env.CONTENT_EDIT_URL }
})

export default function TutorialStep() {
  return <TutorialStepPage {...useLoaderData<typeof loader>()} />
}
