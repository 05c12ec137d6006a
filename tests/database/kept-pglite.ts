import { cpSync, rmSync } from 'node:fs'
import { query, type Database } from '../../supabase/local/database/database'
import { openPglite } from '../../supabase/local/database/pglite'
import { migratedFolder } from '../support/migrated-folder'
import { makeScratchFolder } from '../support/scratch-folder'

type Table = { name: string; columns: string }
type Kept = { database: Database; restore: string }

/** The files of a run are loaded anew one after the other; what outlives them hangs here. */
const outliving = globalThis as { keptPglite?: Promise<Kept> }

/**
 * The PGlite database of this process as the migrations leave it. Opening one takes a second, so the
 * test files have it in turn, and what the one before wrote is taken out. Files run one at a time in a
 * process, so nobody else is in it.
 */
export async function keptPglite(): Promise<Database> {
  const { database, restore } = await (outliving.keptPglite ??= open())
  await database.execInTransaction(restore)
  return database
}

async function open(): Promise<Kept> {
  const { database, removeFolder } = await openOwnPglite()
  process.once('exit', removeFolder)
  return { database, restore: await writeRestore(database) }
}

/** Another one, for a test that changes more than rows. */
export async function openOwnPglite() {
  const folder = makeScratchFolder('database')
  cpSync(await migratedFolder(), folder, { recursive: true })
  const database = await openPglite(folder)
  return { database, removeFolder: () => rmSync(folder, { recursive: true, force: true }) }
}

/** SQL that empties every table and puts back the rows that stand in it now. */
async function writeRestore(database: Database): Promise<string> {
  const tables = await query<Table>(database, TABLES, [])
  const names = tables.map(({ name }) => name).join(', ')
  const rows = []
  for (const { name, columns } of tables) {
    const [found] = await query<{ rows: string | null }>(
      database,
      `select quote_literal(jsonb_agg(t)::text) as rows from ${name} t`,
      [],
    )
    if (!found?.rows) continue
    rows.push(`insert into ${name} (${columns}) overriding system value
      select ${columns} from jsonb_populate_recordset(null::${name}, ${found.rows});`)
  }
  const sequences = await query<{ set: string }>(database, SEQUENCES, [])
  return [
    // Triggers would write events about rows that are only put back.
    'set local session_replication_role = replica;',
    `truncate ${names};`,
    ...rows,
    ...sequences.map(({ set }) => set),
  ].join('\n')
}

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'
  group by 1`

const SEQUENCES = `
  select format('select setval(%L, %s, %L);', format('%I.%I', schemaname, sequencename),
    coalesce(last_value, start_value), last_value is not null) as set
  from pg_sequences`
