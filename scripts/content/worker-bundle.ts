import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = path.join(root, '.cache/content-worker')

/**
 * The worker as one plain JavaScript file, made once for each version of the pipeline. Loading some
 * 300 small modules through a TypeScript loader took each worker over a second; this takes a third
 * of one, and the code runs faster.
 */
export async function workerFile(version: string): Promise<string> {
  const file = path.join(folder, `${version.slice(0, 16)}.cjs`)
  if (await isThere(file)) return file
  const { build } = await import('esbuild')
  const temporary = `${file}.${process.pid}.tmp`
  await build({
    entryPoints: [path.join(root, 'scripts/content/compile-worker.ts')],
    outfile: temporary,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    jsx: 'automatic',
    tsconfig: path.join(root, 'tsconfig.json'),
    // The bundler finds its binary by its own place; React must be there once, and it brings both.
    external: ['esbuild', 'mdx-bundler', 'react', 'react-dom'],
    logLevel: 'error',
  })
  await removeOlder()
  // Renamed into place: two builds at once make the same file.
  await rename(temporary, file)
  return file
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

async function removeOlder(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const older = (await readdir(folder)).filter((name) => name.endsWith('.cjs'))
  await Promise.all(older.map((name) => rm(path.join(folder, name), { force: true })))
}
