import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundled } from './bundled.mjs'
import { collectionFindings } from './check-collection'
import { openCache, type CompileCache } from './compile-cache'
import type { CompiledDocument, CompileRequest } from './compile-document'
import { compileAll } from './compile-pool'
import { type Finding, sortFindings } from './finding'
import { byFolder, mediaNamedIn, readMedia } from './media'
import { readSettings } from './settings-files'
import { joinSite, type Site } from './site'
import { findDocuments, listFiles, type SourceFile } from './source-files'

export type ExaminedContent = {
  site: Site
  findings: Finding[]
  /** Documents compiled now, and those found in the cache. */
  compiled: number
  reused: number
  cache: { keepUsed: () => Promise<void> }
}

/** Reads, compiles and checks the whole content folder; writes nothing but the cache. */
export async function examineContent(
  contentDir: string,
  cacheDir: string,
): Promise<ExaminedContent> {
  const names = await listFiles(contentDir)
  const { documents: places, findings } = findDocuments(names)
  const worker = await bundled('compile-worker')
  const [media, settings, cache] = await Promise.all([
    readMedia(contentDir, names).then(byFolder),
    readSettings(contentDir),
    openCache(cacheDir, worker.version),
  ])
  const requests = places.map((place): CompileRequest => {
    const source = readFileSync(path.join(contentDir, place.name), 'utf8')
    return { place, source, media: mediaNamedIn(source, place.name, media) }
  })
  const keys = requests.map((request) => cache.keyOf(request))
  const compiled = await compileMissing(requests, keys, cache, worker.file)
  const site = joinSite(withPlaces(places, compiled.documents), settings)
  const all = [...findings, ...settings.findings, ...compiled.findings, ...collectionFindings(site)]
  return {
    site,
    findings: sortFindings(all),
    compiled: compiled.count,
    reused: places.length - compiled.count,
    cache: { keepUsed: () => cache.keepOnly(new Set(keys)) },
  }
}

function withPlaces(places: SourceFile[], documents: (CompiledDocument | null)[]) {
  return places.map((place, index) => ({ place, document: documents[index] ?? null }))
}

async function compileMissing(
  requests: CompileRequest[],
  keys: string[],
  cache: CompileCache,
  worker: string,
) {
  const documents: (CompiledDocument | null)[] = keys.map(() => null)
  const findings: Finding[] = []
  const compile = (indexes: number[]) =>
    compileAll(
      indexes.flatMap((index) => requests[index] ?? []),
      worker,
      async (result, at) => {
        const index = indexes[at] ?? -1
        documents[index] = result.document
        findings.push(...result.findings)
        if (result.document) await cache.write(keys[index] ?? '', result.document)
      },
    )
  const there = await cache.list()
  const [kept, missing] = [true, false].map((wanted) =>
    keys.flatMap((key, index) => (there.has(key) === wanted ? [index] : [])),
  ) as [number[], number[]]
  // Reading goes on here while the workers start.
  const compiling = compile(missing)
  for (const index of kept) documents[index] = cache.read(keys[index] ?? '')
  await compiling
  // Another build may have taken one away in between.
  const gone = kept.filter((index) => documents[index] === null)
  await compile(gone)
  return { documents, findings, count: missing.length + gone.length }
}
