import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TicketInsights } from '~/features/tickets/ticket-insights'
import { readTicketFigures } from '~/features/tickets/ticket-figures.server'
import { customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Your history in figures')

export const loader = customerLoader(async ({ context, viewer }) => ({
  figures: await readTicketFigures(context.session.supabase),
  clock: readerClock(context.now(), viewer),
}))

export default function InsightsPage() {
  return <TicketInsights {...useLoaderData<typeof loader>()} />
}
