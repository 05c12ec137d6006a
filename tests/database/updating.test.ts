import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../../supabase/local/database/database'
import { migrationsFolder } from '../../supabase/local/project'
import { startLocalSupabase, type LocalSupabase } from '../../supabase/local/start'
import { makeScratchFolder } from '../support/scratch-folder'
import { openOwnPglite } from './kept-pglite'

/** How many migrations the older portal lacks. */
const LACKING = 6

const ours = `('public', 'private', 'storage')`

/** All that migrations make, in words that can be compared. */
const SCHEMA = `
  select 'column ' || a.attrelid::regclass || '.' || a.attname as name,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as what
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v')
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace::regnamespace::text in ${ours} and a.attnum > 0 and not a.attisdropped
  union all
  select 'rights on ' || c.oid::regclass, concat(c.relacl::text, c.relrowsecurity, c.reloptions::text)
  from pg_class c where c.relnamespace::regnamespace::text in ${ours} and c.relkind in ('r', 'p', 'v', 'S')
  union all
  select 'function ' || p.oid::regprocedure, concat(pg_get_functiondef(p.oid), p.proacl::text)
  from pg_proc p where p.pronamespace::regnamespace::text in ('public', 'private') and p.prokind = 'f'
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 'constraint ' || conname || ' on ' || conrelid::regclass, pg_get_constraintdef(oid)
  from pg_constraint where connamespace::regnamespace::text in ${ours}
  union all
  select 'policy ' || policyname || ' on ' || tablename, concat(cmd, roles::text, qual, with_check)
  from pg_policies
  union all
  select 'index ' || indexname, indexdef from pg_indexes where schemaname in ${ours}
  union all
  select 'trigger ' || tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(oid)
  from pg_trigger where not tgisinternal
  order by name, what`

type Part = { name: string; what: string }

const PEOPLE = `insert into auth.users (id, email, raw_user_meta_data)
  values (gen_random_uuid(), 'ada@example.com', '{"name": "Ada"}')`

const TICKET = `insert into public.tickets (id, requester_id, subject, category, priority)
  select gen_random_uuid(), id, 'Written before the update', 'other', 'high' from public.profiles`

const WRITTEN = `select t.number, t.subject, t.status, t.priority, p.name
  from public.tickets t join public.profiles p on p.id = t.requester_id`

let older: string
let dataDir: string
let fresh: Part[]
let written: unknown[]
let log: string[]

const start = (migrations?: string): Promise<LocalSupabase> =>
  startLocalSupabase({
    dataDir,
    port: 0,
    portalUrl: 'http://127.0.0.1:3000',
    environment: {},
    migrations,
    timer: false,
    log: (line) => log.push(line),
  })

beforeAll(async () => {
  const { database, removeFolder } = await openOwnPglite()
  fresh = await query<Part>(database, SCHEMA, [])
  await database.close()
  removeFolder()

  older = makeScratchFolder('older-migrations')
  dataDir = makeScratchFolder('older-data')
  cpSync(migrationsFolder, older, { recursive: true })
  for (const file of readdirSync(older).sort().slice(-LACKING)) rmSync(join(older, file))
  log = []
  const before = await start(older)
  await before.query(PEOPLE)
  await before.query(TICKET)
  written = await before.query(WRITTEN)
  expect(await before.query<Part>(SCHEMA)).not.toEqual(fresh)
  await before.close()
})

afterAll(() => {
  for (const folder of [older, dataDir]) rmSync(folder, { recursive: true, force: true })
})

test('a database of an older portal is brought up to date, and keeps what was written', async () => {
  log = []
  const updated = await start()
  try {
    expect(log.filter((line) => line.startsWith('Applied the migration'))).toHaveLength(LACKING)
    expect(await updated.query<Part>(SCHEMA)).toEqual(fresh)
    expect(written).toMatchObject([{ subject: 'Written before the update', name: 'Ada' }])
    expect(await updated.query(WRITTEN)).toEqual(written)
  } finally {
    await updated.close()
  }
})

test('one that is up to date is left as it is', async () => {
  log = []
  const again = await start()
  try {
    expect(log).toEqual([])
    expect(await again.query<Part>(SCHEMA)).toEqual(fresh)
    expect(await again.query(WRITTEN)).toEqual(written)
  } finally {
    await again.close()
  }
})
