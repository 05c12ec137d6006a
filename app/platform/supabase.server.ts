import { createServerClient } from '@supabase/ssr'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import WebSocket from 'ws'
import type { CookieJar } from '~/lib/cookie-jar'
import { notFound, forbidden, conflict, invalid, tooMany, unavailable } from '~/lib/errors'
import {
  backendFetch,
  isRenewal,
  renewOnce,
  type Fetch,
  type ReusedSession,
} from './backend-fetch.server'
import type { Database } from './database.types'
import type { Env } from './env.server'

export type Supabase = SupabaseClient<Database>

/** supabase-js refuses to start on Node 20 without a WebSocket of its own. */
const realtime = { transport: WebSocket as unknown as typeof globalThis.WebSocket }

/** The name of the session cookie; its long values are split into `.0`, `.1`, … */
export function sessionCookieName(env: Pick<Env, 'secure'>): string {
  return env.secure ? '__Host-portico-session' : 'portico-session'
}

export type RequestClient = {
  supabase: Supabase
  /** False once Auth was asked to renew the session and said neither yes nor no. */
  authAnswered(): boolean
  /** The session that Auth took back because its refresh token had been used before; else null. */
  reusedSession(): ReusedSession | null
}

/**
 * The client of one request, acting as the person whose session its cookies carry. Cookies are out
 * of reach for scripts and hold the tokens only: who somebody is, Postgres says.
 */
export function createRequestClient(env: Env, jar: CookieJar): RequestClient {
  let answered = true
  let reusedSession: ReusedSession | null = null
  const watch = {
    noAnswer: () => void (answered = false),
    reused: (session: ReusedSession) => void (reusedSession = session),
  }
  const fetch: Fetch = (input, init) =>
    isRenewal(input) ? renewOnce(input, init, watch) : backendFetch(input, init)
  const supabase = createServerClient<Database>(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    cookieOptions: {
      name: sessionCookieName(env),
      path: '/',
      httpOnly: true,
      secure: env.secure,
      sameSite: 'lax',
      maxAge: 30 * 24 * 60 * 60,
    },
    cookies: {
      encode: 'tokens-only',
      getAll: () => jar.all(),
      setAll: (cookies) => {
        // auth-js drops a session that it cannot renew; while Auth is down it may still be good.
        if (!answered) return
        for (const { name, value, options } of cookies) jar.set(name, value, options)
      },
    },
    global: { fetch },
    realtime,
  }) as unknown as Supabase
  return { supabase, authAnswered: () => answered, reusedSession: () => reusedSession }
}

/** A client that acts as nobody, for calls that must not touch the request's session. */
export function createAnonymousClient(env: Env): Supabase {
  return createClient<Database>(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: backendFetch },
    realtime,
  })
}

type Answer<T> = {
  data: T
  error: null
}
type Failure = {
  data: unknown
  error: { message: string; code?: string; details?: string | null; hint?: string | null }
  status?: number
}

/** SQLSTATEs of our own functions and of Postgres that mean something to a person. */
const MEANING: Record<string, (message: string, cause: Failure['error']) => Error> = {
  PT404: (_message, cause) => notFound(cause),
  PGRST116: (_message, cause) => notFound(cause),
  PT403: forbidden,
  '42501': forbidden,
  PT409: conflict,
  // Its detail is when it works again, in seconds.
  PT429: (message, { details }) => tooMany(message, Number(details) || 60),
  '40001': conflict,
  '22023': invalid,
  '22021': invalid,
  '22P02': invalid,
  '22P05': invalid,
  '23514': invalid,
}

/**
 * The data of an answer of Supabase.
 * @throws Problem of the kind that the error means; `unavailable` where the backend failed
 */
export function unwrap<T>(answer: Answer<T> | Failure): T {
  if (!answer.error) return answer.data as T
  const { code, message } = answer.error
  const meaning = code ? MEANING[code] : undefined
  if (meaning) throw meaning(message, answer.error)
  throw unavailable(answer.error)
}
