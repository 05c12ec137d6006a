import type { Viewer } from '~/auth/viewer'
import { beginning, severalLines } from '~/lib/text'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { DRAFT_DESCRIPTION_LENGTH } from './ticket.schema'

/** A reply that its owner is still writing. */
export type ReplyDraft = {
  id: string
  body: string
  /** As in the draft of a ticket. */
  lost_files: string[]
  updated_at: string
}

/** The same, with the ticket it answers. */
export type ReplyDraftLine = ReplyDraft & {
  ticket_id: string
  ticket: { number: number; subject: string }
}

/** Keeps what was typed of a reply; an empty text keeps nothing. */
export async function saveReplyDraft(
  supabase: Supabase,
  number: number,
  id: string,
  typed: unknown,
): Promise<void> {
  const body = draftText(typed) ?? ''
  unwrap(await supabase.rpc('save_reply_draft', { ticket_number: number, id, body }))
}

/** What was begun at the desk: a note never comes back as a reply. What the form does not have stays as it is. */
type DeskDrafts = { replyId: string; reply: unknown; noteId: string; note: unknown }

export async function saveDeskDrafts(supabase: Supabase, number: number, drafts: DeskDrafts) {
  unwrap(await supabase.rpc('save_desk_drafts', deskDraftArguments(number, drafts)))
}

export function deskDraftArguments(number: number, { replyId, reply, noteId, note }: DeskDrafts) {
  return {
    ticket_number: number,
    reply_id: replyId,
    reply: draftText(reply) as string,
    note_id: noteId,
    note: draftText(note) as string,
  }
}

function draftText(typed: unknown): string | null {
  if (typeof typed !== 'string') return null
  return beginning(severalLines(typed), DRAFT_DESCRIPTION_LENGTH)
}

/** Replies that the viewer has begun on own tickets, newest first; those of the desk stand at the desk. */
export async function listReplyDrafts(
  supabase: Supabase,
  viewer: Viewer,
): Promise<ReplyDraftLine[]> {
  const found = await supabase
    .from('ticket_reply_drafts')
    .select(
      'id, ticket_id, body, lost_files, updated_at, ticket:tickets!inner(number, subject, requester_id)',
    )
    .eq('owner_id', viewer.id)
    .eq('kind', 'public')
    .eq('ticket.requester_id', viewer.id)
    .order('updated_at', { ascending: false })
    .limit(100)
  return unwrap(found) as unknown as ReplyDraftLine[]
}
