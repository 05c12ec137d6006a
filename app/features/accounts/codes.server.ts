import type { Viewer } from '~/auth/viewer'
import type { Env } from '~/platform/env.server'
import { createAnonymousClient, type Supabase } from '~/platform/supabase.server'
import { keepToYourself, throwIfTrouble } from './auth-failure.server'
import { sendMagicLink } from './mail-links.server'

/** Sends a code by SMS, if an account has this number; it never makes one. */
export async function sendSmsCode(env: Env, phone: string): Promise<void> {
  const { error } = await createAnonymousClient(env).auth.signInWithOtp({
    phone,
    options: { shouldCreateUser: false },
  })
  keepToYourself(error)
}

/** Signs in with the code of an SMS. @returns false for a wrong one */
export async function signInWithSmsCode(
  supabase: Supabase,
  phone: string,
  token: string,
): Promise<boolean> {
  const { error } = await supabase.auth.verifyOtp({ phone, token, type: 'sms' })
  if (error) throwIfTrouble(error)
  return !error
}

/** Sends a code to the person's own address, or to their phone when they have no address. */
export async function sendProofCode(env: Env, { email, phone }: Viewer): Promise<void> {
  if (email) await sendMagicLink(env, email)
  else if (phone) await sendSmsCode(env, `+${phone}`)
}

/** Is this the code that went there? Tried in a session of its own, which ends at once. */
export async function isProofCode(
  env: Env,
  { email, phone }: Viewer,
  token: string,
): Promise<boolean> {
  const client = createAnonymousClient(env)
  const { error } = email
    ? await client.auth.verifyOtp({ email, token, type: 'magiclink' })
    : await client.auth.verifyOtp({ phone: `+${phone}`, token, type: 'sms' })
  if (error) {
    throwIfTrouble(error)
    return false
  }
  await client.auth.signOut({ scope: 'local' })
  return true
}
