import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bundleLocalSupabase } from '../../scripts/database/bundle-local.mjs'
import { migratedFolder } from '../../tests/support/migrated-folder'
import { mailsTo, serviceClient, visitorClient } from '../../tests/support/supabase-clients'
import { startLocalSupabase, type LocalSupabase } from '../local/start'
import { password } from './shelf'
import { makeScratchFolder } from '../../tests/support/scratch-folder'

const rounds = Number(process.env.KILL_ROUNDS ?? 3)

let program: string
let dataDir: string
let child: ChildProcess | undefined

beforeAll(async () => {
  program = await bundleLocalSupabase()
})

beforeEach(async () => {
  dataDir = makeScratchFolder('process')
  cpSync(await migratedFolder(), join(dataDir, 'database'), { recursive: true })
})

afterEach(async () => {
  await stop('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

function run(env: Record<string, string> = {}) {
  return spawn('node', [program], {
    env: { ...process.env, DATA_DIR: dataDir, SUPABASE_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function start(): Promise<LocalSupabase> {
  const started = run()
  child = started
  const words = text(started.stderr)
  for await (const line of createInterface({ input: started.stdout })) return JSON.parse(line)
  throw new Error(`The embedded Supabase ended before it was ready: ${await words}`)
}

async function stop(signal: NodeJS.Signals): Promise<number | null> {
  const ending = child
  child = undefined
  if (!ending || ending.exitCode !== null) return null
  const ended = new Promise<number | null>((resolve) => ending.once('exit', resolve))
  ending.kill(signal)
  return ended
}

async function failure(env: Record<string, string>) {
  const refused = run(env)
  const ended = new Promise((resolve) => refused.once('close', resolve))
  return { words: (await text(refused.stderr)).trim(), code: await ended }
}

test('a second start on the same folder says who holds it and ends', async () => {
  await start()
  const { code, words } = await failure({})
  expect(code).toBe(1)
  expect(words).toContain(`The process ${child?.pid} already uses the data folder ${dataDir}.`)
  expect(words.split('\n')).toHaveLength(1)
})

test('a port that is taken is named in a sentence', async () => {
  const { url } = await start()
  const other = makeScratchFolder('process')
  const port = new URL(url).port
  const { code, words } = await failure({ DATA_DIR: other, SUPABASE_PORT: port })
  rmSync(other, { recursive: true, force: true })
  expect(code).toBe(1)
  expect(words).toContain(`The port ${port} is taken.`)
})

test('a migration that fails stops the start with its name and what Postgres said', async () => {
  const migrations = makeScratchFolder('migrations')
  writeFileSync(join(migrations, '90_fine.sql'), 'create table public.fine (id int);')
  writeFileSync(
    join(migrations, '91_bad.sql'),
    'create table public.half (id int); select * from nowhere;',
  )
  const options = { dataDir, port: 0, portalUrl: 'http://127.0.0.1:3000', migrations }
  await expect(startLocalSupabase(options)).rejects.toThrow(
    'The migration 91_bad.sql failed: relation "nowhere" does not exist',
  )

  writeFileSync(join(migrations, '91_bad.sql'), 'select 1;')
  const supabase = await startLocalSupabase(options)
  const [found] = await supabase.query<{ fine: string | null; half: string | null }>(
    `select to_regclass('public.fine')::text as fine, to_regclass('public.half')::text as half`,
  )
  const recorded = await supabase.query<{ name: string }>(
    `select name from supabase_migrations.schema_migrations where version in ('90', '91') order by 1`,
  )
  await supabase.close()
  rmSync(migrations, { recursive: true })
  expect(found).toEqual({ fine: 'fine', half: null })
  expect(recorded.map((row) => row.name)).toEqual(['bad', 'fine'])
})

test('after a clean stop, keys, people and mails are still there', async () => {
  const first = await start()
  await visitorClient(first).auth.signUp({ email: 'kept@example.com', password })
  expect(statSync(join(dataDir, 'secrets.env')).mode & 0o777).toBe(0o600)
  expect(await stop('SIGTERM')).toBe(0)

  const second = await start()
  expect(second.secretKey).toBe(first.secretKey)
  expect(await mailsTo(second, 'kept@example.com')).toHaveLength(1)
  const { data } = await serviceClient(second).auth.admin.listUsers()
  expect(data.users.map((user) => user.email)).toContain('kept@example.com')
})

/** Writes rows from four sides until the server is gone; adds what it acknowledged. */
async function writeUntilItDies(server: LocalSupabase, first: number, acknowledged: Set<number>) {
  const rows = serviceClient(server).from('written_rows')
  let next = first
  const write = async () => {
    for (;;) {
      const id = next++
      const { error } = await rows.insert({ id })
      if (error) return
      acknowledged.add(id)
    }
  }
  await Promise.all([write(), write(), write(), write()])
}

test(
  'no acknowledged row is lost when the process is killed while it writes',
  async () => {
    const here = { dataDir, port: 0, portalUrl: 'http://127.0.0.1:3000' }
    const before = await startLocalSupabase(here)
    await before.query('create table public.written_rows (id int primary key)')
    await before.query('grant all on public.written_rows to service_role')
    await before.close()

    const acknowledged = new Set<number>()
    for (let round = 0; round < rounds; round += 1) {
      const server = await start()
      const known = acknowledged.size
      const written = writeUntilItDies(server, round * 1_000_000, acknowledged)
      await vi.waitUntil(() => acknowledged.size > known + 20, { timeout: 20_000 })
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 500))
      await stop('SIGKILL')
      await written
    }

    const after = await startLocalSupabase(here)
    const rows = await after.query<{ id: number }>('select id from public.written_rows')
    await after.close()
    const found = new Set(rows.map((row) => row.id))
    expect([...acknowledged].filter((id) => !found.has(id))).toEqual([])
  },
  rounds * 30_000,
)
