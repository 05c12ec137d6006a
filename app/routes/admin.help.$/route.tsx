import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { DeskHelpPage } from '~/features/articles/desk-help'
import { getDocument } from '~/features/articles/get-document.server'
import { deskHelpPath } from '~/http/desk-paths'
import { noForm, staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.document.title ?? 'Page not found', 'Desk')

export const loader = staffLoader(async ({ context, params }) => {
  const content = openContent(context.env.CONTENT_DIR)
  const document = getDocument(content, `${deskHelpPath}/${params['*']}`, 'staff')
  const related = content.relatedTo(document, 'staff').map(({ path, title }) => ({ path, title }))
  return { document, related, editUrl: context.env.CONTENT_EDIT_URL }
})

export const action = staffAction(noForm)

export default function DeskHelpRoute() {
  return <DeskHelpPage {...useLoaderData<typeof loader>()} />
}
