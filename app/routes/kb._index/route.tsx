import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { KbPage } from '~/features/articles/kb-pages'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Articles')

export const loader = publicLoader(async ({ context }) => ({
  categories: openContent(context.env.CONTENT_DIR).listCategories(),
}))

export default function Kb() {
  return <KbPage {...useLoaderData<typeof loader>()} />
}
