import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CompiledDocument, CompileRequest } from './compile-document'

/** Compiled documents on disk, each under the hash of everything it was made from. */
export type CompileCache = {
  keyOf: (request: CompileRequest) => string
  /** The keys of all documents in it. */
  list: () => Promise<Set<string>>
  read: (key: string) => CompiledDocument | null
  write: (key: string, document: CompiledDocument) => Promise<void>
  /** Forgets every document whose key is not given. */
  keepOnly: (keys: Set<string>) => Promise<void>
}

/** Opens the cache; another version of this pipeline finds nothing in it. */
export async function openCache(cacheDir: string, version: string): Promise<CompileCache> {
  await mkdir(cacheDir, { recursive: true })
  const fileOf = (key: string) => path.join(cacheDir, `${key}.json`)
  return {
    keyOf: (request) =>
      createHash('sha256').update(version).update(JSON.stringify(request)).digest('hex'),
    async list() {
      const names = await readdir(cacheDir)
      return new Set(
        names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)),
      )
    },
    read(key) {
      // Not in the thread pool: for a thousand small files the way there and back takes far longer
      // than reading them.
      try {
        return JSON.parse(readFileSync(fileOf(key), 'utf8')) as CompiledDocument
      } catch {
        return null
      }
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
