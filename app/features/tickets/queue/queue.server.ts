import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { QueuePage } from './queue'
import { QUEUE_PAGE_SIZE, type QueueQuery } from './queue-query'

/** A page of the queue with all that its menus show, in one call. For staff. */
export async function getQueue(supabase: Supabase, query: QueueQuery): Promise<QueuePage> {
  const { from, to, ...same } = query
  const asked = { ...same, from_date: from, to_date: to, page_size: QUEUE_PAGE_SIZE }
  return unwrap(await supabase.rpc('queue_page', asked)) as unknown as QueuePage
}
