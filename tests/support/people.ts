import { createClient } from '@supabase/supabase-js'
import WebSocket from 'ws'

type Supabase = { url: string; secretKey: string }

export const PASSWORD = 'quiet-harbour-lantern-42'

/** The staff that journeys meet; customers sign up by themselves. */
export const STAFF = {
  agent: { email: 'ines@example.com', name: 'Ines Okafor', role: 'agent' },
  secondAgent: { email: 'noor@example.com', name: 'Noor Haddad', role: 'agent' },
  admin: { email: 'per@example.com', name: 'Per Dahl', role: 'admin' },
} as const

/** A client with the secret key, as an operator's script has it. */
export function operator({ url, secretKey }: Supabase) {
  return createClient(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
  })
}

/** Makes a confirmed account, as an operator would. @returns its id */
export async function createPerson(
  supabase: Supabase,
  { email, name, role = 'customer' }: { email: string; name: string; role?: string },
): Promise<string> {
  const admin = operator(supabase)
  const { data, error } = await admin.auth.admin.createUser({
    email,
    password: PASSWORD,
    email_confirm: true,
    user_metadata: { name },
  })
  if (error) throw error
  if (role !== 'customer') {
    const { error: refused } = await admin.rpc('set_role', { email, role })
    if (refused) throw refused
  }
  return data.user.id
}

/** Makes the staff of {@link STAFF}, with {@link PASSWORD}. */
export async function seedPeople(supabase: Supabase): Promise<void> {
  for (const person of Object.values(STAFF)) await createPerson(supabase, person)
}
