import type { Env } from '~/platform/env.server'
import { createAnonymousClient } from '~/platform/supabase.server'
import { keepToYourself } from './auth-failure.server'

// Clients of their own: the link may be opened in another browser, so no verifier is left in this one.

/** Sends a link that signs in, if there is such an account; it never makes one. */
export async function sendMagicLink(env: Env, email: string): Promise<void> {
  const { error } = await createAnonymousClient(env).auth.signInWithOtp({
    email,
    options: { shouldCreateUser: false },
  })
  keepToYourself(error)
}

/** Sends a link for choosing a new password, if there is such an account. */
export async function sendResetLink(env: Env, email: string): Promise<void> {
  const { error } = await createAnonymousClient(env).auth.resetPasswordForEmail(email)
  keepToYourself(error)
}
