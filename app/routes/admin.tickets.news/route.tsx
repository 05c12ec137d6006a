import { getQueue } from '~/features/tickets/queue/queue.server'
import type { QueueNews } from '~/features/tickets/queue/queue-news'
import { readQueueQuery } from '~/features/tickets/queue/queue-query'
import { staffLoader } from '~/http/handlers.server'

/** What of a page of the queue may have changed, asked for by that page while it can be seen. */
export const loader = staffLoader(async ({ context, url }) => {
  const query = readQueueQuery(url.searchParams)
  const { total, tickets, counts } = await getQueue(context.session.supabase, query)
  const now = context.now().toISOString()
  return Response.json({ total, tickets, counts, now } satisfies QueueNews)
})
