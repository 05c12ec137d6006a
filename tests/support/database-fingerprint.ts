import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Changes with everything that decides what a freshly migrated database contains. */
export function databaseFingerprint(migrations = 'supabase/migrations'): string {
  const sources = [
    migrations,
    'supabase/local',
    'supabase/config.toml',
    'node_modules/@supabase/lite/package.json',
    'node_modules/@electric-sql/pglite/package.json',
  ]
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesOf(source)) hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesOf(source: string): string[] {
  const path = source.startsWith('/') ? source : join(projectFolder, source)
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
