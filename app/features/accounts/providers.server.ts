import { unavailable } from '~/lib/errors'
import { backendFetch } from '~/platform/backend-fetch.server'
import type { Env } from '~/platform/env.server'
import type { Supabase } from '~/platform/supabase.server'
import { throwIfTrouble } from './auth-failure.server'

/** Settings of Auth that are no providers of identities. */
const NO_PROVIDERS = new Set(['email', 'phone', 'anonymous_users'])
const KEPT_FOR_MS = 60_000

export type WaysIn = { providers: string[]; phone: boolean }

const kept = new WeakMap<Env, { at: number; ways: WaysIn }>()

/**
 * Which ways in Supabase Auth is set up for, asked once a minute. Without an answer there are none but
 * those by email, so that the sign-in page stands while Auth is down.
 */
export async function findWaysIn(env: Env, now: Date): Promise<WaysIn> {
  const known = kept.get(env)
  if (known && now.getTime() - known.at < KEPT_FOR_MS) return known.ways
  try {
    const answer = await backendFetch(`${env.SUPABASE_URL}/auth/v1/settings`, {
      headers: { apikey: env.SUPABASE_PUBLISHABLE_KEY },
    })
    const { external } = (await answer.json()) as { external: Record<string, boolean> }
    const on = Object.keys(external).filter((name) => external[name])
    const providers = on.filter((name) => !NO_PROVIDERS.has(name)).sort()
    const ways = { providers, phone: external.phone === true }
    kept.set(env, { at: now.getTime(), ways })
    return ways
  } catch {
    return { providers: [], phone: false }
  }
}

/** Where the browser goes to sign in with a provider; what proves its way back is kept in a cookie. */
export async function providerAddress(
  supabase: Supabase,
  provider: string,
  backTo: string,
): Promise<string> {
  const { data, error } = await supabase.auth.signInWithOAuth({
    provider: provider as 'github',
    options: { redirectTo: backTo, skipBrowserRedirect: true },
  })
  if (error || !data.url) throw unavailable(error)
  return data.url
}

/**
 * Trades the code that the provider sent back for a session.
 * @returns the provider's name, or null for a code that is used up, out of time or of another browser
 */
export async function redeemCode(supabase: Supabase, code: string): Promise<string | null> {
  const { data, error } = await supabase.auth.exchangeCodeForSession(code)
  if (error) {
    if (error.name !== 'AuthPKCECodeVerifierMissingError') throwIfTrouble(error)
    return null
  }
  return data.user.app_metadata.provider ?? 'another service'
}
