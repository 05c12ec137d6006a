import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'
import { AuthError } from './auth-error'
import type { AuthMails } from './auth-mails'
import { makeOneTimeToken } from './one-time-tokens'

type KnownAddressOptions = {
  mails: AuthMails
  minimumPasswordLength: number
  codeLength: number
  /** Seconds between two confirmation mails to one person. */
  mailInterval: number
}

type KnownUser = { id: string; email: string; confirmed: boolean; recent: boolean }

const signUpSchema = z.object({
  email: z.string(),
  password: z.string(),
  data: z.record(z.unknown()).nullish(),
})
const resendSchema = z.object({ type: z.literal('signup'), email: z.string() })

/**
 * Sign-up with an address that has an account, and another confirmation mail: lite answers both
 * with 429 for ever. As in Supabase Auth, a confirmed address gets the answer of a new one, and
 * an unconfirmed person gets another mail, not more often than `mailInterval`.
 */
export function knownAddressRoutes({ kysely }: Database, options: KnownAddressOptions) {
  const routes = new Hono()

  routes.post('/signup', async (c, next) => {
    const body = signUpSchema.safeParse(await peekJson(c.req.raw))
    // lite checks the password first, and so tells nothing about the address.
    if (!body.success || body.data.password.length < options.minimumPasswordLength) return next()
    if (body.data.password.length > 72) return next()
    const user = await findUser(body.data.email)
    if (!user) return next()
    if (!user.confirmed) await mailConfirmation(user)
    return c.json(asIfNew(user.email, body.data.data ?? {}))
  })

  routes.post('/resend', async (c, next) => {
    const body = resendSchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const user = await findUser(body.data.email)
    if (user && !user.confirmed) await mailConfirmation(user)
    return c.json({})
  })

  async function findUser(email: string) {
    const { rows } = await sql<KnownUser>`
      select id, email, email_confirmed_at is not null as confirmed,
        coalesce(
          confirmation_sent_at > now() - make_interval(secs => ${options.mailInterval}::float8),
          false
        ) as recent
      from auth.users where email = lower(${email})
    `.execute(kysely)
    return rows[0]
  }

  async function mailConfirmation(user: KnownUser) {
    if (user.recent) {
      const message = `For security purposes, you can only request this after ${options.mailInterval} seconds.`
      throw new AuthError(429, 'over_email_send_rate_limit', message)
    }
    const { code, hash } = makeOneTimeToken(user.email, options.codeLength)
    await sql`
      update auth.users set confirmation_token = ${hash}, confirmation_sent_at = now()
      where id = ${user.id}::uuid
    `.execute(kysely)
    await options.mails.sendConfirmation(user.email, hash, code)
  }

  return routes
}

/** A made-up user: nothing in it tells whether the address had an account. */
function asIfNew(email: string, metadata: Record<string, unknown>) {
  const id = randomUUID()
  const now = new Date().toISOString()
  return {
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email,
    phone: '',
    app_metadata: { provider: 'email', providers: ['email'] },
    user_metadata: { ...metadata, email, email_verified: false, phone_verified: false, sub: id },
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
    confirmation_sent_at: now,
  }
}
