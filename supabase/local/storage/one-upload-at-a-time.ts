import type { MiddlewareHandler } from 'hono'

/**
 * Of two uploads of one object at once, Supabase Storage takes the first and answers the second with
 * a 409. lite looks and writes in two steps and fails at the second with a 500: uploads of the same
 * object wait for each other here.
 */
export function oneUploadAtATime(): MiddlewareHandler {
  const last = new Map<string, Promise<unknown>>()
  return async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const { path } = c.req
    const turn = (last.get(path) ?? Promise.resolve()).then(() => next())
    const ended = turn.catch(() => {})
    last.set(path, ended)
    void ended.then(() => last.get(path) === ended && last.delete(path))
    return turn
  }
}
