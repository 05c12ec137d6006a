import type { Env } from '~/platform/env.server'
import { createAnonymousClient, type Supabase } from '~/platform/supabase.server'
import { Problem, unavailable } from '~/lib/errors'

type AuthFailure = {
  name: string
  status?: number | undefined
  code?: string | undefined
  message: string
}

/** True where Supabase Auth itself failed, rather than refusing what was asked. */
function isBackendTrouble({ name, status }: AuthFailure): boolean {
  return (
    name === 'AuthRetryableFetchError' ||
    name === 'AuthUnknownError' ||
    status === undefined ||
    status >= 500
  )
}

/**
 * Makes an account and has its address confirmed by mail. Known and unknown addresses end alike, so
 * that nobody learns who has an account.
 * @returns a sentence for the password field when Supabase refuses the password, else null
 */
export async function createAccount(
  env: Env,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<string | null> {
  // A client of its own: the link may be opened in another browser, so no verifier is left in this one.
  const { error } = await createAnonymousClient(env).auth.signUp({
    email,
    password,
    options: { data: { name } },
  })
  if (!error) return null
  if (error.code === 'weak_password') return 'Choose a password that is harder to guess'
  if (error.code === 'user_already_exists' || error.code === 'email_exists') return null
  if (error.status === 429) return null // a mail went out a moment ago
  if (isBackendTrouble(error)) throw unavailable(error)
  throw new Problem('invalid', 'This account could not be made. Check the email address.', {
    cause: error,
  })
}

/** Signs in; a session of its own, whatever this browser carried before. @returns false for wrong words */
export async function signIn(
  supabase: Supabase,
  credentials: { email: string; password: string },
): Promise<boolean> {
  const { error } = await supabase.auth.signInWithPassword(credentials)
  if (!error) return true
  if (isBackendTrouble(error)) throw unavailable(error)
  return false
}

/** Signs this device out. A session that is gone already is signed out too. */
export async function signOut(supabase: Supabase): Promise<void> {
  const { error } = await supabase.auth.signOut({ scope: 'local' })
  if (error && isBackendTrouble(error)) throw unavailable(error)
}

/** The kinds of mail links that this page confirms. */
export const CONFIRM_TYPES = ['signup', 'magiclink', 'recovery', 'email_change', 'invite'] as const
export type ConfirmType = (typeof CONFIRM_TYPES)[number]

/** Uses a mail link up and signs in. @returns false when it was used before, is too old or was never sent */
export async function confirmLink(
  supabase: Supabase,
  tokenHash: string,
  type: ConfirmType,
): Promise<boolean> {
  const { error } = await supabase.auth.verifyOtp({ token_hash: tokenHash, type })
  if (!error) return true
  if (isBackendTrouble(error)) throw unavailable(error)
  return false
}
