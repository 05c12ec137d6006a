import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { DeskHelpList } from '~/features/articles/desk-help'
import { listDeskHelp } from '~/features/articles/desk-help.server'
import { noForm, staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Guide', 'Desk')

export const loader = staffLoader(async ({ context }) => ({
  help: listDeskHelp(openContent(context.env.CONTENT_DIR)),
}))

export const action = staffAction(noForm)

export default function DeskHelpListRoute() {
  return <DeskHelpList {...useLoaderData<typeof loader>()} />
}
