import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startLocalSupabase, type LocalSupabase } from '../../supabase/local/start'
import { migratedFolder } from './migrated-folder'
import { createMigratedDatabase } from './migrated-postgres'
import { makeScratchFolder } from './scratch-folder'

// A password hash of full cost takes a tenth of a second, and tests sign many people in.
process.env.LITE_AUTH_BCRYPT_COST ??= '4'

type TestSupabaseOptions = {
  /** Where links in mails lead. */
  portalUrl?: string
  /** Another folder of migrations than supabase/migrations. */
  migrations?: string
  /** False: no function runs until the test calls it. */
  timer?: boolean
  /** Settings of sign-in providers. */
  environment?: Record<string, string>
}

/**
 * An embedded Supabase of one's own for a test file: empty, migrated, on a free port. On PGlite,
 * or with `TEST_DATABASE=postgres` on PostgreSQL 15, where connections are really concurrent.
 */
export async function startTestSupabase(options: TestSupabaseOptions = {}): Promise<LocalSupabase> {
  const { portalUrl = 'http://127.0.0.1:3000', migrations } = options
  const dataDir = makeScratchFolder('supabase')
  const start = { environment: {}, ...options, dataDir, port: 0, portalUrl }
  const removeDataDir = () => rmSync(dataDir, { recursive: true, force: true })

  if (process.env.TEST_DATABASE === 'postgres') {
    const database = await createMigratedDatabase(migrations)
    const supabase = await startLocalSupabase({ ...start, database: { postgresUrl: database.url } })
    return closing(supabase, async () => {
      removeDataDir()
      await database.close()
    })
  }

  cpSync(await migratedFolder(migrations), join(dataDir, 'database'), { recursive: true })
  return closing(await startLocalSupabase(start), removeDataDir)
}

function closing(supabase: LocalSupabase, after: () => void | Promise<void>): LocalSupabase {
  return {
    ...supabase,
    async close() {
      await supabase.close()
      await after()
    },
  }
}
