import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import postgres from 'postgres'
import { startLocalSupabase } from '../../supabase/local/start'
import { databaseFingerprint } from './database-fingerprint'
import { connectPostgres, startPostgres } from './postgres'
import { makeScratchFolder } from './scratch-folder'

/** Any number: whoever makes the template holds this advisory lock. */
const templateLock = 530_011

/**
 * A migrated database of one's own. On the server that `TEST_POSTGRES_URL` names (one for a whole
 * run, so that the template is made once), else on a server that lives as long as the database.
 */
export async function createMigratedDatabase(migrations?: string) {
  const shared = process.env.TEST_POSTGRES_URL
  const server = shared ? connectPostgres(shared) : await startPostgres()
  const template = `migrated_${databaseFingerprint(migrations)}`
  await makeTemplateOnce(server.url, template, server.createDatabase, migrations)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = await server.createDatabase(name, template)
  return {
    url,
    async close() {
      await server.dropDatabase(name)
      await server.close()
    },
  }
}

async function makeTemplateOnce(
  serverUrl: string,
  template: string,
  createDatabase: (name: string) => Promise<string>,
  migrations?: string,
) {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${templateLock})`
    const [known] = await sql`select from pg_database where datname = ${template}`
    if (known) return
    const draft = `${template}_draft`
    await sql`drop database if exists ${sql(draft)}`
    await migrate(await createDatabase(draft), migrations)
    await sql`alter database ${sql(draft)} rename to ${sql(template)}`
  } finally {
    await sql.end()
  }
}

async function migrate(postgresUrl: string, migrations?: string) {
  const dataDir = makeScratchFolder('template')
  try {
    const supabase = await startLocalSupabase({
      dataDir,
      port: 0,
      portalUrl: 'http://127.0.0.1:3000',
      migrations,
      database: { postgresUrl },
    })
    await supabase.close()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
