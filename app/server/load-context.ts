import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { reportReusedSession } from '~/auth/reused-session.server'
import { openSession } from '~/auth/session.server'
import { readVisit } from '~/auth/visit.server'
import type { RequestContext } from '~/http/context'
import { CookieJar } from '~/lib/cookie-jar'
import { systemClock } from '~/platform/clock.server'
import type { Env } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'
import { clientAddress } from './client-address'
import type { ContentViews } from './content-views'

/** Makes the context of one request; nothing in it asks a backend before somebody needs it. */
export function createLoadContext(
  req: IncomingMessage,
  requestId: string,
  { env, log, views }: { env: Env; log: Log; views: Pick<ContentViews, 'popular'> },
): RequestContext {
  const cookies = new CookieJar(req.headers.cookie ?? null)
  const address = addressOf(req, env)
  const facts = { env, now: systemClock, cookies, clientAddress: address }
  const session = openSession(env, cookies, (reused) => {
    const headers = new Headers({ 'User-Agent': req.headers['user-agent'] ?? '' })
    return reportReusedSession(facts, readVisit(facts, { headers }), reused)
  })
  return {
    ...facts,
    log,
    requestId,
    nonce: randomBytes(16).toString('base64'),
    session,
    viewer: () => session.viewer(),
    page: { problem: false },
    popular: views.popular,
  }
}

function addressOf(req: IncomingMessage, env: Env): string {
  const forwardedFor = req.headers['x-forwarded-for']
  return clientAddress(
    req.socket.remoteAddress ?? '',
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    env.TRUST_PROXY,
  )
}
