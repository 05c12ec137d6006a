import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const project = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Bundles the embedded Supabase, because compiling its sources at each start takes as long as
 * opening the database. Packages stay outside: PGlite finds its files beside its own code.
 *
 * @returns {Promise<string>} the file to run with `node`.
 */
export async function bundleLocalSupabase() {
  const outfile = join(project, 'build/supabase/main.mjs')
  // Renamed into place: a process that starts meanwhile finds the old bundle or the new one.
  const draft = `${outfile}.${process.pid}`
  await build({
    entryPoints: [join(project, 'supabase/local/main.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  renameSync(draft, outfile)
  return outfile
}
