import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `supabase/config.toml`. It is looked for upwards, because this code runs
 * from its sources and from the bundle in `build/supabase/`.
 */
function findProjectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'supabase', 'config.toml'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder with supabase/config.toml was not found.')
    folder = parent
  }
  return folder
}

export const projectFolder = findProjectFolder()
export const supabaseFolder = join(projectFolder, 'supabase')
export const migrationsFolder = join(supabaseFolder, 'migrations')
