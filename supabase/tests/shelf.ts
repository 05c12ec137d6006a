import { fileURLToPath } from 'node:url'
import type { EmailOtpType } from '@supabase/supabase-js'
import type { LocalSupabase } from '../local/start'
import { linkInMailTo, serviceClient, visitorClient } from '../../tests/support/supabase-clients'

/** Migrations of the conformance tests: a table, a bucket, two functions. */
export const shelfMigrations = fileURLToPath(new URL('./migrations', import.meta.url))

export const password = 'correct horse battery'

/** A confirmed person and a client that is signed in as them. */
export async function signedInPerson(supabase: LocalSupabase, email: string) {
  const { data, error } = await serviceClient(supabase).auth.admin.createUser({
    email,
    password,
    email_confirm: true,
  })
  if (error) throw error
  const client = visitorClient(supabase)
  const signIn = await client.auth.signInWithPassword({ email, password })
  if (signIn.error) throw signIn.error
  return { client, id: data.user.id, session: signIn.data.session }
}

export type MailedToken = { token_hash: string; type: EmailOtpType }

/** The token in the newest mail to an address. */
export async function tokenMailedTo(supabase: LocalSupabase, email: string): Promise<MailedToken> {
  const { searchParams } = await linkInMailTo(supabase, email)
  return {
    token_hash: searchParams.get('token_hash') ?? '',
    type: searchParams.get('type') as EmailOtpType,
  }
}
