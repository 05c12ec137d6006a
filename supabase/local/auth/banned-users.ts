import type { MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'
import { AuthError } from './auth-error'
import { claimsOf } from './claims'

/**
 * Supabase Auth refuses a banned person wherever a session is begun, renewed or shown; lite does
 * not know about bans. Their rows stay readable by a live access token, as on Supabase.
 */
export function refuseBannedUsers({ kysely }: Database): MiddlewareHandler {
  return async (c, next) => {
    const who = await whoAsks(c.req.raw)
    if (who) {
      const { rows } = await sql<{ banned: boolean }>`
        select exists (
          select from auth.users
          where banned_until > now()
            and (
              id::text = ${who.userId ?? null}
              or email = lower(${who.email ?? null})
              or phone = ltrim(${who.phone ?? null}, '+')
              or id::text = (
                select user_id::text from auth.refresh_tokens
                where token = ${who.refreshToken ?? null}
              )
              or id = (select user_id from auth.flow_state where auth_code = ${who.authCode ?? null})
              or ${who.tokenHash ?? null} in (
                confirmation_token, recovery_token,
                email_change_token_current, email_change_token_new
              )
            )
        ) as banned
      `.execute(kysely)
      if (rows[0]?.banned) throw new AuthError(who.status, 'user_banned', 'User is banned')
    }
    await next()
  }
}

type Asker = {
  status: 400 | 403
  userId?: string
  email?: string
  phone?: string
  refreshToken?: string
  authCode?: string
  tokenHash?: string
}

const bodySchema = z
  .object({
    email: z.string(),
    phone: z.string(),
    refresh_token: z.string(),
    auth_code: z.string(),
    token_hash: z.string(),
  })
  .partial()

async function whoAsks(request: Request): Promise<Asker | null> {
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/auth/v1/user' || pathname === '/auth/v1/reauthenticate') {
    // lite checks the signature afterwards: a forged token learns of a ban, no more.
    return { status: 403, userId: claimsOf(request.headers.get('authorization')).sub }
  }
  if (pathname === '/auth/v1/verify' && request.method === 'GET') {
    return { status: 403, tokenHash: searchParams.get('token') ?? undefined }
  }
  if (pathname !== '/auth/v1/token' && pathname !== '/auth/v1/verify') return null
  const body = bodySchema.safeParse(await peekJson(request))
  if (!body.success) return null
  return {
    status: pathname === '/auth/v1/token' ? 400 : 403,
    email: body.data.email,
    phone: body.data.phone,
    refreshToken: body.data.refresh_token,
    authCode: body.data.auth_code,
    tokenHash: body.data.token_hash,
  }
}
