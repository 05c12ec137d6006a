import { join } from 'node:path'
import { createAuthMails } from './auth/auth-mails'
import { readConfig } from './config'
import { query, type Database } from './database/database'
import { applyMigrations } from './database/migrations'
import { openPglite } from './database/pglite'
import { functionRunner, type RunFunction } from './functions/functions'
import { startTimer } from './functions/timer'
import { listen, type HttpServer } from './http-server'
import { createLite } from './lite'
import { lockFolder } from './lock'
import { Mailbox } from './mailbox/mailbox'
import { migrationsFolder } from './project'
import { createRoutes } from './routes'
import { readOrMakeSecrets, writeSecrets } from './secrets'

type LocalSupabaseOptions = {
  /** Everything is kept below it: database, files, mails, secrets. Made when missing. */
  dataDir: string
  /** 0 lets the system choose. */
  port: number
  /** Where links in mails lead. */
  portalUrl: string
  log?: (message: string) => void
  /** PGlite below `dataDir` unless a PostgreSQL 15 server is named. */
  database?: 'pglite' | { postgresUrl: string }
  /** Another folder of migrations than supabase/migrations. */
  migrations?: string
  /** Where the settings of sign-in providers are read; the environment of the process otherwise. */
  environment?: Record<string, string | undefined>
  /** False leaves it to the caller when the functions run. */
  timer?: boolean
}

export type LocalSupabase = {
  url: string
  publishableKey: string
  secretKey: string
  mailboxUrl: string
  /** SQL as the owner of the database, with `$1` for the first parameter: for scripts and tests. */
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/**
 * Starts Supabase's Auth, REST and Storage in this process, migrated and serving on 127.0.0.1.
 *
 * @throws a sentence for the operator when the folder or port is taken or a migration fails.
 */
export async function startLocalSupabase(options: LocalSupabaseOptions): Promise<LocalSupabase> {
  const { dataDir, port, portalUrl, log = () => {} } = options
  const unlock = lockFolder(dataDir)
  let server: HttpServer | undefined
  let database: Database | undefined
  let stopTimer: (() => Promise<void>) | undefined
  const close = async () => {
    await stopTimer?.()
    await server?.close()
    await database?.close()
    unlock()
  }
  try {
    server = await listen(port)
    database = await openDatabase(options)
    const config = readConfig(options.environment ?? process.env)
    const secrets = await readOrMakeSecrets(dataDir)
    const mailbox = new Mailbox(join(dataDir, 'mailbox.jsonl'))
    const mails = createAuthMails(config.auth.email.template, mailbox, portalUrl)
    const { url } = server
    const lite = await createLite({ database, config, secrets, mails, url, portalUrl, dataDir })
    await applyMigrations(database, options.migrations ?? migrationsFolder, log)
    // The first request would wait for it, and on a new database many at once would each do it.
    await database.connection.introspect({ useCache: true })
    const mailboxUrl = `${server.url}/mailbox`
    const runFunction = functionRunner({
      SUPABASE_URL: server.url,
      SUPABASE_SECRET_KEY: secrets.secretKey,
      PUBLIC_URL: portalUrl,
      MAILBOX_URL: mailboxUrl,
    })
    const parts = { lite, database, config, secrets, mails, mailbox, portalUrl, runFunction }
    server.answerWith(createRoutes(parts).fetch)
    if (options.timer !== false) {
      stopTimer = await startDeliveries(database, runFunction, secrets.secretKey)
    }
    writeSecrets(dataDir, secrets, server.url)
    return {
      url: server.url,
      publishableKey: secrets.publishableKey,
      secretKey: secrets.secretKey,
      mailboxUrl,
      query: query.bind(null, database) as LocalSupabase['query'],
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Only where the migrations have made an outbox. */
async function startDeliveries(database: Database, run: RunFunction, secretKey: string) {
  const [outbox] = await query<{ exists: boolean }>(
    database,
    `select to_regclass('public.notifications') is not null as exists`,
    [],
  )
  if (!outbox?.exists) return undefined
  const due = `select 1 from public.notifications
    where state in ('queued', 'sending') and next_attempt_at <= now() limit 1`
  const isDue = async () => (await query(database, due, [])).length > 0
  return startTimer({ run, secretKey, isDue })
}

async function openDatabase(options: LocalSupabaseOptions): Promise<Database> {
  const { database = 'pglite', dataDir } = options
  if (database === 'pglite') return openPglite(join(dataDir, 'database'))
  // Only the tests have a PostgreSQL server and its driver.
  const { openPostgres } = await import('./database/postgres')
  return openPostgres(database.postgresUrl)
}
