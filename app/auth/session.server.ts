import type { CookieJar } from '~/lib/cookie-jar'
import { unavailable } from '~/lib/errors'
import type { Env } from '~/platform/env.server'
import type { ReusedSession } from '~/platform/backend-fetch.server'
import { holdsSession } from '~/platform/session-cookie'
import {
  createAnonymousClient,
  createRequestClient,
  sessionCookieName,
  unwrap,
  type RequestClient,
  type Supabase,
} from '~/platform/supabase.server'
import type { Role, Viewer } from './viewer'

/** The one Supabase session of a request, shared by all its loaders. */
export type Session = {
  supabase: Supabase
  /** Who is asking; null for nobody. Asks Postgres once per request, and only with a cookie. */
  viewer(): Promise<Viewer | null>
  /**
   * Starts a session of its own: whatever this browser carried before is signed out.
   * @param open signs in; false when it could not
   */
  begin(open: (supabase: Supabase) => Promise<boolean>): Promise<boolean>
  /** Removes the session's cookies from this browser, without asking the backend. */
  forget(): void
}

/**
 * Opens the session that the request's cookies carry; nothing is asked until somebody needs it.
 * @param onReused told of a session that Auth took back because its refresh token was used twice
 */
export function openSession(
  env: Env,
  jar: CookieJar,
  onReused: (session: ReusedSession) => Promise<void>,
): Session {
  // Made when it is needed: at once it would renew a session that has run out, even for a page that
  // asks for nobody and is sent before the new cookies are there.
  let client: RequestClient | undefined
  const openClient = () => (client ??= createRequestClient(env, jar))
  const cookieName = sessionCookieName(env)

  function sessionCookies(): string[] {
    const names = jar.all().map((cookie) => cookie.name)
    return names.filter((name) => name === cookieName || name.startsWith(`${cookieName}.`))
  }

  function forget(): void {
    for (const name of sessionCookies()) {
      jar.set(name, '', {
        path: '/',
        httpOnly: true,
        secure: env.secure,
        sameSite: 'lax',
        maxAge: 0,
      })
    }
  }

  let known: Promise<Viewer | null> | undefined
  async function askOnce(): Promise<Viewer | null> {
    if (sessionCookies().length === 0) return null
    const viewer = holdsSession(jar.all(), cookieName)
      ? await askBackend(openClient(), onReused)
      : null
    if (!viewer) forget()
    return viewer
  }

  async function begin(open: (supabase: Supabase) => Promise<boolean>): Promise<boolean> {
    const client = openClient()
    const before = holdsSession(jar.all(), cookieName) ? await accessToken(client) : null
    if (!(await open(client.supabase))) return false
    known = undefined
    if (before) await endSession(env, before)
    return true
  }

  return {
    get supabase() {
      return openClient().supabase
    },
    forget,
    begin,
    viewer: () => (known ??= askOnce()),
  }
}

/** Ends the session of a token. One that is gone already has ended too. */
async function endSession(env: Env, token: string): Promise<void> {
  const { error } = await createAnonymousClient(env).auth.admin.signOut(token, 'local')
  if (error && (error.status ?? 500) >= 500) throw unavailable(error)
}

/**
 * The person whose tokens the cookies hold, renewed here if they had run out. The session's own claims
 * are never trusted: only the token in it is used, and only Postgres, which checks it, says who it is.
 */
async function askBackend(
  { supabase, authAnswered, reusedSession }: RequestClient,
  onReused: (session: ReusedSession) => Promise<void>,
): Promise<Viewer | null> {
  const { data, error } = await supabase.auth.getSession()
  if (error && !authAnswered()) throw unavailable(error)
  const reused = reusedSession()
  if (reused) await onReused(reused)
  return data.session ? askPostgres(supabase) : null
}

/** The token that the cookies hold, or null. */
async function accessToken({ supabase }: RequestClient): Promise<string | null> {
  const { data } = await supabase.auth.getSession()
  return data.session?.access_token ?? null
}

type ViewerRow = {
  id: string
  email: string | null
  phone: string | null
  role: string
  name: string
  time_zone: string | null
  session_id: string
  shortcuts: boolean
}

async function askPostgres(supabase: Supabase): Promise<Viewer | null> {
  const answer = await supabase.rpc('viewer')
  // A token that PostgREST refuses is forged or older than its key: nobody is asking.
  if (answer.error && answer.status === 401) return null
  const rows = unwrap(answer) as unknown as ViewerRow[] | ViewerRow | null
  const row = Array.isArray(rows) ? rows[0] : rows
  return row?.id ? toViewer(row) : null
}

function toViewer(row: ViewerRow): Viewer {
  return {
    id: row.id,
    email: row.email,
    phone: row.phone,
    role: row.role as Role,
    name: row.name,
    timeZone: row.time_zone,
    sessionId: row.session_id,
    shortcuts: row.shortcuts,
  }
}
