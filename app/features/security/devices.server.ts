import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { Device } from './device'

/** Where the person is signed in, this device first. */
export async function listDevices(supabase: Supabase): Promise<Device[]> {
  return unwrap(await supabase.rpc('my_devices')) as unknown as Device[]
}

/** Signs the person out on one other device. @throws Problem `not-found` when it is not theirs */
export async function signOutDevice(supabase: Supabase, sessionId: string): Promise<void> {
  unwrap(await supabase.rpc('end_session', { session_id: sessionId }))
}

/** Signs the person out everywhere but here. @returns on how many devices */
export async function signOutElsewhere(supabase: Supabase): Promise<number> {
  return unwrap(await supabase.rpc('end_other_sessions')) as number
}
