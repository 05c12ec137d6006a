import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { MacroSettings, SavedReplySettings } from './macro-settings'

const MACRO =
  'id, name, description, reply, next_status, priority, add_tags, assign, active, version'
const SAVED_REPLY = 'id, title, body, active, version'

/** Every macro in its order, also those that are not in use; for staff. */
export async function listMacroSettings(supabase: Supabase): Promise<MacroSettings[]> {
  const answer = await supabase.from('macros').select(MACRO).order('position').order('name')
  return unwrap(answer) as unknown as MacroSettings[]
}

/** Every saved reply by its title, also those that are not in use; for staff. */
export async function listSavedReplySettings(supabase: Supabase): Promise<SavedReplySettings[]> {
  return unwrap(await supabase.from('saved_replies').select(SAVED_REPLY).order('title'))
}

/** @throws Problem `not-found` */
export async function getMacroSettings(
  supabase: Supabase,
  id: string | undefined,
): Promise<MacroSettings> {
  const known = readUuid(id)
  if (!known) throw notFound()
  const found = unwrap(await supabase.from('macros').select(MACRO).eq('id', known).maybeSingle())
  if (!found) throw notFound()
  return found as unknown as MacroSettings
}

/** @throws Problem `not-found` */
export async function getSavedReplySettings(
  supabase: Supabase,
  id: string | undefined,
): Promise<SavedReplySettings> {
  const known = readUuid(id)
  if (!known) throw notFound()
  const answer = await supabase.from('saved_replies').select(SAVED_REPLY).eq('id', known)
  const [found] = unwrap(answer) as SavedReplySettings[]
  if (!found) throw notFound()
  return found
}

/** What a form sends: something new has no version. */
type Sent<Settings extends { version: number }> = Omit<Settings, 'version'> & { version?: number }

/**
 * Makes a macro or changes it; the same form twice is once.
 * @returns what is wrong with its name, or null
 * @throws Problem `conflict` when somebody else changed it meanwhile
 */
export async function saveMacro(
  supabase: Supabase,
  macro: Sent<MacroSettings>,
): Promise<string | null> {
  // Generated types do not know that an argument may be null.
  const answer = await supabase.rpc('save_macro', macro as never)
  if (answer.error?.code === '23505') return 'Another macro has this name'
  unwrap(answer)
  return null
}

/** The same for a saved reply. */
export async function saveSavedReply(
  supabase: Supabase,
  reply: Sent<SavedReplySettings>,
): Promise<string | null> {
  const answer = await supabase.rpc('save_saved_reply', reply)
  if (answer.error?.code === '23505') return 'Another saved reply has this title'
  unwrap(answer)
  return null
}

/** One place up or down; at the ends of the list it stays. */
export async function moveMacro(supabase: Supabase, id: string, up: boolean): Promise<void> {
  unwrap(await supabase.rpc('move_macro', { id, up }))
}
