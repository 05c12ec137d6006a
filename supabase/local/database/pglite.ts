import type { PGlite } from '@electric-sql/pglite'
import { createPgliteConnection } from '@supabase/lite/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely } from 'kysely'
import { keepGrants, type Database } from './database'
import { setRequestSettingsAtOnce } from './request-settings'
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
  await forgetArraysOfRows(pglite)
  await pglite.exec('set search_path to "$user", public, extensions')
  connection.kysely = new Kysely({ dialect: serialPgliteDialect(pglite) })
  keepGrants(connection)
  setRequestSettingsAtOnce(connection)
  answerErrorsLikePostgrest(connection)
  return {
    connection,
    kysely: connection.kysely,
    exec: async (sql) => void (await pglite.exec(sql)),
    execInTransaction: (sql) => pglite.transaction(async (tx) => void (await tx.exec(sql))),
    close: () => connection.close(),
  }
}

/**
 * PGlite knows how to read an array of the rows of each table, and copies all that it knows at each
 * statement, which takes longer than the statement. Nothing here reads arrays of rows.
 */
async function forgetArraysOfRows(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ oid: number }>(
    `select array_type.oid from pg_type array_type join pg_type element on element.oid = array_type.typelem
     where array_type.typcategory = 'A' and element.typtype = 'c'`,
  )
  for (const { oid } of rows) {
    delete pglite.parsers[oid]
    delete pglite.serializers[oid]
  }
}
