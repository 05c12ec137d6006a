import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  CONTENT_SCHEMA_VERSION,
  type ContentIndex,
  type DocumentSummary,
  type FinishedDocument,
  MEDIA_PATH,
} from '~/features/articles/article'
import { indexDocuments } from '~/features/search/engine/build-index'
import { serialiseIndex } from '~/features/search/engine/serialise-index'
import type { MediaFile } from './media'
import { searchDocuments } from './search-documents'
import { liveEntries, type Site } from './site'

/**
 * Writes the finished content. Files that are the same stay untouched, the index comes last, and
 * what no document needs any more is taken away after it: a portal that reads meanwhile always
 * finds what its index names.
 * @returns how many files were written
 */
export async function writeContent(
  site: Site,
  documents: FinishedDocument[],
  contentDir: string,
  outDir: string,
): Promise<number> {
  const files = new Map<string, string>()
  for (const document of documents)
    files.set(`documents${document.path}.json`, JSON.stringify(document))
  files.set('search.json', serialiseIndex(indexDocuments(searchDocuments(documents))))
  files.set('synonyms.json', JSON.stringify(site.settings.synonyms.value))
  files.set('asks.json', JSON.stringify(heldOutQuestions(site)))
  const revision = createHash('sha256')
  for (const text of files.values()) revision.update(text)
  const index: ContentIndex = {
    schemaVersion: CONTENT_SCHEMA_VERSION,
    revision: revision.update(JSON.stringify(site.settings)).digest('hex'),
    categories: site.settings.categories.value.toSorted((a, b) => a.order - b.order),
    documents: documents.map(summaryOf),
    redirects: site.settings.redirects.value,
  }
  const media = await copyMedia(site, contentDir, outDir)
  let written = 0
  for (const [name, text] of [...files, ['index.json', JSON.stringify(index)] as const]) {
    if (await writeIfChanged(path.join(outDir, name), text)) written += 1
  }
  await removeOthers(
    path.join(outDir, 'documents'),
    new Set([...files.keys()].map((name) => name.slice(10))),
  )
  await removeOthers(path.join(outDir, 'media'), media)
  return written
}

const onlyOnItsPage = new Set(['html', 'headings', 'sections', 'text', 'markdown'])

function summaryOf(document: FinishedDocument): DocumentSummary {
  const fields = Object.entries(document).filter(([name]) => !onlyOnItsPage.has(name))
  return Object.fromEntries(fields) as DocumentSummary
}

/** Questions that only measure the search, in a file that no index is made from. */
function heldOutQuestions(site: Site): { path: string; asks: string[] }[] {
  return liveEntries(site)
    .filter(({ document }) => document.frontmatter.asks.length > 0)
    .map(({ place, document }) => ({ path: place.path, asks: document.frontmatter.asks }))
}

async function copyMedia(site: Site, contentDir: string, outDir: string): Promise<Set<string>> {
  const used = new Map<string, MediaFile>()
  for (const { document } of liveEntries(site))
    for (const file of document.media) used.set(file.url, file)
  const folder = path.join(outDir, 'media')
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const names = new Set<string>()
  for (const file of used.values()) {
    const name = file.url.slice(MEDIA_PATH.length)
    names.add(name)
    if (!there.has(name)) await copyFile(path.join(contentDir, file.name), path.join(folder, name))
  }
  return names
}

async function writeIfChanged(file: string, text: string): Promise<boolean> {
  if (isAlready(file, text)) return false
  await mkdir(path.dirname(file), { recursive: true })
  // Renamed into place, so that nobody reads half a file.
  await writeFile(`${file}.tmp`, text)
  await rename(`${file}.tmp`, file)
  return true
}

/** Compared here and not in the thread pool, whose way there and back is longer than a small read. */
function isAlready(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text
  } catch {
    return false
  }
}

async function removeOthers(folder: string, names: Set<string>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    if (!names.has(path.relative(folder, file).split(path.sep).join('/'))) await rm(file)
  }
}
