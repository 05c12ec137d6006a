import type { MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'
import { claimsOf } from './claims'

const changeSchema = z.object({ password: z.string() })

/** A new password ends every other session of the person, as on Supabase; lite leaves them. */
export function endOtherSessionsOnNewPassword({ kysely }: Database): MiddlewareHandler {
  return async (c, next) => {
    const asked =
      c.req.method === 'PUT' && changeSchema.safeParse(await peekJson(c.req.raw)).success
    await next()
    if (!asked || !c.res.ok) return
    const { sub, session_id } = claimsOf(c.req.header('authorization'))
    if (!sub || !session_id) return
    for (const [table, column] of [
      ['auth.refresh_tokens', 'session_id'],
      ['auth.sessions', 'id'],
    ] as const) {
      await sql`
        delete from ${sql.table(table)}
        where user_id = ${sub}::uuid and ${sql.ref(column)} <> ${session_id}::uuid
      `.execute(kysely)
    }
  }
}
