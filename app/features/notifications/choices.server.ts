import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { Choice } from './choices'

/** The person's choices, one for each topic. */
export async function listChoices(supabase: Supabase): Promise<Choice[]> {
  return unwrap(await supabase.rpc('my_notification_choices')) as unknown as Choice[]
}

/**
 * Saves what somebody ticked. Only topics that there are count, and security notices stay on.
 * @param chosen `topic:mail` and `topic:sms` of every ticked box
 */
export async function saveChoices(supabase: Supabase, chosen: Set<string>): Promise<void> {
  for (const { topic, mail, sms, always_on } of await listChoices(supabase)) {
    const wanted = {
      mail: always_on || chosen.has(`${topic}:mail`),
      sms: chosen.has(`${topic}:sms`),
    }
    if (wanted.mail === mail && wanted.sms === sms) continue
    unwrap(await supabase.rpc('choose_notifications', { topic, ...wanted }))
  }
}
