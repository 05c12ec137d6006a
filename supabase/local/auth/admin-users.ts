import bcrypt from 'bcryptjs'
import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import type { Database } from '../database/database'
import { banEnd, newUserSchema, readBody, userChangesSchema } from './admin-requests'
import { AuthError } from './auth-error'
import {
  deleteUser,
  findUserByEmail,
  getUser,
  insertUser,
  listUsers,
  updateUser,
} from './user-rows'

/** `/users`: list, create, get, change and delete people. */
export function adminUserRoutes({ kysely }: Database, minimumPasswordLength: number) {
  const routes = new Hono()

  routes.get('/', (c) => listPage(c, kysely))

  routes.post('/', async (c) => {
    const wanted = await readBody(c.req.raw, newUserSchema)
    await refuseTakenEmail(kysely, wanted.email)
    const passwordHash = await hashPassword(wanted.password, minimumPasswordLength)
    const id = await kysely.transaction().execute((db) =>
      insertUser(db, {
        id: wanted.id,
        email: wanted.email,
        passwordHash: passwordHash ?? null,
        emailConfirmed: wanted.email_confirm ?? false,
        bannedUntil: banEnd(wanted.ban_duration, new Date()) ?? null,
        appMetadata: wanted.app_metadata ?? {},
        userMetadata: wanted.user_metadata ?? {},
      }),
    )
    return c.json(await getUser(kysely, id))
  })

  routes.get('/:id', async (c) => c.json(await getUser(kysely, c.req.param('id'))))

  routes.put('/:id', async (c) => {
    const user = await getUser(kysely, c.req.param('id'))
    const wanted = await readBody(c.req.raw, userChangesSchema)
    const email = wanted.email?.toLowerCase()
    if (email && email !== user.email) await refuseTakenEmail(kysely, email)
    const passwordHash = await hashPassword(wanted.password, minimumPasswordLength)
    await kysely.transaction().execute((db) =>
      updateUser(db, user.id, {
        email,
        passwordHash,
        emailConfirmed: wanted.email_confirm ?? undefined,
        bannedUntil: banEnd(wanted.ban_duration, new Date()),
        appMetadata: wanted.app_metadata ?? undefined,
        userMetadata: wanted.user_metadata ?? undefined,
      }),
    )
    return c.json(await getUser(kysely, user.id))
  })

  routes.delete('/:id', async (c) => {
    const user = await getUser(kysely, c.req.param('id'))
    await kysely.transaction().execute((db) => deleteUser(db, user.id))
    return c.json({})
  })

  return routes
}

async function listPage(c: Context, kysely: Kysely<unknown>) {
  const page = positive(c.req.query('page'), 1)
  const perPage = positive(c.req.query('per_page'), 50)
  const { users, total } = await listUsers(kysely, page, perPage)
  // The client believes the total only beside a link to the last page.
  const lastPage = Math.max(1, Math.ceil(total / perPage))
  c.header('X-Total-Count', String(total))
  c.header('Link', `</admin/users?page=${lastPage}&per_page=${perPage}>; rel="last"`)
  return c.json({ users, aud: 'authenticated' })
}

async function refuseTakenEmail(kysely: Kysely<unknown>, email: string) {
  if (await findUserByEmail(kysely, email)) {
    const message = 'A user with this email address has already been registered'
    throw new AuthError(422, 'email_exists', message)
  }
}

/** Hashed as lite does, so that lite can check it. Tests make the cost low, for lite and here. */
async function hashPassword(password: string | null | undefined, shortest: number) {
  if (!password) return undefined
  if (password.length < shortest) {
    const message = `Password should be at least ${shortest} characters.`
    throw new AuthError(422, 'weak_password', message)
  }
  return bcrypt.hash(password, Number(process.env.LITE_AUTH_BCRYPT_COST ?? 10))
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}
