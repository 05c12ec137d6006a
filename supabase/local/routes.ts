import type { App } from '@supabase/lite'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { adminApi } from './auth/admin-api'
import { refuseBannedUsers } from './auth/banned-users'
import type { AuthMails } from './auth/auth-mails'
import { knownAddressRoutes } from './auth/known-address'
import { endOtherSessionsOnNewPassword } from './auth/password-change'
import { phoneRoutes } from './auth/phone'
import { settingsRoutes } from './auth/settings'
import { SmsCodes } from './auth/sms-codes'
import type { LocalConfig } from './config'
import type { Database } from './database/database'
import { functionRoutes, type RunFunction } from './functions/functions'
import { secondsOf } from './go-duration'
import type { Mailbox } from './mailbox/mailbox'
import { mailboxRoutes } from './mailbox/mailbox-routes'
import { quietly } from './quiet-lite'
import type { Secrets } from './secrets'

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
  const { minimum_password_length, email } = config.auth
  const routes = new Hono()

  async function ask(request: Request): Promise<Response> {
    const response = await quietly(() => lite.fetch(request, { peerAddress: null }))
    const path = new URL(request.url).pathname
    if (response.status >= 500) console.error(`${request.method} ${path}: ${response.status}`)
    return response
  }

  routes.get('/health', (c) => c.json({ status: 'ok' }))
  routes.route('/', mailboxRoutes(mailbox, secrets.secretKey))
  routes.route('/functions/v1', functionRoutes(runFunction))

  routes.route(
    '/auth/v1/admin',
    adminApi(database, {
      secretKey: secrets.secretKey,
      portalUrl,
      minimumPasswordLength: minimum_password_length,
      codeLength: email.otp_length,
    }),
  )
  routes.use('/auth/v1/*', refuseBannedUsers(database))
  routes.use('/auth/v1/user', endOtherSessionsOnNewPassword(database))
  routes.route('/auth/v1', settingsRoutes(ask))
  routes.route(
    '/auth/v1',
    phoneRoutes(database, {
      mailbox,
      ask,
      codes: smsCodes(config),
      template: config.auth.sms.template,
    }),
  )
  routes.route(
    '/auth/v1',
    knownAddressRoutes(database, {
      mails,
      minimumPasswordLength: minimum_password_length,
      codeLength: email.otp_length,
      mailInterval: secondsOf(email.max_frequency),
    }),
  )

  routes.all('*', (c) => ask(c.req.raw))

  routes.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    console.error(error)
    return c.json({ code: 500, error_code: 'unexpected_failure', msg: 'Unexpected failure' }, 500)
  })
  return routes
}

/** Ten minutes, as the message says; Supabase Auth has a setting for it outside config.toml. */
function smsCodes({ auth }: LocalConfig) {
  return new SmsCodes({
    length: auth.email.otp_length,
    lifetimeSeconds: 600,
    intervalSeconds: secondsOf(auth.sms.max_frequency),
  })
}
