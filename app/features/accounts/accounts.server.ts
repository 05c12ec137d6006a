import type { Env } from '~/platform/env.server'
import { createAnonymousClient, unwrap, type Supabase } from '~/platform/supabase.server'
import { isProblem, Problem } from '~/lib/errors'
import { throwIfTrouble } from './auth-failure.server'
import type { ConfirmType } from './confirm-type'
import { weaknessOf } from './password-strength.server'

/** `timeZone`: a place, or nothing for the portal's own. */
type NewAccount = { name: string; email: string; password: string; timeZone?: string }

/**
 * Makes an account and has its address confirmed by mail. Known and unknown addresses end alike, so
 * that nobody learns who has an account.
 * @param mark tells this sign-up from others with the same address; see `madeHere`
 * @returns a sentence for the password field when it would be guessed, else null
 */
export async function createAccount(
  env: Env,
  { name, email, password, timeZone }: NewAccount,
  mark: string,
): Promise<string | null> {
  const weakness = weaknessOf(password, [name, email])
  if (weakness) return weakness
  // A client of its own: the link may be opened in another browser, so no verifier is left in this one.
  const { error } = await createAnonymousClient(env).auth.signUp({
    email,
    password,
    options: { data: { name, time_zone: timeZone, sign_up: mark } },
  })
  if (!error) return null
  if (error.code === 'weak_password') return 'Choose a password that is harder to guess'
  if (error.code === 'user_already_exists' || error.code === 'email_exists') return null
  if (error.status === 429) return null // a mail went out a moment ago
  throwIfTrouble(error)
  throw new Problem('invalid', 'This account could not be made. Check the email address.', {
    cause: error,
  })
}

/** Signs in with a password. @returns false for wrong words */
export async function signIn(
  supabase: Supabase,
  credentials: { email: string; password: string },
): Promise<boolean> {
  const { error } = await supabase.auth.signInWithPassword(credentials)
  if (error) throwIfTrouble(error)
  return !error
}

/** Signs this device out. A session that is gone already is signed out too. */
export async function signOut(supabase: Supabase): Promise<void> {
  const { error } = await supabase.auth.signOut({ scope: 'local' })
  if (error) throwIfTrouble(error)
}

/**
 * What came of a mail link: `half` when the same is still to be done in another mailbox. `mark` is that
 * of the sign-up which made the account.
 */
export type Confirmed = { state: 'whole'; mark: unknown } | { state: 'half' | 'none' }

/**
 * Uses a mail link up and signs in.
 * @returns `none` when it was used before, is too old or was never sent
 */
export async function confirmLink(
  supabase: Supabase,
  tokenHash: string,
  type: ConfirmType,
): Promise<Confirmed> {
  const { data, error } = await supabase.auth.verifyOtp({ token_hash: tokenHash, type })
  if (error) throwIfTrouble(error)
  if (error) return { state: 'none' }
  // Supabase Auth asks both mailboxes about a change of address, and signs in with the second.
  if (!data.session) return { state: 'half' }
  return { state: 'whole', mark: data.session.user.user_metadata.sign_up }
}

/** Removes the person's account, at once and for good. @returns why not, for the last admin, or null */
export async function deleteAccount(supabase: Supabase): Promise<string | null> {
  try {
    unwrap(await supabase.rpc('delete_account'))
    return null
  } catch (error) {
    if (isProblem(error, 'conflict')) {
      return 'You are the only admin. Make somebody else an admin first'
    }
    throw error
  }
}
