import type { Connection } from '@supabase/lite'
import { CompiledQuery, type Kysely } from 'kysely'

/** The database under the embedded server: PGlite in a folder, or a PostgreSQL server. */
export type Database = {
  connection: Connection
  /** For our own queries. There is no schema type: they are written in SQL. */
  kysely: Kysely<unknown>
  /** Runs SQL of any number of statements. */
  exec(sql: string): Promise<void>
  /** The same, all or nothing. */
  execInTransaction(sql: string): Promise<void>
  close(): Promise<void>
}

/**
 * Before its first answer lite grants ALL on every table of a schema with row level security to
 * `anon` and `authenticated`, which would undo each `revoke` of our migrations. It skips that
 * once it believes to have done it; the grants of a stock Supabase are made in stock.ts.
 */
export function keepGrants(connection: Connection) {
  Object.assign(connection, { rlsState: 'active' })
}

export async function query<Row>(
  { kysely }: Database,
  text: string,
  parameters: unknown[],
): Promise<Row[]> {
  const { rows } = await kysely.executeQuery<Row>(CompiledQuery.raw(text, parameters))
  return rows
}
