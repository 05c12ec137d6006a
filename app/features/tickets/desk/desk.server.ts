import { notFound } from '~/lib/errors'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { ReplyDraft } from '../reply-drafts.server'
import type { Attachment, Category, TicketPage } from '../ticket'
import type { Surroundings } from './desk'
import type { FieldsInput } from './desk.schema'
import type { TicketNews } from './ticket-news'

/**
 * What stands around a ticket; asking for it also tells the others that somebody looks at it.
 * @throws Problem `not-found`
 */
export async function getSurroundings(supabase: Supabase, number: number): Promise<Surroundings> {
  const found = unwrap(await supabase.rpc('desk_ticket', { ticket_number: number }))
  if (!found) throw notFound()
  return found as unknown as Surroundings
}

type DeskPage = TicketPage & {
  desk: Surroundings
  categories: Category[]
  reply_draft: ReplyDraft | null
  note_draft: ReplyDraft | null
  kept_files: Attachment[]
}

/**
 * All that the page of a ticket shows, in one call, with what the viewer has begun to write.
 * @throws Problem `not-found`
 */
export async function getDeskPage(
  supabase: Supabase,
  number: number,
  { message, note }: { message?: string; note?: string },
): Promise<DeskPage> {
  const asked = { ticket_number: number, reply_id: message, note_id: note }
  const page = unwrap(await supabase.rpc('desk_page', asked))
  if (!page) throw notFound()
  return page as unknown as DeskPage
}

/** "I am still here": who else is, and how far the ticket has come. */
export async function beat(supabase: Supabase, number: number): Promise<TicketNews> {
  const answer = unwrap(await supabase.rpc('heartbeat', { ticket_number: number }))
  return answer as unknown as TicketNews
}

type DeskAnswer = {
  id: string
  body: string
  /** Null leaves it to the macro, or else to "pending". */
  nextStatus: string | null
  /** The last public message that its writer had on the page. */
  lastSeen: string | null
  macro: { id: string; version: number } | null
}

/**
 * Sends a public reply with what goes with it, in one transaction; repeated with the same id, once.
 * @throws Problem `conflict` when somebody wrote since, the ticket is closed or the macro is another one
 */
export async function answerTicket(
  supabase: Supabase,
  number: number,
  { id, body, nextStatus, lastSeen, macro }: DeskAnswer,
): Promise<void> {
  const answer = await supabase.rpc('answer_ticket', {
    ticket_number: number,
    id,
    body,
    next_status: nextStatus ?? undefined,
    last_seen: lastSeen ?? undefined,
    macro_id: macro?.id,
    macro_version: macro?.version,
  })
  unwrap(answer)
}

/**
 * Changes the fields of a ticket as the form says.
 * @throws Problem `conflict` when the ticket is not in the version that the form was made from
 */
export async function updateTicket(
  supabase: Supabase,
  number: number,
  { version, status, priority, category, assignee, tags }: FieldsInput,
): Promise<void> {
  const fields = { version, status, priority, category, assignee, tags }
  unwrap(await supabase.rpc('update_ticket', { ticket_number: number, ...fields }))
}
