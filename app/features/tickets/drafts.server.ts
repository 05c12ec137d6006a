import type { Viewer } from '~/auth/viewer'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { Priority } from './ticket'
import type { DraftInput } from './ticket.schema'

/** A ticket that its owner is still writing. */
export type Draft = {
  id: string
  subject: string
  description: string
  category: string | null
  priority: Priority
  /** Names of files that were chosen while the session had ended, and could not be kept. */
  lost_files: string[]
  updated_at: string
}

const COLUMNS = 'id, subject, description, category, priority, lost_files, updated_at'

/** Saves a draft, or saves it again. */
export async function saveDraft(supabase: Supabase, draft: DraftInput): Promise<void> {
  unwrap(await supabase.rpc('save_draft', draft))
}

/** The viewer's draft with this id, or null. */
export async function findDraft(
  supabase: Supabase,
  viewer: Viewer,
  id: string,
): Promise<Draft | null> {
  const found = await supabase
    .from('ticket_drafts')
    .select(COLUMNS)
    .eq('id', id)
    .eq('owner_id', viewer.id)
    .maybeSingle()
  return unwrap(found) as Draft | null
}

/** The viewer's drafts, newest first. */
export async function listDrafts(supabase: Supabase, viewer: Viewer): Promise<Draft[]> {
  const found = await supabase
    .from('ticket_drafts')
    .select(COLUMNS)
    .eq('owner_id', viewer.id)
    .order('updated_at', { ascending: false })
    .limit(100)
  return unwrap(found) as Draft[]
}

/** The number of the ticket that a draft has become, or null. Its id is the draft's. */
export async function findSentTicket(
  supabase: Supabase,
  viewer: Viewer,
  id: string,
): Promise<number | null> {
  const found = await supabase
    .from('tickets')
    .select('number')
    .eq('id', id)
    .eq('requester_id', viewer.id)
    .maybeSingle()
  return (unwrap(found) as { number: number } | null)?.number ?? null
}
