import { randomBytes, randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

type Db = Kysely<unknown>
export type PhoneUser = { id: string }

/** Numbers are kept as Supabase Auth keeps them: E.164 without the plus. */
export async function findByPhone(db: Db, phone: string): Promise<PhoneUser | null> {
  const { rows } = await sql<PhoneUser>`
    select id from auth.users where phone = ${phone}
  `.execute(db)
  return rows[0] ?? null
}

/** Somebody who has no email address; the number is not confirmed yet. */
export async function insertPhoneUser(
  db: Db,
  phone: string,
  metadata: Record<string, unknown>,
): Promise<PhoneUser> {
  const id = randomUUID()
  const app = JSON.stringify({ provider: 'phone', providers: ['phone'] })
  const identity = JSON.stringify({ sub: id, phone, phone_verified: false })
  await db.transaction().execute(async (transaction) => {
    await sql`
      insert into auth.users (id, phone, raw_app_meta_data, raw_user_meta_data)
      values (${id}::uuid, ${phone}, ${app}::text::jsonb, ${JSON.stringify(metadata)}::text::jsonb)
    `.execute(transaction)
    await sql`
      insert into auth.identities (id, provider, provider_id, user_id, identity_data)
      values (${randomUUID()}::uuid, 'phone', ${id}, ${id}::uuid, ${identity}::text::jsonb)
    `.execute(transaction)
  })
  return { id }
}

export async function confirmPhone(db: Db, { id }: PhoneUser) {
  await sql`
    update auth.users set phone_confirmed_at = coalesce(phone_confirmed_at, now())
    where id = ${id}::uuid
  `.execute(db)
}

export async function askForPhone(db: Db, { id }: PhoneUser, phone: string) {
  await sql`
    update auth.users set phone_change = ${phone}, phone_change_sent_at = now()
    where id = ${id}::uuid
  `.execute(db)
}

/** Whoever has asked for this number last. */
export async function findByWantedPhone(db: Db, phone: string): Promise<PhoneUser | null> {
  const { rows } = await sql<PhoneUser>`
    select id from auth.users where phone_change = ${phone}
    order by phone_change_sent_at desc limit 1
  `.execute(db)
  return rows[0] ?? null
}

export async function changePhone(db: Db, { id }: PhoneUser, phone: string) {
  await sql`
    update auth.users
    set phone = ${phone}, phone_confirmed_at = now(), phone_change = null, updated_at = now()
    where id = ${id}::uuid
  `.execute(db)
}

/** A token that lite takes as a magic link. Nobody else ever sees it, so nobody can guess it. */
export async function makeSignInToken(db: Db, { id }: PhoneUser): Promise<string> {
  const token = randomBytes(32).toString('hex')
  await sql`
    update auth.users set recovery_token = ${token}, recovery_sent_at = now()
    where id = ${id}::uuid
  `.execute(db)
  return token
}

/**
 * Adds what Supabase Auth shows of a user's phone and lite leaves out, to the user of an answer or
 * to the answer that is one.
 */
export async function withPhoneFacts(db: Db, answer: Response): Promise<Response> {
  if (!answer.ok) return answer
  const body = await answer.json()
  const user: PhoneUser = body.user ?? body
  const { rows } = await sql<Record<string, string | null>>`
    select phone_confirmed_at, nullif(phone_change, '') as new_phone
    from auth.users where id = ${user.id}::uuid
  `.execute(db)
  const facts = Object.entries(rows[0] ?? {}).filter(([, value]) => value !== null)
  Object.assign(user, Object.fromEntries(facts))
  return Response.json(body, { status: answer.status })
}
