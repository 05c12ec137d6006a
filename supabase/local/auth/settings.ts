import { Hono } from 'hono'
import type { AskLite } from './ask-lite'

/** `GET /settings` says which ways in there are; lite does not know that phones are one. */
export function settingsRoutes(ask: AskLite) {
  const routes = new Hono()
  routes.get('/settings', async (c) => {
    const answer = await ask(c.req.raw)
    if (!answer.ok) return answer
    const settings = await answer.json()
    settings.external.phone = true
    return c.json({ ...settings, sms_provider: 'mailbox' })
  })
  return routes
}
