import { notFound } from '~/lib/errors'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { OfficeTime } from './office-hours'
import type { ReplyDraft } from './reply-drafts.server'
import type { Attachment, Category, OwnTicketList, TicketPage } from './ticket'
import type { TicketQuery } from './ticket-query'

/** One page of the viewer's own tickets, with the categories that its filter offers, in one call. */
export async function listOwnTickets(
  supabase: Supabase,
  query: TicketQuery,
): Promise<OwnTicketList> {
  const { search, status, priority, category, from, to, sort, page } = query
  const filter = { search, status, priority, category, from_date: from, to_date: to, sort, page }
  return unwrap(await supabase.rpc('my_tickets', filter)) as unknown as OwnTicketList
}

/** A ticket with all that its page shows, or null where the viewer may see none. */
export async function findTicketPage(
  supabase: Supabase,
  number: number,
): Promise<TicketPage | null> {
  const page = unwrap(await supabase.rpc('ticket_page', { ticket_number: number }))
  return page as unknown as TicketPage | null
}

/**
 * A ticket with all that its page shows.
 * @throws Problem `not-found` for an unknown ticket and for somebody else's alike
 */
export async function getTicketPage(supabase: Supabase, number: number): Promise<TicketPage> {
  const page = await findTicketPage(supabase, number)
  if (!page) throw notFound()
  return page
}

/** The same for its requester, with the reply they have begun and what waits for it. */
type OwnTicketPage = TicketPage & {
  reply_draft: ReplyDraft | null
  kept_files: Attachment[]
  /** How long the ticket took by our office hours; null while it is not solved. */
  office: OfficeTime | null
}

/**
 * A ticket as its requester opens it, in one call.
 * @param replyId of the reply that is being written; null for the newest that was begun
 * @throws Problem as {@link getTicketPage}
 */
export async function getOwnTicketPage(
  supabase: Supabase,
  number: number,
  replyId: string | null,
): Promise<OwnTicketPage> {
  const asked = { ticket_number: number, reply_id: replyId ?? undefined }
  const page = unwrap(await supabase.rpc('own_ticket_page', asked))
  if (!page) throw notFound()
  return page as unknown as OwnTicketPage
}

/** The categories a ticket can be opened in, in their order. */
export async function listCategories(supabase: Supabase): Promise<Category[]> {
  return unwrap(
    await supabase.from('categories').select('slug, name').eq('active', true).order('position'),
  )
}

/**
 * Sends a public reply; repeated with the same id it is sent once.
 * @returns the number of the ticket it landed in: a follow-up's when the ticket was closed
 */
export async function replyToTicket(
  supabase: Supabase,
  number: number,
  reply: { id: string; body: string; nextStatus?: string },
): Promise<number> {
  return unwrap(
    await supabase.rpc('reply_to_ticket', {
      ticket_number: number,
      id: reply.id,
      body: reply.body,
      next_status: reply.nextStatus,
    }),
  )
}

/** Keeps a note that no customer can read. */
export async function addInternalNote(
  supabase: Supabase,
  number: number,
  note: { id: string; body: string },
): Promise<void> {
  unwrap(
    await supabase.rpc('add_internal_note', {
      ticket_number: number,
      id: note.id,
      body: note.body,
    }),
  )
}

/** The requester needs no more help. */
export async function closeTicket(supabase: Supabase, number: number): Promise<void> {
  unwrap(await supabase.rpc('close_ticket', { ticket_number: number }))
}

/** The requester needs help after all, within the days after solving. */
export async function reopenTicket(supabase: Supabase, number: number): Promise<void> {
  unwrap(await supabase.rpc('reopen_ticket', { ticket_number: number }))
}

/** The agent who asks becomes the assignee. */
export async function takeTicket(supabase: Supabase, number: number): Promise<void> {
  unwrap(await supabase.rpc('take_ticket', { ticket_number: number }))
}

/** The ticket goes back to everybody. */
export async function releaseTicket(supabase: Supabase, number: number): Promise<void> {
  unwrap(await supabase.rpc('release_ticket', { ticket_number: number }))
}

/**
 * The ticket number of a URL.
 * @throws Problem `not-found` for anything but a plain positive number
 */
export function readTicketNumber(param: string | undefined): number {
  if (!param || !/^[1-9]\d{0,8}$/.test(param)) throw notFound()
  return Number(param)
}
