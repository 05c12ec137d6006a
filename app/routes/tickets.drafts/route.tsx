import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DraftList } from '~/features/tickets/draft-list'
import { listDrafts } from '~/features/tickets/drafts.server'
import { customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Your drafts')

export const loader = customerLoader(async ({ context, viewer }) => ({
  drafts: await listDrafts(context.session.supabase, viewer),
  clock: readerClock(context.now(), viewer),
}))

export default function DraftsPage() {
  return <DraftList {...useLoaderData<typeof loader>()} />
}
