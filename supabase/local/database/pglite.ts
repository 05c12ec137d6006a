import { createPgliteConnection } from '@supabase/lite/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely } from 'kysely'
import { keepGrants, type Database } from './database'
import { answerErrorsLikePostgrest } from './rest-errors'
import { serialPgliteDialect } from './serial-pglite-dialect'

/** Opens the PGlite database of a folder, and makes it when there is none. */
export async function openPglite(folder: string): Promise<Database> {
  const connection = await createPgliteConnection({
    url: folder,
    pgliteOptions: { extensions: { pg_trgm } },
  })
  const pglite = connection.driver
  await pglite.waitReady
  await pglite.exec('set search_path to "$user", public, extensions')
  connection.kysely = new Kysely({ dialect: serialPgliteDialect(pglite) })
  keepGrants(connection)
  answerErrorsLikePostgrest(connection)
  return {
    connection,
    kysely: connection.kysely,
    exec: async (sql) => void (await pglite.exec(sql)),
    execInTransaction: (sql) => pglite.transaction(async (tx) => void (await tx.exec(sql))),
    close: () => connection.close(),
  }
}
