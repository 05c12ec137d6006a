import type { SecurityEvent } from '~/auth/security-event'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { ACTIVITY_PAGE_SIZE, type Activity, type ActivityQuery } from './activity-query'

/** One page of what happened to the person's own account. */
export async function listActivity(supabase: Supabase, query: ActivityQuery): Promise<Activity> {
  const answer = await supabase.rpc('my_activity', {
    kind: query.kind,
    page: query.page,
    page_size: ACTIVITY_PAGE_SIZE,
  })
  return unwrap(answer) as unknown as Activity
}

export type LoggedEvent = SecurityEvent & {
  person: { id: string; name: string; email: string | null } | null
}

/** One page of what happened to all accounts; for admins. @throws Problem `forbidden` for others */
export async function listSecurityLog(
  supabase: Supabase,
  query: ActivityQuery,
): Promise<{ total: number; events: LoggedEvent[] }> {
  const answer = await supabase.rpc('security_log', {
    search: query.search,
    kind: query.kind,
    page: query.page,
    page_size: ACTIVITY_PAGE_SIZE,
  })
  return unwrap(answer) as unknown as { total: number; events: LoggedEvent[] }
}
