import { getFeed } from '~/features/tickets/feeds.server'
import { atomOf } from '~/features/tickets/ticket-feed'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { publicLoader } from '~/http/handlers.server'
import { ticketPath } from '~/http/paths'

/** A ticket as Atom, for whoever has the token in the address; nobody needs to be signed in. */
export const loader = publicLoader(async ({ context: { env }, params, url }) => {
  const number = readTicketNumber(params.number)
  const feed = await getFeed(env, number, url.searchParams.get('token'))
  return new Response(atomOf(feed, env.PUBLIC_URL + ticketPath(number)), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'private, no-store',
    },
  })
})
