import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getQueue } from '~/features/tickets/queue/queue.server'
import { readQueueQuery } from '~/features/tickets/queue/queue-query'
import { QueueScreen } from '~/features/tickets/queue/queue-screen'
import { readQueueView } from '~/features/tickets/queue/queue-view'
import { staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `${readQueueView(data.query.view).label}: queue` : 'Queue', 'Desk')

export const loader = staffLoader(async ({ context, viewer, url }) => {
  const query = readQueueQuery(url.searchParams)
  const page = await getQueue(context.session.supabase, query)
  return { ...page, query, clock: readerClock(context.now(), viewer) }
})

export default function QueueRoute() {
  return <QueueScreen {...useLoaderData<typeof loader>()} />
}
