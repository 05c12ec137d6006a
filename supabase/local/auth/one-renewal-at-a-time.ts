import type { MiddlewareHandler } from 'hono'

/**
 * Supabase Auth locks a session while it renews it, so that two requests with the same refresh token
 * both get on. lite looks and writes in two steps, and on connections that are really concurrent the
 * second is refused: renewals wait for each other here.
 */
export function oneRenewalAtATime(): MiddlewareHandler {
  let last: Promise<unknown> = Promise.resolve()
  return async (c, next) => {
    if (c.req.query('grant_type') !== 'refresh_token') return next()
    const turn = last.then(() => next())
    last = turn.catch(() => {})
    return turn
  }
}
