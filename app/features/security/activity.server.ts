import type { SecurityEvent } from '~/auth/security-event'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import {
  ACTIVITY_PAGE_SIZE,
  type Activity,
  type ActivityQuery,
  type SecurityLogQuery,
} from './activity-query'
import type { Device } from './device'

/** Where the person is signed in, this device first, and one page of what happened to their account. */
export async function readOwnSecurity(
  supabase: Supabase,
  query: ActivityQuery,
): Promise<{ devices: Device[]; activity: Activity }> {
  const answer = await supabase.rpc('my_security', {
    kind: query.kind,
    page: query.page,
    page_size: ACTIVITY_PAGE_SIZE,
  })
  return unwrap(answer) as unknown as { devices: Device[]; activity: Activity }
}

export type LoggedEvent = SecurityEvent & {
  person: { id: string; name: string; email: string | null } | null
}

/** One page of what happened to all accounts; for admins. @throws Problem `forbidden` for others */
export async function listSecurityLog(
  supabase: Supabase,
  query: SecurityLogQuery,
): Promise<{ total: number; events: LoggedEvent[] }> {
  const answer = await supabase.rpc('security_log', {
    search: query.search,
    address: query.address,
    person_id: query.person,
    kind: query.kind,
    from_date: query.from,
    to_date: query.to,
    page: query.page,
    page_size: ACTIVITY_PAGE_SIZE,
  })
  return unwrap(answer) as unknown as { total: number; events: LoggedEvent[] }
}
