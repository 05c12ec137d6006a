import bcrypt from 'bcryptjs'
import { Hono, type Context } from 'hono'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../database/database'
import { banEnd, linkSchema, newUserSchema, userChangesSchema } from './admin-requests'
import { AuthError } from './auth-error'
import { makeOneTimeToken } from './one-time-tokens'
import {
  deleteUser,
  findUser,
  findUserByEmail,
  insertUser,
  listUsers,
  updateUser,
} from './user-rows'

type AdminApiOptions = {
  secretKey: string
  portalUrl: string
  minimumPasswordLength: number
  codeLength: number
}

/** What lite hashes with, so that it can check what we store. Tests make it low. */
function bcryptCost(): number {
  return Number(process.env.LITE_AUTH_BCRYPT_COST ?? 10)
}

/**
 * The parts of `/auth/v1/admin` that the portal and its scripts use, in the shapes of Supabase
 * Auth; lite has none. Only the secret key opens them.
 */
export function adminApi({ kysely }: Database, options: AdminApiOptions) {
  const routes = new Hono()

  routes.use(async (c, next) => {
    const key = c.req.header('apikey')
    const bearer = c.req.header('authorization')?.replace(/^Bearer /, '')
    if (!key && !bearer) throw new AuthError(401, 'no_authorization', 'No API key found in request')
    if (key !== options.secretKey || (bearer && bearer !== options.secretKey)) {
      throw new AuthError(403, 'not_admin', 'User not allowed')
    }
    await next()
  })

  routes.get('/users', async (c) => {
    const page = positive(c.req.query('page'), 1)
    const perPage = positive(c.req.query('per_page'), 50)
    const { users, total } = await listUsers(kysely, page, perPage)
    // The client believes the total only beside a link to the last page.
    const lastPage = Math.max(1, Math.ceil(total / perPage))
    c.header('X-Total-Count', String(total))
    c.header('Link', `</admin/users?page=${lastPage}&per_page=${perPage}>; rel="last"`)
    return c.json({ users, aud: 'authenticated' })
  })

  routes.post('/users', async (c) => {
    const wanted = await body(c, newUserSchema)
    await refuseTakenEmail(wanted.email)
    const id = await kysely.transaction().execute(async (db) =>
      insertUser(db, {
        id: wanted.id,
        email: wanted.email,
        passwordHash: wanted.password ? await hashPassword(wanted.password) : null,
        emailConfirmed: wanted.email_confirm ?? false,
        bannedUntil: wanted.ban_duration ? banEnd(wanted.ban_duration, new Date()) : null,
        appMetadata: wanted.app_metadata ?? {},
        userMetadata: wanted.user_metadata ?? {},
      }),
    )
    return c.json(await getUser(id))
  })

  routes.get('/users/:id', async (c) => c.json(await getUser(c.req.param('id'))))

  routes.put('/users/:id', async (c) => {
    const user = await getUser(c.req.param('id'))
    const wanted = await body(c, userChangesSchema)
    const email = wanted.email ?? undefined
    if (email && email.toLowerCase() !== user.email) await refuseTakenEmail(email)
    const passwordHash = wanted.password ? await hashPassword(wanted.password) : undefined
    await kysely.transaction().execute((db) =>
      updateUser(db, user.id, {
        email,
        passwordHash,
        emailConfirmed: wanted.email_confirm ?? undefined,
        bannedUntil: wanted.ban_duration ? banEnd(wanted.ban_duration, new Date()) : undefined,
        appMetadata: wanted.app_metadata ?? undefined,
        userMetadata: wanted.user_metadata ?? undefined,
      }),
    )
    return c.json(await getUser(user.id))
  })

  routes.delete('/users/:id', async (c) => {
    const user = await getUser(c.req.param('id'))
    await kysely.transaction().execute((db) => deleteUser(db, user.id))
    return c.json({})
  })

  routes.post('/generate_link', async (c) => {
    const { type, email } = await body(c, linkSchema)
    const user = await findUserByEmail(kysely, email)
    if (!user) throw notFound()
    const { code, hash } = makeOneTimeToken(user.email, options.codeLength)
    await sql`
      update auth.users set recovery_token = ${hash}, recovery_sent_at = now()
      where id = ${user.id}::uuid
    `.execute(kysely)
    return c.json({
      ...user,
      action_link: `${options.portalUrl}/auth/confirm?token_hash=${hash}&type=${type}`,
      email_otp: code,
      hashed_token: hash,
      redirect_to: options.portalUrl,
      verification_type: type,
    })
  })

  async function getUser(id: string) {
    const user = await findUser(kysely, id)
    if (!user) throw notFound()
    return user
  }

  async function refuseTakenEmail(email: string) {
    if (await findUserByEmail(kysely, email)) {
      const message = 'A user with this email address has already been registered'
      throw new AuthError(422, 'email_exists', message)
    }
  }

  async function hashPassword(password: string) {
    const shortest = options.minimumPasswordLength
    if (password.length < shortest) {
      const message = `Password should be at least ${shortest} characters.`
      throw new AuthError(422, 'weak_password', message)
    }
    return bcrypt.hash(password, bcryptCost())
  }

  return routes
}

function notFound() {
  return new AuthError(404, 'user_not_found', 'User not found')
}

async function body<Schema extends z.ZodTypeAny>(c: Context, schema: Schema) {
  const parsed = schema.safeParse(await c.req.json().catch(() => null))
  if (parsed.success) return parsed.data as z.infer<Schema>
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') || 'The body'
  throw new AuthError(400, 'validation_failed', `${field}: ${issue?.message}`)
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}
