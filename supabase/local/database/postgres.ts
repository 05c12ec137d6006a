import { createPostgresConnection } from '@supabase/lite/postgres'
import { keepGrants, type Database } from './database'

/** Connects to a PostgreSQL 15 server, whose user must be a superuser (it makes roles). */
export async function openPostgres(url: string): Promise<Database> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      connection: { search_path: '"$user", public, extensions' },
      onnotice: () => {},
    },
  })
  const driver = connection.driver
  keepGrants(connection)
  return {
    connection,
    kysely: connection.kysely,
    exec: async (sql) => void (await driver.unsafe(sql).simple()),
    execInTransaction: async (sql) =>
      void (await driver.begin(async (tx) => void (await tx.unsafe(sql).simple()))),
    close: () => connection.close(),
  }
}
