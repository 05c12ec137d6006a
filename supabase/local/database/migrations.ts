import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './database'

type Migration = { version: string; name: string; file: string }

/**
 * Applies the `*.sql` files of a folder in the order of their names, each once and each in its
 * own transaction, and records them where the Supabase CLI does.
 *
 * @throws a sentence with the file and what Postgres said. Earlier files stay applied.
 */
export async function applyMigrations(
  database: Database,
  folder: string,
  log: (message: string) => void,
) {
  const applied = await appliedVersions(database)
  for (const migration of listMigrations(folder)) {
    if (applied.has(migration.version)) continue
    await apply(database, migration, readFileSync(join(folder, migration.file), 'utf8'))
    log(`Applied the migration ${migration.file}.`)
  }
}

function listMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  return files.sort().map((file) => {
    const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? []
    if (!version || !name) {
      throw new Error(`The migration ${file} must be named <digits>_<name>.sql.`)
    }
    return { version, name, file }
  })
}

async function appliedVersions(database: Database): Promise<Set<string>> {
  const { rows } = await sql<{ version: string }>`
    select version from supabase_migrations.schema_migrations
  `.execute(database.kysely)
  return new Set(rows.map((row) => row.version))
}

async function apply(database: Database, migration: Migration, text: string) {
  try {
    await database.execInTransaction(`
      ${text}
      ;
      insert into supabase_migrations.schema_migrations (version, name)
      values (${literal(migration.version)}, ${literal(migration.name)});
    `)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${migration.file} failed: ${message}`, { cause: error })
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
