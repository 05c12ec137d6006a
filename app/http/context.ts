import type { Session } from '~/auth/session.server'
import type { Viewer } from '~/auth/viewer'
import type { CookieJar } from '~/lib/cookie-jar'
import type { Clock } from '~/platform/clock.server'
import type { Env } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'

/**
 * What one HTTP request knows. Made once by the server, handed to every loader and action of that
 * request: with Single Fetch each loader gets its own `Request`, so nothing can hang on that.
 */
export type RequestContext = {
  env: Env
  log: Log
  now: Clock
  /** Also in the `X-Request-Id` header and in every log line of the request. */
  requestId: string
  /** 128 random bits, in the page's CSP and on its scripts. */
  nonce: string
  /** The person's address, behind as many proxies as TRUST_PROXY says. */
  clientAddress: string
  cookies: CookieJar
  session: Session
  viewer(): Promise<Viewer | null>
  /** Set by an action that shows its form again (422, 409), so that the page's title can say so. */
  page: { problem: boolean }
  /** The addresses of what is read most, most first; empty while that is not known. */
  popular: readonly string[]
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
}
