import { createPostgresConnection } from '@supabase/lite/postgres'
import { keepGrants, type Database } from './database'
import { setRequestSettingsAtOnce } from './request-settings'
import { answerErrorsLikePostgrest } from './rest-errors'

/** Connects to a PostgreSQL 15 server, whose user must be a superuser (it makes roles). */
export async function openPostgres(url: string): Promise<Database> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      connection: { search_path: '"$user", public, extensions' },
      onnotice: () => {},
      types: { json: jsonType(114), jsonb: jsonType(3802) },
    },
  })
  const driver = connection.driver
  keepGrants(connection)
  setRequestSettingsAtOnce(connection)
  answerErrorsLikePostgrest(connection)
  return {
    connection,
    kysely: connection.kysely,
    exec: async (sql) => void (await driver.unsafe(sql).simple()),
    execInTransaction: async (sql) =>
      void (await driver.begin(async (tx) => void (await tx.unsafe(sql).simple()))),
    close: () => connection.close(),
  }
}

/** lite hands over JSON as text, which its own setting for this driver encodes a second time. */
function jsonType(oid: number) {
  return {
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string) => JSON.parse(text),
  }
}
