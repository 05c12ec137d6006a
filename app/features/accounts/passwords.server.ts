import { randomBytes } from 'node:crypto'
import type { Viewer } from '~/auth/viewer'
import { unavailable } from '~/lib/errors'
import type { Env } from '~/platform/env.server'
import { createAnonymousClient, unwrap, type Supabase } from '~/platform/supabase.server'
import { throwIfTrouble } from './auth-failure.server'
import { weaknessOf } from './password-strength.server'

/**
 * Changes the password of the person whose session this is, and ends all their other sessions.
 * @returns what is wrong with the new password, or null
 */
export async function changePassword(
  supabase: Supabase,
  viewer: Viewer,
  password: string,
): Promise<string | null> {
  const weakness = weaknessOf(password, [viewer.name, viewer.email])
  if (weakness) return weakness
  const { error } = await supabase.auth.updateUser({ password })
  if (error) {
    throwIfTrouble(error)
    return error.code === 'same_password'
      ? 'Choose another password than the one you have'
      : 'Choose a password that is harder to guess'
  }
  unwrap(await supabase.rpc('end_other_sessions'))
  return null
}

/** Makes the password so far useless, whoever chose it; another is chosen next. */
export async function discardPassword(supabase: Supabase): Promise<void> {
  const { error } = await supabase.auth.updateUser({ password: randomBytes(32).toString('base64') })
  if (error) throw unavailable(error)
}

/** Is this the person's password? Tried in a session of its own, which ends at once. */
export async function isPasswordOf(env: Env, viewer: Viewer, password: string): Promise<boolean> {
  if (!viewer.email) return false
  const client = createAnonymousClient(env)
  const { error } = await client.auth.signInWithPassword({ email: viewer.email, password })
  if (error) {
    throwIfTrouble(error)
    return false
  }
  await client.auth.signOut({ scope: 'local' })
  return true
}
