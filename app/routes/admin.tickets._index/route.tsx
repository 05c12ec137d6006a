import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Queue } from '~/features/tickets/queue'
import { readQueueView } from '~/features/tickets/queue-view'
import { readTicketQuery } from '~/features/tickets/ticket-query'
import { listCategories, listTickets } from '~/features/tickets/tickets.server'
import { staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `${data.view.label}: queue` : 'Queue', 'Desk')

export const loader = staffLoader(async ({ context, viewer, url }) => {
  const { supabase } = context.session
  const view = readQueueView(url.searchParams.get('view'))
  const query = readTicketQuery(url.searchParams)
  const [list, categories] = await Promise.all([
    listTickets(supabase, { ...query, view: view.key }),
    listCategories(supabase),
  ])
  return { ...list, view, query, categories, clock: readerClock(context.now(), viewer) }
})

export default function QueuePage() {
  return <Queue {...useLoaderData<typeof loader>()} />
}
