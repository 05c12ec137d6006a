import type { Viewer } from '~/auth/viewer'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { discardFile, listKeptFiles } from './attachments.server'
import type { SimilarTicket } from './send-ticket'
import type { TicketInput } from './ticket.schema'

/** A document that stood on the page, with the text it had then. */
type ShownDocument = { path: string; revision: string }

/** The viewer's own tickets with a subject like this one, best first; three at most. */
export async function listSimilarTickets(
  supabase: Supabase,
  subject: string,
): Promise<SimilarTicket[]> {
  return unwrap(await supabase.rpc('similar_tickets', { subject })) as unknown as SimilarTicket[]
}

/**
 * "Send my ticket": makes a ticket of a draft and notes what had been shown before. Called twice,
 * even at once, it makes one.
 * @returns the ticket's number
 */
export async function sendTicket(
  supabase: Supabase,
  draft: TicketInput,
  shown: ShownDocument[],
): Promise<number> {
  return unwrap(await supabase.rpc('send_ticket', { ...draft, shown }))
}

/**
 * "This solved it": notes the choice once and throws the draft and its files away. Files that
 * storage does not let go now are found by the sweep.
 */
export async function solveDraft(
  supabase: Supabase,
  viewer: Viewer,
  draftId: string,
  shown: ShownDocument[],
): Promise<void> {
  const files = await listKeptFiles(supabase, draftId)
  unwrap(await supabase.rpc('solve_draft', { draft_id: draftId, shown }))
  const target = { ticketId: draftId, messageKey: draftId }
  for (const { id } of files) await discardFile(supabase, target, id)
}
