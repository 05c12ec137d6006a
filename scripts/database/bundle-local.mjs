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
  await build({
    entryPoints: [join(project, 'supabase/local/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
  return outfile
}
