import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { openSession } from '~/auth/session.server'
import type { RequestContext } from '~/http/context'
import { CookieJar } from '~/lib/cookie-jar'
import { systemClock } from '~/platform/clock.server'
import type { Env } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'
import { clientAddress } from './client-address'

/** Makes the context of one request; nothing in it asks a backend before somebody needs it. */
export function createLoadContext(
  req: IncomingMessage,
  requestId: string,
  env: Env,
  log: Log,
): RequestContext {
  const cookies = new CookieJar(req.headers.cookie ?? null)
  const session = openSession(env, cookies)
  const forwardedFor = req.headers['x-forwarded-for']
  return {
    env,
    log,
    now: systemClock,
    requestId,
    nonce: randomBytes(16).toString('base64'),
    clientAddress: clientAddress(
      req.socket.remoteAddress ?? '',
      Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
      env.TRUST_PROXY,
    ),
    cookies,
    session,
    viewer: () => session.viewer(),
    page: { problem: false },
  }
}
