import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CompiledDocument, CompileRequest } from './compile-document'

/** Compiled documents on disk, each under the hash of everything it was made from. */
export type CompileCache = {
  keyOf: (request: CompileRequest) => string
  read: (key: string) => Promise<CompiledDocument | null>
  write: (key: string, document: CompiledDocument) => Promise<void>
  /** Forgets every document whose key is not given. */
  keepOnly: (keys: Set<string>) => Promise<void>
}

/** Opens the cache; another version of this pipeline finds nothing in it. */
export async function openCache(cacheDir: string): Promise<CompileCache> {
  const version = await pipelineVersion()
  await mkdir(cacheDir, { recursive: true })
  const fileOf = (key: string) => path.join(cacheDir, `${key}.json`)
  return {
    keyOf: (request) => createHash('sha256').update(version).update(JSON.stringify(request)).digest('hex'),
    async read(key) {
      const text = await readFile(fileOf(key), 'utf8').catch(() => null)
      return text === null ? null : parsed(text)
    },
    async write(key, document) {
      // Renamed into place: a build that is stopped in the middle leaves no half document.
      const temporary = `${fileOf(key)}.${process.pid}.tmp`
      await writeFile(temporary, JSON.stringify(document))
      await rename(temporary, fileOf(key))
    },
    async keepOnly(keys) {
      const names = await readdir(cacheDir)
      const stale = names.filter((name) => name.endsWith('.json') && !keys.has(name.slice(0, -5)))
      await Promise.all(stale.map((name) => rm(path.join(cacheDir, name), { force: true })))
    },
  }
}

function parsed(text: string): CompiledDocument | null {
  try {
    return JSON.parse(text) as CompiledDocument
  } catch {
    return null
  }
}

const packages = ['mdx-bundler', 'esbuild', 'react-dom', 'rehype-highlight', 'rehype-slug', 'remark-gfm']

/** Changes with the sources beside this file and with the packages that make the HTML. */
async function pipelineVersion(): Promise<string> {
  const hash = createHash('sha256')
  const folder = path.dirname(fileURLToPath(import.meta.url))
  const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.tsx?$/.test(name))
  const sources = await Promise.all(names.sort().map((name) => readFile(path.join(folder, name))))
  sources.forEach((source, at) => hash.update(names[at] ?? '').update(source))
  for (const name of packages) hash.update(`${name}@${installedVersion(name)}`)
  return hash.digest('hex')
}

/** Some packages do not export their package.json, so it is found from the file they do export. */
function installedVersion(name: string): string {
  const require = createRequire(import.meta.url)
  const manifests = require.resolve.paths(name)?.map((folder) => path.join(folder, name, 'package.json')) ?? []
  for (const manifest of manifests) {
    try {
      return (require(manifest) as { version: string }).version
    } catch {
      // Not in this node_modules; the next one up may have it.
    }
  }
  throw new Error(`The package ${name} is not installed. Run "npm ci".`)
}
