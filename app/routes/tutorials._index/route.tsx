import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { TutorialsPage } from '~/features/articles/tutorial-pages'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Tutorials')

export const loader = publicLoader(async ({ context }) => ({
  tutorials: openContent(context.env.CONTENT_DIR).listTutorials(),
}))

export default function Tutorials() {
  return <TutorialsPage {...useLoaderData<typeof loader>()} />
}
