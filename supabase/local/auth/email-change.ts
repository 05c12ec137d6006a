import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'

const verifySchema = z.object({ type: z.literal('email_change'), token_hash: z.string().min(1) })

type Change = { id: string; is_new: boolean; other_waits: boolean }

/**
 * A change of address is confirmed in both mailboxes, in any order; lite asks the old one alone. Like
 * Supabase Auth, the first link is used up and answered without a session; the second is handed to
 * lite as the one that it waits for.
 *
 * @param lifetimeSeconds of a link
 */
export function emailChangeRoutes({ kysely }: Database, lifetimeSeconds: number) {
  const routes = new Hono()

  routes.post('/verify', async (c, next) => {
    const body = verifySchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const { token_hash } = body.data
    const { rows } = await sql<Change>`
      select id, email_change_token_new = ${token_hash} as is_new,
        coalesce(
          case when email_change_token_new = ${token_hash}
            then email_change_token_current else email_change_token_new end, ''
        ) <> '' as other_waits
      from auth.users
      where ${token_hash} in (email_change_token_current, email_change_token_new)
        and coalesce(email, '') <> ''
        and email_change_sent_at > now() - make_interval(secs => ${lifetimeSeconds}::float8)
    `.execute(kysely)
    const change = rows[0]
    if (!change) return next()
    if (change.other_waits) {
      await useUp(token_hash, change)
      return c.json({ code: '200', msg: HALF })
    }
    if (change.is_new) await moveToWhereLiteLooks(change)
    return next()
  })

  async function useUp(token_hash: string, { id, is_new }: Change) {
    const column = is_new ? 'email_change_token_new' : 'email_change_token_current'
    await sql`
      update auth.users set ${sql.ref(column)} = null, email_change_confirm_status = 1
      where id = ${id}::uuid and ${sql.ref(column)} = ${token_hash}
    `.execute(kysely)
  }

  async function moveToWhereLiteLooks({ id }: Change) {
    await sql`
      update auth.users
      set email_change_token_current = email_change_token_new, email_change_token_new = null
      where id = ${id}::uuid
    `.execute(kysely)
  }

  return routes
}

const HALF =
  'Confirmation link accepted. Please proceed to confirm link sent to the other email address'
