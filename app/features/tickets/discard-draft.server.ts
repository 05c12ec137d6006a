import type { Viewer } from '~/auth/viewer'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { discardFile, listKeptFiles } from './attachments.server'
import { findDraft } from './drafts.server'
import { listReplyDrafts } from './reply-drafts.server'

/** A draft of either kind, as the page that asks before it is thrown away names it. */
export type NamedDraft = { id: string; ticketId: string; name: string }

/** The viewer's draft of a ticket or of a reply with this id, or null. */
export async function findAnyDraft(
  supabase: Supabase,
  viewer: Viewer,
  id: string,
): Promise<NamedDraft | null> {
  const draft = await findDraft(supabase, viewer, id)
  if (draft) return { id, ticketId: id, name: draft.subject || 'Without a subject' }
  const replies = await listReplyDrafts(supabase, viewer)
  const reply = replies.find((each) => each.id === id)
  if (!reply) return null
  const { number, subject } = reply.ticket
  return { id, ticketId: reply.ticket_id, name: `Reply to ticket ${number}, ${subject}` }
}

/**
 * Throws a draft of the viewer away, its files first. Files that storage does not let go now are
 * found by the sweep.
 */
export async function discardDraft(
  supabase: Supabase,
  viewer: Viewer,
  { id, ticketId }: NamedDraft,
): Promise<void> {
  const files = await listKeptFiles(supabase, id)
  for (const file of files) await discardFile(supabase, { ticketId, messageKey: id }, file.id)
  unwrap(await supabase.rpc('discard_draft', { id }))
  unwrap(await supabase.rpc('discard_reply_draft', { id }))
}
