import type { App } from '@supabase/lite'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AskLite } from './auth/ask-lite'
import type { AuthMails } from './auth/auth-mails'
import { authRoutes } from './auth/auth-routes'
import type { LocalConfig } from './config'
import type { Database } from './database/database'
import { functionRoutes, type RunFunction } from './functions/functions'
import type { Mailbox } from './mailbox/mailbox'
import { mailboxRoutes } from './mailbox/mailbox-routes'
import { quietly } from './quiet-lite'
import type { Secrets } from './secrets'
import { oneUploadAtATime } from './storage/one-upload-at-a-time'

type RoutesOptions = {
  lite: App
  database: Database
  config: LocalConfig
  secrets: Secrets
  mails: AuthMails
  mailbox: Mailbox
  portalUrl: string
  runFunction: RunFunction
}

/** Everything the embedded Supabase answers: our additions first, lite for the rest. */
export function createRoutes(options: RoutesOptions) {
  const { lite, database, config, secrets, mails, mailbox, portalUrl, runFunction } = options
  const { secretKey } = secrets
  const ask = askLite(lite)
  const routes = new Hono()

  routes.get('/health', (c) => c.json({ status: 'ok' }))
  routes.route('/', mailboxRoutes(mailbox, secretKey))
  routes.route('/functions/v1', functionRoutes(runFunction))
  routes.route(
    '/auth/v1',
    authRoutes(database, { config, secretKey, mails, mailbox, portalUrl, ask }),
  )
  routes.use('/storage/v1/object/*', oneUploadAtATime())
  routes.all('*', (c) => ask(c.req.raw))

  routes.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    console.error(error)
    return c.json({ code: 500, error_code: 'unexpected_failure', msg: 'Unexpected failure' }, 500)
  })
  return routes
}

function askLite(lite: App): AskLite {
  return async (request) => {
    const response = await quietly(() => lite.fetch(request, { peerAddress: null }))
    const { pathname } = new URL(request.url)
    if (response.status >= 500) console.error(`${request.method} ${pathname}: ${response.status}`)
    return response
  }
}
