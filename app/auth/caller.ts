import type { CookieJar } from '~/lib/cookie-jar'
import type { Env } from '~/platform/env.server'
import type { Clock } from '~/platform/clock.server'
import type { Log } from '~/platform/log.server'
import type { Session } from './session.server'
import type { Viewer } from './viewer'

/** What this room needs to know of a request; the request's context is one. */
export type Caller = {
  env: Env
  log: Log
  now: Clock
  clientAddress: string
  cookies: CookieJar
  session: Session
  viewer(): Promise<Viewer | null>
}
