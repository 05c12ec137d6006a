import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TicketHistory } from '~/features/tickets/ticket-history'
import { readTicketQuery } from '~/features/tickets/ticket-query'
import { listOwnTickets } from '~/features/tickets/tickets.server'
import { customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Your tickets')

export const loader = customerLoader(async ({ context, viewer, url }) => {
  const query = readTicketQuery(url.searchParams)
  const list = await listOwnTickets(context.session.supabase, query)
  return { ...list, query, clock: readerClock(context.now(), viewer) }
})

export default function TicketsPage() {
  return <TicketHistory {...useLoaderData<typeof loader>()} />
}
