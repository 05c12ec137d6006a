import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { AuthError } from './auth-error'

type User = Record<string, unknown> & { id: string; email: string }

/** The user as Supabase Auth shows it to an administrator. */
const userJson = sql<User>`
  jsonb_build_object(
    'id', u.id, 'aud', u.aud, 'role', u.role,
    'email', coalesce(u.email, ''), 'phone', coalesce(u.phone, ''),
    'email_confirmed_at', u.email_confirmed_at, 'confirmed_at', u.confirmed_at,
    'invited_at', u.invited_at, 'last_sign_in_at', u.last_sign_in_at,
    'confirmation_sent_at', u.confirmation_sent_at, 'recovery_sent_at', u.recovery_sent_at,
    'new_email', u.email_change, 'banned_until', u.banned_until,
    'app_metadata', u.raw_app_meta_data, 'user_metadata', u.raw_user_meta_data,
    'is_anonymous', u.is_anonymous, 'created_at', u.created_at, 'updated_at', u.updated_at,
    'identities', coalesce((
      select jsonb_agg(jsonb_build_object(
        'identity_id', i.id, 'id', i.provider_id, 'user_id', i.user_id,
        'identity_data', i.identity_data, 'provider', i.provider, 'email', i.email,
        'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
        'updated_at', i.updated_at
      ) order by i.created_at)
      from auth.identities i where i.user_id = u.id
    ), '[]')
  )
`

type Row = { user: User }

async function findUser(db: Kysely<unknown>, id: string): Promise<User | null> {
  const { rows } = await sql<Row>`
    select ${userJson} as user from auth.users u where u.id::text = lower(${id})
  `.execute(db)
  return rows[0] ? present(rows[0].user) : null
}

export async function getUser(db: Kysely<unknown>, id: string): Promise<User> {
  const user = await findUser(db, id)
  if (!user) throw userNotFound()
  return user
}

export function userNotFound() {
  return new AuthError(404, 'user_not_found', 'User not found')
}

export async function findUserByEmail(db: Kysely<unknown>, email: string): Promise<User | null> {
  const { rows } = await sql<Row>`
    select ${userJson} as user from auth.users u where u.email = lower(${email})
  `.execute(db)
  return rows[0] ? present(rows[0].user) : null
}

/** One page of users, oldest first, and how many there are. */
export async function listUsers(db: Kysely<unknown>, page: number, perPage: number) {
  const { rows } = await sql<Row>`
    select ${userJson} as user from auth.users u
    order by u.created_at, u.id limit ${perPage} offset ${(page - 1) * perPage}
  `.execute(db)
  const total = await sql<{ total: number }>`
    select count(*)::int as total from auth.users
  `.execute(db)
  return { users: rows.map((row) => present(row.user)), total: total.rows[0]?.total ?? 0 }
}

type NewUser = {
  id?: string
  email: string
  passwordHash: string | null
  emailConfirmed: boolean
  bannedUntil: Date | null
  appMetadata: Record<string, unknown>
  userMetadata: Record<string, unknown>
}

export async function insertUser(db: Kysely<unknown>, user: NewUser): Promise<string> {
  const id = user.id ?? randomUUID()
  const appMetadata = { provider: 'email', providers: ['email'], ...user.appMetadata }
  const userMetadata = { ...user.userMetadata, email_verified: user.emailConfirmed }
  const identity = { sub: id, email: user.email, email_verified: user.emailConfirmed }
  await sql`
    insert into auth.users
      (id, email, encrypted_password, email_confirmed_at, banned_until,
       raw_app_meta_data, raw_user_meta_data)
    values
      (${id}::uuid, lower(${user.email}), ${user.passwordHash},
       case when ${user.emailConfirmed}::boolean then now() end, ${isoOrNull(user.bannedUntil)}::timestamptz,
       ${json(appMetadata)}, ${json(userMetadata)})
  `.execute(db)
  await sql`
    insert into auth.identities (id, provider, provider_id, user_id, identity_data)
    values (${randomUUID()}::uuid, 'email', ${id}, ${id}::uuid, ${json(identity)})
  `.execute(db)
  return id
}

type UserChanges = {
  email?: string
  passwordHash?: string
  emailConfirmed?: boolean
  /** `null` lifts a ban. */
  bannedUntil?: Date | null
  appMetadata?: Record<string, unknown>
  userMetadata?: Record<string, unknown>
}

/** Metadata are merged; a key that is `null` goes away. A new password ends all sessions. */
export async function updateUser(db: Kysely<unknown>, id: string, changes: UserChanges) {
  const changed = [sql`updated_at = now()`]
  if (changes.email !== undefined) changed.push(sql`email = lower(${changes.email})`)
  if (changes.passwordHash) changed.push(sql`encrypted_password = ${changes.passwordHash}`)
  if (changes.emailConfirmed) {
    changed.push(sql`email_confirmed_at = coalesce(email_confirmed_at, now())`)
    changed.push(sql`confirmation_token = null`)
  }
  if (changes.bannedUntil !== undefined) {
    changed.push(sql`banned_until = ${isoOrNull(changes.bannedUntil)}::timestamptz`)
  }
  if (changes.appMetadata) changed.push(merge('raw_app_meta_data', changes.appMetadata))
  if (changes.userMetadata) changed.push(merge('raw_user_meta_data', changes.userMetadata))
  await sql`update auth.users set ${sql.join(changed)} where id = ${id}::uuid`.execute(db)
  if (changes.email !== undefined) {
    await sql`
      update auth.identities
      set identity_data = identity_data || jsonb_build_object('email', lower(${changes.email}::text)),
          updated_at = now()
      where user_id = ${id}::uuid and provider = 'email'
    `.execute(db)
  }
  if (changes.passwordHash) await endSessions(db, id)
}

export async function deleteUser(db: Kysely<unknown>, id: string) {
  await endSessions(db, id)
  await sql`delete from auth.users where id = ${id}::uuid`.execute(db)
}

async function endSessions(db: Kysely<unknown>, userId: string) {
  await sql`delete from auth.refresh_tokens where user_id = ${userId}::uuid`.execute(db)
  await sql`delete from auth.sessions where user_id = ${userId}::uuid`.execute(db)
}

function merge(column: string, changes: Record<string, unknown>) {
  const removed = Object.keys(changes).filter((key) => changes[key] === null)
  const kept = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null))
  const name = sql.ref(column)
  return sql`${name} = (coalesce(${name}, '{}') || ${json(kept)})
    - (select coalesce(array_agg(key), '{}') from jsonb_array_elements_text(${json(removed)}) as key)`
}

/** As text first: one of the two drivers would encode a JSON parameter a second time. */
function json(value: unknown) {
  return sql`${JSON.stringify(value)}::text::jsonb`
}

function isoOrNull(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

/** Supabase Auth leaves out what is not set. */
function present(user: User): User {
  const { id, email, ...rest } = user
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  return { ...set, id, email }
}
