import { randomUUID } from 'node:crypto'
import { query, type Database } from '../../supabase/local/database/database'
import { openPostgres } from '../../supabase/local/database/postgres'
import { createMigratedDatabase } from '../support/migrated-postgres'
import { keptPglite, openOwnPglite } from './kept-pglite'

/** Somebody with an account, or one of the two other ways to reach the API. */
export type Caller = Person | 'anonymous' | 'service'
export type Person = { id: string; email: string; name: string; role: string; sessionId: string }
export type Row = Record<string, unknown>

/**
 * A migrated database of one's own: PGlite, or PostgreSQL 15 with TEST_DATABASE=postgres. Each call
 * of `as` and `rpc` is one transaction with the role and claims that the REST API would set.
 */
export type TestDatabase = {
  /** As the owner of the tables, past every policy. */
  owner<R = Row>(text: string, parameters?: unknown[]): Promise<R[]>
  as<R = Row>(caller: Caller, text: string, parameters?: unknown[]): Promise<R[]>
  rpc<R = unknown>(caller: Caller, name: string, args?: Row): Promise<R>
  addPerson(name: string, role?: 'customer' | 'agent' | 'admin'): Promise<Person>
  close(): Promise<void>
}

/** @param changes whether the test changes privileges or the like, which the next one would find */
export async function openTestDatabase(
  changes: 'rows' | 'privileges' = 'rows',
): Promise<TestDatabase> {
  const { database, close } = await (process.env.TEST_DATABASE === 'postgres'
    ? onServer()
    : onPglite(changes))
  const owner = <R = Row>(text: string, parameters: unknown[] = []) =>
    query<R>(database, text, parameters)
  const as = <R = Row>(caller: Caller, text: string, parameters: unknown[] = []) =>
    database.kysely.transaction().execute(async (kysely) => {
      const session = { ...database, kysely }
      await query(session, signIn, signInAs(caller))
      return query<R>(session, text, parameters)
    })

  return {
    owner,
    as,
    async rpc<R>(caller: Caller, name: string, args: Row = {}) {
      const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`)
      const text = `select public.${name}(${named.join(', ')}) as result`
      const [row] = await as<{ result: R }>(caller, text, Object.values(args))
      return row?.result as R
    },
    addPerson: (name, role = 'customer') => addPerson(owner, name, role),
    close,
  }
}

type Opened = { database: Database; close(): Promise<void> }

async function onPglite(changes: 'rows' | 'privileges'): Promise<Opened> {
  if (changes === 'rows') return { database: await keptPglite(), close: async () => {} }
  const { database, removeFolder } = await openOwnPglite()
  return { database, close: () => database.close().then(removeFolder) }
}

async function onServer(): Promise<Opened> {
  const server = await createMigratedDatabase()
  const database = await openPostgres(server.url)
  await openEveryConnection(database)
  const close = async () => {
    await database.close()
    await server.close()
  }
  return { database, close }
}

/** A pool connects when it has to; calls that are made at once would wait for that one by one. */
async function openEveryConnection(database: Database) {
  const naps = Array.from({ length: 10 }, () => query(database, 'select pg_sleep(0.1)', []))
  await Promise.all(naps)
}

const signIn = `select set_config('role', $1, true),
  set_config('request.jwt.claim.sub', $2, true),
  set_config('request.jwt.claims', $3, true)`

function signInAs(caller: Caller): string[] {
  if (caller === 'anonymous') return ['anon', '', JSON.stringify({ role: 'anon' })]
  if (caller === 'service') return ['service_role', '', JSON.stringify({ role: 'service_role' })]
  const { id: sub, sessionId: session_id } = caller
  return ['authenticated', sub, JSON.stringify({ role: 'authenticated', sub, session_id })]
}

async function addPerson(owner: TestDatabase['owner'], name: string, role: string) {
  const id = randomUUID()
  const sessionId = randomUUID()
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${id.slice(0, 8)}@example.com`
  await owner(
    `insert into auth.users (id, email, raw_user_meta_data)
      values ($1, $2, jsonb_build_object('name', $3::text))`,
    [id, email, name],
  )
  await owner('insert into auth.sessions (id, user_id) values ($1, $2)', [sessionId, id])
  await owner('select public.set_role($1, $2)', [email, role])
  return { id, email, name, role, sessionId }
}

/** What Postgres says when it refuses: the parts that the REST API passes on. */
type Refusal = { code: string; message: string; detail?: string; hint?: string }

/** @throws when the call was not refused. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const answer = await call.then(
    (value) => ({ value }),
    (error: Refusal) => ({ error }),
  )
  if ('error' in answer) return answer.error
  throw new Error(`Expected a refusal, got ${JSON.stringify(answer.value)}.`)
}
