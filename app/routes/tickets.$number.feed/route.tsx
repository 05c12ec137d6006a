import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FeedPage } from '~/features/tickets/feed-page'
import { endFeed, getFeedState, makeFeed } from '~/features/tickets/feeds.server'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { ticketFeedPagePath, ticketFeedPath } from '~/http/paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `Feed of ticket ${data.feed.number}` : 'Page not found')

export const loader = customerLoader(async ({ context, viewer, params }) => {
  const number = readTicketNumber(params.number)
  const feed = await getFeedState(context.session.supabase, viewer, number)
  return { feed, clock: readerClock(context.now(), viewer) }
})

export const action = customerAction(async ({ context, params, request }) => {
  const { supabase } = context.session
  const number = readTicketNumber(params.number)
  const intent = readIntent(await readForm(request), ['make', 'end'])
  if (intent === 'end') {
    await endFeed(supabase, number)
    return seeOtherWith(context, ticketFeedPagePath(number), 'The feed has ended.')
  }
  const address = context.env.PUBLIC_URL + ticketFeedPath(number, await makeFeed(supabase, number))
  return seeOtherWith(
    context,
    ticketFeedPagePath(number),
    `Copy this address into your feed reader now, it is shown this once: ${address}`,
  )
})

export default function TicketFeedPage() {
  return <FeedPage {...useLoaderData<typeof loader>()} />
}
