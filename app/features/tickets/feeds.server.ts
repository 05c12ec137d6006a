import { randomBytes } from 'node:crypto'
import type { Viewer } from '~/auth/viewer'
import { notFound } from '~/lib/errors'
import type { Env } from '~/platform/env.server'
import { createAnonymousClient, unwrap, type Supabase } from '~/platform/supabase.server'
import type { TicketFeed } from './ticket-feed'

/** 128 bits; Postgres keeps the hash alone. */
const TOKEN_BYTES = 16

/** Whether a ticket has a feed, and since when. */
export type FeedState = { number: number; subject: string; madeAt: string | null }

/**
 * What there is to say about the feed of a ticket of the viewer.
 * @throws Problem `not-found` for a ticket of anybody else
 */
export async function getFeedState(
  supabase: Supabase,
  viewer: Viewer,
  number: number,
): Promise<FeedState> {
  const found = await supabase
    .from('tickets')
    .select('number, subject, feed:ticket_feeds(created_at)')
    .eq('number', number)
    .eq('requester_id', viewer.id)
    .maybeSingle()
  const ticket = unwrap(found) as unknown as {
    subject: string
    feed: { created_at: string } | null
  } | null
  if (!ticket) throw notFound()
  return { number, subject: ticket.subject, madeAt: ticket.feed?.created_at ?? null }
}

/**
 * Gives a ticket of the viewer a feed; one that it had ends.
 * @returns the token of its address, which nobody can read again
 */
export async function makeFeed(supabase: Supabase, number: number): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  unwrap(await supabase.rpc('make_ticket_feed', { ticket_number: number, token }))
  return token
}

/** Ends the feed of a ticket of the viewer. */
export async function endFeed(supabase: Supabase, number: number): Promise<void> {
  unwrap(await supabase.rpc('end_ticket_feed', { ticket_number: number }))
}

/**
 * A ticket for whoever has the address of its feed.
 * @throws Problem `not-found` for an unknown ticket, one without a feed and a wrong token alike
 */
export async function getFeed(env: Env, number: number, token: string | null): Promise<TicketFeed> {
  if (!token || !/^[\w-]{22}$/.test(token)) throw notFound()
  const asked = await createAnonymousClient(env).rpc('ticket_feed', {
    ticket_number: number,
    token,
  })
  const feed = unwrap(asked)
  if (!feed) throw notFound()
  return feed as unknown as TicketFeed
}
