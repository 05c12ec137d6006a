import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { startLocalSupabase } from '../../supabase/local/start'
import { databaseFingerprint, projectFolder } from './database-fingerprint'

const cache = join(projectFolder, '.cache', 'local-supabase')

/**
 * The folder of a migrated PGlite database to copy, made once for each state of migrations and
 * server. Making one takes seconds; copying one a quarter of a second.
 */
export async function migratedFolder(migrations?: string): Promise<string> {
  const finished = join(cache, databaseFingerprint(migrations))
  if (existsSync(finished)) return finished
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'draft-'))
  try {
    const portalUrl = 'http://127.0.0.1:3000'
    const supabase = await startLocalSupabase({ dataDir: draft, port: 0, portalUrl, migrations })
    await supabase.close()
    renameSync(join(draft, 'database'), finished)
    removeOldest()
  } catch (error) {
    // Another test file may have finished the same one first.
    if (!existsSync(finished)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return finished
}

/** Each is 40 MB. The last few stay: other test files may be copying them. */
function removeOldest() {
  const folders = readdirSync(cache).filter((name) => !name.startsWith('draft-'))
  const madeAt = (name: string) => statSync(join(cache, name)).mtimeMs
  const oldest = folders.sort((a, b) => madeAt(b) - madeAt(a)).slice(4)
  for (const name of oldest) rmSync(join(cache, name), { recursive: true, force: true })
}
