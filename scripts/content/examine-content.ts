import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { collectionFindings } from './check-collection'
import { openCache, type CompileCache } from './compile-cache'
import type { CompiledDocument, CompileRequest } from './compile-document'
import { compileAll } from './compile-pool'
import { type Finding, sortFindings } from './finding'
import { pipelineVersion } from './pipeline-version'
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
  const version = await pipelineVersion()
  const [media, settings, cache] = await Promise.all([
    readMedia(contentDir, names).then(byFolder),
    readSettings(contentDir),
    openCache(cacheDir, version),
  ])
  const requests = await Promise.all(
    places.map(async (place): Promise<CompileRequest> => {
      const source = await readFile(path.join(contentDir, place.name), 'utf8')
      return { place, source, media: mediaNamedIn(source, place.name, media) }
    }),
  )
  const keys = requests.map((request) => cache.keyOf(request))
  const compiled = await compileMissing(requests, keys, cache, version)
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
  version: string,
) {
  const documents: (CompiledDocument | null)[] = keys.map(() => null)
  const findings: Finding[] = []
  const compile = (indexes: number[]) =>
    compileAll(
      indexes.flatMap((index) => requests[index] ?? []),
      version,
      async (result, at) => {
        const index = indexes[at] ?? -1
        documents[index] = result.document
        findings.push(...result.findings)
        if (result.document) await cache.write(keys[index] ?? '', result.document)
      },
    )
  const read = async (index: number) => (documents[index] = await cache.read(keys[index] ?? ''))

  const there = await cache.list()
  const [kept, missing] = [true, false].map((wanted) =>
    keys.flatMap((key, index) => (there.has(key) === wanted ? [index] : [])),
  ) as [number[], number[]]
  // Reading goes on here while the workers start.
  await Promise.all([compile(missing), Promise.all(kept.map(read))])
  // Another build may have taken one away in between.
  const gone = kept.filter((index) => documents[index] === null)
  await compile(gone)
  return { documents, findings, count: missing.length + gone.length }
}
