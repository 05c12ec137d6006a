import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Database } from '../database/database'
import { linkSchema, readBody } from './admin-requests'
import { makeOneTimeToken } from './one-time-tokens'
import { findUserByEmail, userNotFound } from './user-rows'

export type LinkOptions = { portalUrl: string; codeLength: number }

/** `POST /generate_link`: the link of a mail, without the mail. */
export function adminLinkRoutes({ kysely }: Database, { portalUrl, codeLength }: LinkOptions) {
  const routes = new Hono()

  routes.post('/', async (c) => {
    const { type, email } = await readBody(c.req.raw, linkSchema)
    const user = await findUserByEmail(kysely, email)
    if (!user) throw userNotFound()
    const { code, hash } = makeOneTimeToken(user.email, codeLength)
    await sql`
      update auth.users set recovery_token = ${hash}, recovery_sent_at = now()
      where id = ${user.id}::uuid
    `.execute(kysely)
    return c.json({
      ...user,
      action_link: `${portalUrl}/auth/confirm?token_hash=${hash}&type=${type}`,
      email_otp: code,
      hashed_token: hash,
      redirect_to: portalUrl,
      verification_type: type,
    })
  })

  return routes
}
