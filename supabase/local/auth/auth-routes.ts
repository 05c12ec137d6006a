import { Hono } from 'hono'
import type { LocalConfig } from '../config'
import type { Database } from '../database/database'
import { secondsOf } from '../go-duration'
import type { Mailbox } from '../mailbox/mailbox'
import { adminApi } from './admin-api'
import type { AskLite } from './ask-lite'
import type { AuthMails } from './auth-mails'
import { refuseBannedUsers } from './banned-users'
import { emailChangeRoutes } from './email-change'
import { oneRenewalAtATime } from './one-renewal-at-a-time'
import { knownAddressRoutes } from './known-address'
import { endOtherSessionsOnNewPassword } from './password-change'
import { phoneChangeRoutes } from './phone-change'
import { phoneSignInRoutes } from './phone-sign-in'
import { settingsRoutes } from './settings'
import { SmsCodes } from './sms-codes'
import { smsSender } from './sms-sender'

type AuthRoutesOptions = {
  config: LocalConfig
  secretKey: string
  mails: AuthMails
  mailbox: Mailbox
  portalUrl: string
  ask: AskLite
}

/** What we add to lite's Auth, in the order in which it is asked; lite answers the rest. */
export function authRoutes(database: Database, options: AuthRoutesOptions) {
  const { config, secretKey, mails, mailbox, portalUrl, ask } = options
  const { minimum_password_length: minimumPasswordLength, email, sms } = config.auth
  const codeLength = email.otp_length
  const sender = smsSender(smsCodes(config), mailbox, sms.template)
  const mailInterval = secondsOf(email.max_frequency)
  const routes = new Hono()

  routes.route(
    '/admin',
    adminApi(database, { secretKey, portalUrl, minimumPasswordLength, codeLength }),
  )
  routes.use('/token', oneRenewalAtATime())
  routes.use(refuseBannedUsers(database))
  routes.use('/user', endOtherSessionsOnNewPassword(database))
  routes.route('/', settingsRoutes(ask))
  if (email.double_confirm_changes) {
    routes.route('/', emailChangeRoutes(database, email.otp_expiry))
  }
  routes.route('/', phoneSignInRoutes(database, sender, ask))
  routes.route('/', phoneChangeRoutes(database, sender, ask))
  routes.route(
    '/',
    knownAddressRoutes(database, { mails, minimumPasswordLength, codeLength, mailInterval }),
  )
  return routes
}

/** Ten minutes, as the message says; Supabase has a setting for it outside config.toml. */
function smsCodes({ auth }: LocalConfig) {
  return new SmsCodes({
    length: auth.email.otp_length,
    lifetimeSeconds: 600,
    intervalSeconds: secondsOf(auth.sms.max_frequency),
  })
}
