import type { CookieJar } from '~/lib/cookie-jar'
import { unavailable } from '~/lib/errors'
import type { Env } from '~/platform/env.server'
import {
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
  /** Removes the session's cookies from this browser, without asking the backend. */
  forget(): void
}

/** Opens the session that the request's cookies carry; nothing is asked until somebody needs it. */
export function openSession(env: Env, jar: CookieJar): Session {
  const client = createRequestClient(env, jar)
  const { supabase } = client
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
    const viewer = (await hasTokens(client)) ? await askPostgres(supabase) : null
    if (!viewer) forget()
    return viewer
  }

  return { supabase, forget, viewer: () => (known ??= askOnce()) }
}

/**
 * True when the cookies hold tokens, refreshed here if they had run out. The session's own claims
 * are never trusted: only the token in it is used, and only Postgres, which checks it, says who it is.
 */
async function hasTokens({ supabase, authAnswered }: RequestClient): Promise<boolean> {
  try {
    const { data, error } = await supabase.auth.getSession()
    if (error && !authAnswered()) throw unavailable(error)
    return data.session !== null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false // a mangled cookie
    if (error instanceof Error && /base64|UTF-8|JSON/i.test(error.message)) return false
    throw error
  }
}

type ViewerRow = {
  id: string
  email: string
  role: string
  name: string
  time_zone: string | null
  session_id: string
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
    role: row.role as Role,
    name: row.name,
    timeZone: row.time_zone,
    sessionId: row.session_id,
  }
}
