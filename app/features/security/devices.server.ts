import { unwrap, type Supabase } from '~/platform/supabase.server'

/** Signs the person out on one other device. @throws Problem `not-found` when it is not theirs */
export async function signOutDevice(supabase: Supabase, sessionId: string): Promise<void> {
  unwrap(await supabase.rpc('end_session', { session_id: sessionId }))
}

/** Signs the person out everywhere but here. @returns on how many devices */
export async function signOutElsewhere(supabase: Supabase): Promise<number> {
  return unwrap(await supabase.rpc('end_other_sessions')) as number
}
